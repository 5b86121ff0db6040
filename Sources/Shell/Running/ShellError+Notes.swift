import Auditing
import Scripting

extension ShellError {
  /// What is known, what was probably meant, and how to go on.
  var notes: [Wording] {
    switch self {
    case .unknownCommand(let word, let suggestion, let offersNote):
      Self.meant(suggestion)
        + (offersNote
          ? [
            (
              "pour le garder comme note\u{A0}: noter \(word) …",
              "to keep it as a note: note \(word) …"
            )
          ]
          : [("«\u{A0}aide\u{A0}» donne la liste", "help gives the list")])
    case .unknownVerb(_, _, let known, let suggestion): Self.known(known, suggestion)
    case .verbNeeded(_, let known): Self.known(known, nil)
    case .ambiguousRecord(_, let found): found.map { ($0, $0) }
    case .unknownOption(_, _, let known, let suggestion):
      Self.known(known.map { Name("--" + $0.en, "--" + $0.fr) }, suggestion.map { "--" + $0 })
    case .missingOption(_, let spec), .missingOperand(_, let spec), .missingText(_, let spec):
      [("\(spec.synopsis(.fr))", "\(spec.synopsis(.en))")]
    case .extraOperand(_, let spec):
      [
        (
          "un texte de plusieurs mots se met entre guillemets",
          "a text of several words goes between quotes"
        ),
        ("\(spec.synopsis(.fr))", "\(spec.synopsis(.en))"),
      ]
    case .unknownChoice(_, let known, let suggestion),
      .unknownField(_, _, let known, let suggestion):
      Self.known(known, suggestion)
    case .unknownFormat(_, let known), .formatNotFor(_, _, let known):
      [
        (
          "connus\u{A0}: \(known.joined(separator: ", "))",
          "known: \(known.joined(separator: ", "))"
        )
      ]
    case .unknownProgramOption(_, let suggestion): Self.meant(suggestion)
    case .unknownOptionValue(_, _, let known): [("attendu\u{A0}: \(known)", "expected: \(known)")]
    case .badValue(_, let type):
      type.writings.map { [("écrire\u{A0}: \($0.fr)", "write: \($0.en)")] } ?? []
    case .tooLarge:
      [
        (
          "au plus \(DecimalNumber(.largestEntered).written(in: .fr))",
          "at most \(DecimalNumber(.largestEntered).written(in: .en))"
        )
      ]
    case .fileNeeded(let word): [("constat \(word) FICHIER", "constat \(word) FILE")]
    case .notAFile:
      [
        (
          "un lien, un répertoire, un périphérique ou un tube ne se lit pas ici",
          "a link, a folder, a device or a pipe is not read here"
        )
      ]
    case .noDossierBelow:
      [
        (
          "donner le répertoire qui contient les dossiers\u{A0}: réseau lister RÉPERTOIRE",
          "give the folder that holds the dossiers: portfolio list FOLDER"
        )
      ]
    case .groupTooSmall:
      [("--au-moins 2, ou davantage", "--least 2, or more")]
    case .unknownParameter(_, let known): Self.listed(known)
    case .noAnswer, .unanswered:
      [
        (
          "donner --default, ou une ligne de --answers FICHIER",
          "give --default, or a line of --answers FILE"
        )
      ]
    case .badAnswer(let error): error.notes
    case .oneValue:
      [
        (
          "un texte avec une virgule se met entre guillemets",
          "a text with a comma goes between quotes"
        )
      ]
    case .fieldOnRight(let word):
      [
        ("le champ s’écrit\u{A0}: .\(word)", "the field is written: .\(word)"),
        ("le texte s’écrit\u{A0}: \"\(word)\"", "the text is written: \"\(word)\""),
      ]
    case .notAField(let word, _, let known, let suggestion):
      Self.known(known, suggestion) + [
        ("un texte s’écrit\u{A0}: \"\(word)\"", "a text is written: \"\(word)\"")
      ]
    case .script(let error): error.notes
    case .mock(let error): error.notes
    case .unknownRecord(let reference, _, let known, let suggestion):
      known.count <= 12
        ? Self.listed(known) + Self.meant(suggestion)
        : Self.meant(suggestion) + [reference.list]
    case .noDossier:
      [
        (
          "ouvrir\u{A0}: dossier ouvrir RÉPERTOIRE, ou --dossier RÉPERTOIRE",
          "open one: dossier open FOLDER, or --dossier FOLDER"
        ),
        (
          "créer\u{A0}: dossier créer RÉPERTOIRE --titre \"…\"",
          "make one: dossier new FOLDER --title \"…\""
        ),
      ]
    case .nobody: [("dire qui saisit\u{A0}: régler moi PSEUDO", "say who enters: set me HANDLE")]
    case .noAudit:
      [
        (
          "audit ouvrir 2026-001 --référentiel qual-e-pref",
          "audit open 2026-001 --checklist qual-e-pref"
        )
      ]
    case .auditUnclear(let ids):
      Self.listed(ids) + [
        (
          "préciser\u{A0}: --audit ID, ou audit reprendre ID",
          "say which: --audit ID, or audit resume ID"
        )
      ]
    case .noMapping:
      [
        (
          "d’abord\u{A0}: référentiel relier ANCIEN NOUVEAU",
          "first: checklist map OLD NEW"
        )
      ]
    case .missingDestination:
      [("ajoutez\u{A0}: to \"fichier.fods\"", "add: to \"file.fods\"")]
    case .noScope: [("audit cadrer SITE --modules 1", "audit scope SITE --modules 1")]
    case .noSite(let sites):
      Self.listed(sites) + [("préciser\u{A0}: --site SITE", "say which: --site SITE")]
    case .ruleActs:
      [
        (
          "écrivez un nom suivi de list, show ou count\u{A0}: $(finding count where …) = 0",
          "write a noun with list, show or count: $(finding count where …) = 0"
        )
      ]
    case .ruleNotCondition:
      [
        (
          "comparez\u{A0}: $(finding count where …) = 0",
          "compare: $(finding count where …) = 0"
        )
      ]
    case .serviceNotInScope(_, let services): Self.listed(services)
    case .serviceExists(let service, let site):
      [
        (
          "pour le renommer\u{A0}: service modifier \(service) --site \(site) --nom …",
          "to rename it: service set \(service) --site \(site) --name …"
        )
      ]
    case .noRules:
      [
        (
          "ajoutez des fiches Rule à votre copie du référentiel, ou prenez-en une édition qui en a",
          "add Rule records to your copy of the checklist, or take an edition that has some"
        )
      ]
    case .nothingToExplain(_, let suggestion):
      Self.meant(suggestion) + [
        (
          "s’expliquent\u{A0}: taux, décision, prêt, un critère, un module, un constat, une preuve, un indicateur, un jalon, un label",
          "what can be explained: rate, decision, ready, a criterion, a module, a finding, evidence, an indicator, a milestone, a label"
        )
      ]
    case .siteNotInScope(_, let sites): Self.listed(sites)
    case .noIndicator(_, let measured):
      measured.isEmpty
        ? []
        : [
          (
            "à un critère qui en a un, par --sur\u{A0}: \(measured.prefix(12).joined(separator: ", "))",
            "at a criterion that has one, by --on: \(measured.prefix(12).joined(separator: ", "))"
          )
        ]
    case .noCriterion: [("aller CRITÈRE, ou suivant", "go CRITERION, or next")]
    case .criterionNotInScope:
      [("«\u{A0}critère lister\u{A0}» montre le périmètre", "criterion list shows the scope")]
    case .reasonNeeded: [("na RAISON", "na REASON")]
    case .labelValidityUnknown: [("préciser\u{A0}: --validité 36m", "say it: --validity 36m")]
    case .noPDFEngine:
      [
        (
          "sudo apt-get install libreoffice-writer-nogui",
          "sudo apt-get install libreoffice-writer-nogui"
        ),
        (
          "ou écrivez un autre format\u{A0}: to \"rapport.html\", to \"rapport.fodt\"",
          "or write another format: to \"report.html\", to \"report.fodt\""
        ),
      ]
    case .noLabel, .fixedMilestone:
      [
        (
          "un nouveau label se saisit\u{A0}: label accorder SITE --du DATE",
          "a new label is entered: label grant SITE --from DATE"
        )
      ]
    case .notConcluded: [("audit conclure \"…\"", "audit conclude \"…\"")]
    case .conclusionStale:
      [("relisez, puis\u{A0}: audit conclure \"…\"", "read it again, then: audit conclude \"…\"")]
    case .notClosed, .numberingStale: [("audit clore", "audit close")]
    case .sealed, .sealUnfinished: notesOfSealing
    case .maskingUnconfirmed(let id, let new):
      [
        (
          "rapport masquer \(id) le montre\u{202F}; rapport masquer \(id) --confirmer le confirme",
          "report mask \(id) shows it; report mask \(id) --confirm confirms it"
        )
      ]
        + (new.isEmpty
          ? []
          : [
            (
              "à juger\u{A0}: \(new.prefix(12).joined(separator: ", "))",
              "to be judged: \(new.prefix(12).joined(separator: ", "))"
            )
          ])
    case .nameLeft(let name, _):
      [
        (
          "masquez-le tel quel\u{A0}: rapport masquer --texte \"\(name)\" --confirmer",
          "mask it as it stands: report mask --text \"\(name)\" --confirm"
        )
      ]
    case .brokenBag, .unsignedBag, .foreignBag, .keyNeeded, .keyRevoked, .stampWayNeeded,
      .nothingToStamp, .badSignatureSetting:
      notesOfSigning
    case .noSeal:
      [
        (
          "scellé apposer, ou scellé vérifier RÉPERTOIRE pour un scellé reçu",
          "seal make, or seal verify FOLDER for a seal received"
        )
      ]
    case .inConflict:
      [
        (
          "conflit lister, puis conflit trancher ID CHOIX --raison \"…\"",
          "conflict list, then conflict resolve ID CHOICE --reason \"…\""
        )
      ]
    case .unknownAlternative(_, let known): Self.known(known, nil)
    case .rivalSeals:
      [("audit rectifier --raison \"…\"", "audit amend --reason \"…\"")]
    case .noFaultyJournal(_, let known): Self.listed(known)
    case .forked:
      [
        (
          "journal admettre POSTE --raison \"…\" après avoir regardé",
          "journal accept WRITER --reason \"…\" once looked at"
        )
      ]
    case .citedBy:
      [
        (
          "rectifiez d’abord ce qui la cite, remplacez-la (preuve remplacer), ou retirez-la avec --citée",
          "amend what cites it first, supersede it (evidence supersede), or withdraw it with --cited"
        )
      ]
    case .noSource:
      [
        (
          "dites où chercher\u{A0}: --depuis RÉPERTOIRE (une copie, un scellé, des fichiers)",
          "say where to look: --from FOLDER (a copy, a seal, files)"
        )
      ]
    case .confirmationNeeded: [("ajoutez --yes", "add --yes")]
    case .changedMeanwhile:
      [
        (
          "retapez la commande\u{A0}: elle choisira parmi ce qui est là maintenant",
          "type the command again: it will choose among what is there now"
        )
      ]
    case .keysInDossier:
      [
        (
          "donnez à XDG_DATA_HOME un répertoire hors du dossier",
          "set XDG_DATA_HOME to a folder outside the dossier"
        )
      ]
    case .evidenceMissing: [("«\u{A0}vérifier\u{A0}» dit lesquelles", "verify tells which")]
    case .journalDamaged(let damages): Self.remedies(of: damages)
    case .checklistAbsent:
      [
        (
          "«\u{A0}journal réparer RÉPERTOIRE\u{A0}» le reprend d’une autre copie du dossier",
          "journal repair FOLDER takes it from another copy of the dossier"
        )
      ]
    case .gluedBracket(let word):
      [
        (
          "un calcul se met entre parenthèses\u{A0}: (\(word)(…))",
          "a calculation stands between parentheses: (\(word)(…))"
        ),
        ("un texte de plusieurs mots, entre guillemets", "a text of several words, between quotes"),
      ]
    case .unitMismatch(_, let expected):
      [
        (
          "écrire par exemple\u{A0}: \(Quantity(DecimalNumber(3), expected).written(in: .fr))",
          "write for instance: "
            + Quantity(DecimalNumber(3), expected).written(in: .en)
            .replacing("\u{A0}", with: " ")
        )
      ]
    case .fault:
      [(InternalFault.frenchReport.description, InternalFault.englishReport.description)]
    case .missingHeads:
      [("fusionnez avec une copie qui les a", "merge with a copy that has them")]
    default: notesOfWork
    }
  }

  private static func meant(_ suggestion: String?) -> [Wording] {
    suggestion.map {
      [("vouliez-vous dire \($0)\u{202F}?", "did you mean \($0)?")]
    } ?? []
  }

  private static func listed(_ known: [String]) -> [Wording] {
    guard !known.isEmpty, known.count <= 12 else { return [] }
    let list = known.joined(separator: ", ")
    return [("connus\u{A0}: \(list)", "known: \(list)")]
  }

  private static func known(_ known: [Name], _ suggestion: String?) -> [Wording] {
    var notes: [Wording] = []
    if !known.isEmpty, known.count <= 30 {
      notes.append(
        (
          "connus\u{A0}: " + known.map(\.fr).joined(separator: ", "),
          "known: " + known.map(\.en).joined(separator: ", ")
        ))
    }
    // Whichever language the likeness was found in, it is said in the one that is read.
    guard let suggestion,
      let name = known.first(where: { $0.en == suggestion || $0.fr == suggestion })
    else { return notes + meant(suggestion) }
    return notes + [
      ("vouliez-vous dire \(name.fr)\u{202F}?", "did you mean \(name.en)?")
    ]
  }
}
