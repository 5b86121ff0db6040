import Auditing
import Journaling
import Scripting
import Signing

extension ShellError {
  /// What is wrong.
  var wording: Wording {
    switch self {
    case .unknownCommand(let word, _, _):
      ("commande inconnue\u{A0}: \(word)", "unknown command: \(word)")
    case .unknownVerb(let word, let noun, _, _):
      ("\(noun.fr) ne connaît pas le verbe «\u{A0}\(word)\u{A0}»", "\(noun.en) has no verb \(word)")
    case .verbNeeded(let noun, _):
      ("«\u{A0}\(noun.fr)\u{A0}» attend un verbe", "\(noun.en) needs a verb")
    case .promptOnly(let word):
      ("«\u{A0}\(word)\u{A0}» ne s’emploie qu’à l’invite", "\(word) is for the prompt only")
    case .unknownOption(let word, let command, _, _):
      (
        "option inconnue de \(command.fr)\u{A0}: \(word)",
        "unknown option of \(command.en): \(word)"
      )
    case .optionNeedsValue(let name):
      ("--\(name.fr) attend une valeur", "--\(name.en) needs a value")
    case .optionTakesNoValue(let name):
      ("--\(name.fr) ne prend pas de valeur", "--\(name.en) takes no value")
    case .repeatedOption(let name):
      ("--\(name.fr) est donnée deux fois", "--\(name.en) is given twice")
    case .missingOption(let name, _):
      ("il manque --\(name.fr)", "--\(name.en) is missing")
    case .missingOperand(let name, _):
      ("il manque\u{A0}: \(name.fr)", "missing: \(name.en)")
    case .missingText(let name, _):
      (
        "il manque le texte\u{A0}: \(name.fr.lowercased())",
        "the text is missing: \(name.en.lowercased())"
      )
    case .extraOperand(let word, _):
      ("«\u{A0}\(word)\u{A0}» est de trop", "\(word) is one too many")
    case .gluedBracket(let word):
      (
        "une parenthèse suit «\u{A0}\(word)\u{A0}» sans espace",
        "a bracket follows \(word) without a space"
      )
    case .noClause(let word, let spec):
      (
        "«\u{A0}\(spec.title(.fr))\u{A0}» ne prend pas de clause «\u{A0}\(word)\u{A0}»",
        "\(spec.title(.en)) takes no clause \(word)"
      )
    case .unknownChoice(let word, _, _):
      ("valeur inconnue\u{A0}: \(word)", "unknown value: \(word)")
    case .badValue(let word, let type):
      ("«\u{A0}\(word)\u{A0}» n’est pas \(type.kind.fr)", "\(word) is not \(type.kind.en)")
    case .tooLarge(let word):
      ("«\u{A0}\(word)\u{A0}» est trop grand", "\(word) is too large")
    case .unknownFormat(let word, _):
      ("format inconnu\u{A0}: \(word)", "unknown format: \(word)")
    case .unknownField(let word, let noun, _, _):
      ("champ inconnu de \(noun.fr)\u{A0}: \(word)", "unknown field of \(noun.en): \(word)")
    case .unknownProgramOption(let word, _):
      ("option inconnue\u{A0}: \(word)", "unknown option: \(word)")
    case .programOptionNeedsValue(let word):
      ("\(word) attend une valeur", "\(word) needs a value")
    case .unknownOptionValue(let option, let value, _):
      ("\(option) ne peut pas valoir «\u{A0}\(value)\u{A0}»", "\(option) cannot be \(value)")
    case .fileNeeded(let word): ("«\u{A0}\(word)\u{A0}» attend un fichier", "\(word) needs a file")
    case .parameterMissing(let name, let type):
      ("le script attend --\(name) (\(type))", "the script needs --\(name) (\(type))")
    case .unknownParameter(let name, _):
      (
        "le script n’a pas de paramètre «\u{A0}\(name)\u{A0}»",
        "the script has no parameter \(name)"
      )
    case .reservedParameter(let name):
      (
        "«\u{A0}\(name)\u{A0}» est une option de constat, pas un nom de paramètre",
        "\(name) is an option of constat, not a name for a parameter"
      )
    case .noAnswer(let question), .unanswered(let question):
      ("personne ne répond à «\u{A0}\(question)\u{A0}»", "nobody answers “\(question)”")
    case .badAnswer(let error): error.wording
    case .nothingLast: ("rien n’a encore été montré", "nothing was shown yet")
    case .oneValue(let name):
      ("--\(name.fr) ne prend qu’une valeur", "--\(name.en) takes one value only")
    case .fieldOnRight(let word):
      (
        "«\u{A0}\(word)\u{A0}» est un champ, et une valeur est attendue à droite",
        "\(word) is a field, and a value is expected on the right"
      )
    case .notAField(let word, let noun, _, _):
      ("champ inconnu de \(noun.fr)\u{A0}: \(word)", "unknown field of \(noun.en): \(word)")
    case .script(let error): error.wording
    case .mock(let error): error.wording
    default: recordWording
    }
  }

  /// What is wrong with what the dossier holds.
  private var recordWording: Wording {
    switch self {
    case .noDossier: ("aucun dossier n’est ouvert", "no dossier is open")
    case .nobody: ("on ne sait pas qui saisit", "nobody has said who enters")
    case .unknownRecord(let reference, let id, _, _):
      (
        "\(reference.name.fr.lowercased()) introuvable\u{A0}: \(id)",
        "no such \(reference.name.en.lowercased()): \(id)"
      )
    case .withdrawnRecord(let reference, let id, let person, let reason):
      (
        "\(reference.name.fr.lowercased()) \(id)\u{A0}: retrait par \(person)\(reason.map { " (\($0))" } ?? "")",
        "\(reference.name.en.lowercased()) \(id) was withdrawn by \(person)\(reason.map { " (\($0))" } ?? "")"
      )
    case .ambiguousRecord(let id, _):
      ("«\u{A0}\(id)\u{A0}» désigne plusieurs choses", "\(id) fits several")
    case .noAudit: ("ce dossier n’a pas d’audit", "this dossier has no audit")
    case .auditUnclear: ("quel audit\u{202F}?", "which audit?")
    case .auditExists(let id): ("l’audit \(id) existe déjà", "audit \(id) exists already")
    case .noScope:
      ("aucun site n’est dans le périmètre de l’audit", "no site is in the audit’s scope")
    case .noSite: ("quel site\u{202F}?", "which site?")
    case .ruleActs(let words):
      (
        "une règle ne fait que lire\u{A0}: «\u{A0}\(words)\u{A0}» n’y a pas sa place",
        "a rule only reads: \(words) has no place in it"
      )
    case .ruleNotCondition:
      (
        "une règle dit oui ou non, et ceci est une valeur",
        "a rule says yes or no, and this is a value"
      )
    case .serviceNotInScope(let service, _):
      (
        "le service \(service) n’est pas dans le périmètre pour ce critère",
        "the service \(service) is not in scope for this criterion"
      )
    case .serviceExists(let service, let site):
      (
        "le service \(service) de \(site) existe déjà",
        "service \(service) of \(site) exists already"
      )
    case .noRules(let id):
      (
        "le référentiel \(id) de cet audit ne porte aucune règle de décision",
        "the checklist \(id) of this audit holds no rule of decision"
      )
    case .nothingToExplain(let word, _):
      ("rien à expliquer de ce nom\u{A0}: \(word)", "nothing of that name to explain: \(word)")
    case .siteNotInScope(let site, _):
      ("\(site) n’est pas dans le périmètre visité", "\(site) is not in the scope visited")
    case .noCriterion: ("vous n’êtes à aucun critère", "you stand at no criterion")
    case .criterionNotInScope(let criterion, let site):
      (
        "\(criterion) n’est pas dans le périmètre à \(site)",
        "\(criterion) is not in scope at \(site)"
      )
    case .moduleDisabled(let module):
      (
        "le module \(module) est désactivé\u{A0}: son contenu n’est pas connu",
        "module \(module) is disabled: its content is not known"
      )
    case .nothingLeft: ("il ne reste rien à évaluer ici", "nothing is left to assess here")
    case .noWayBack: ("il n’y a pas de place précédente", "there is no place before this one")
    case .reasonNeeded: ("sans objet demande une raison", "not applicable needs a reason")
    case .nonconformityStands(let ids):
      (
        "une non-conformité est ouverte ici\u{A0}: \(ids.joined(separator: ", "))",
        "a nonconformity stands here: \(ids.joined(separator: ", "))"
      )
    case .verdictContradicted(let criterion, let site, let ids):
      (
        "\(criterion) · \(site) est dit conforme, alors qu’une non-conformité est ouverte\u{A0}: \(ids.joined(separator: ", "))",
        "\(criterion) · \(site) is called conforming while a nonconformity stands: \(ids.joined(separator: ", "))"
      )
    case .evidenceNeeded:
      ("un constat cite au moins une preuve", "a finding cites at least one piece of evidence")
    case .noIndicator(let criterion, _):
      ("\(criterion) n’a pas d’indicateur", "\(criterion) has no indicator")
    case .unitMismatch(let value, let expected):
      (
        "«\u{A0}\(value.written(in: .fr))\u{A0}» ne se compare pas à l’unité attendue (\(expected.french))",
        "\(value.written(in: .en)) does not compare with the unit expected (\(expected.rawValue))"
      )
    case .valueNeeded: ("une valeur est attendue", "a value is expected")
    case .siteExists(let id): ("le site \(id) existe déjà", "site \(id) exists already")
    case .personExists(let id): ("\(id) existe déjà", "\(id) exists already")
    case .datedByItself(let person):
      (
        "la clé de \(person) porte ses dates elle-même",
        "the key of \(person) bears its days itself"
      )
    case .ofChecklist(let id):
      ("\(id) vient du référentiel", "\(id) comes from the checklist")
    case .stillUsed(let id): ("\(id) est encore cité", "\(id) is still referred to")
    case .inConflict(let what):
      (
        "contradiction à trancher d’abord\u{A0}: \(what)",
        "a conflict is to be settled first: \(what)"
      )
    case .rivalSeals:
      (
        "deux scellés de la même édition\u{A0}: un rectificatif les départage",
        "two seals of the same edition: an amendment settles them"
      )
    case .unknownAlternative(let word, _):
      ("ce choix n’existe pas\u{A0}: \(word)", "there is no such choice: \(word)")
    case .notSealed(let id): ("l’audit \(id) n’est pas scellé", "audit \(id) is not sealed")
    case .maskingUnconfirmed(let id, _):
      (
        "personne n’a confirmé ce que masque l’édition communicable de l’audit \(id)",
        "nobody has confirmed what the communicable edition of audit \(id) masks"
      )
    case .nameLeft(let name, let file):
      ("\(file) dirait encore «\u{A0}\(name)\u{A0}»", "\(file) would still say “\(name)”")
    case .editionOfRenewal:
      (
        "l’échéancier n’a pas d’éditions\u{202F}; seul le rapport d’un audit en a",
        "the reminder schedule has no editions; only the report of an audit has"
      )
    case .labelValidityUnknown(let checklist):
      (
        "le référentiel \(checklist) ne dit pas la durée du label",
        "checklist \(checklist) does not say how long the label is valid"
      )
    case .noLabel: ("aucun label n’est enregistré", "no label is recorded")
    case .noPDFEngine:
      (
        "aucun programme n’est là pour faire un PDF",
        "no program is here that makes a PDF"
      )
    case .outsideValidity(let day, let from, let until):
      (
        "le \(day) le label n’est pas en vigueur\u{A0}: il va du \(from) au \(until)",
        "on \(day) the label is not in force: it runs from \(from) to \(until)"
      )
    case .fixedMilestone(let day):
      (
        "la fin de validité (\(day)) ne se déplace pas",
        "the end of validity (\(day)) cannot be moved"
      )
    default: workWording
    }
  }

  /// What a state of things forbids.
  var stateWording: Wording {
    switch self {
    case .nothingToUndo: ("rien à reprendre", "nothing to take back")
    case .nothingToRedo: ("rien à rétablir", "nothing to put back")
    case .undoRestedOn(let operations):
      (
        "d’autres opérations s’appuient dessus\u{A0}: \(operations.joined(separator: "\u{202F}; "))",
        "other operations rest on it: \(operations.joined(separator: "; "))"
      )
    case .undoCommitPoint(let what):
      (
        "cette opération ne se reprend jamais\u{A0}: \(what.fr)",
        "this operation is never taken back: \(what.en)"
      )
    case .undoSealed: ("un scellé fige cette opération", "a seal has frozen this operation")
    case .notConcluded(let id): ("l’audit \(id) n’est pas conclu", "audit \(id) is not concluded")
    case .conclusionStale(let id):
      ("la conclusion de l’audit \(id) est périmée", "the conclusion of audit \(id) is stale")
    case .notClosed(let id):
      (
        "les constats de l’audit \(id) ne sont pas numérotés",
        "the findings of audit \(id) are not numbered"
      )
    case .numberingStale(let id):
      (
        "des constats de l’audit \(id) sont venus depuis la numérotation",
        "findings of audit \(id) have come since they were numbered"
      )
    case .sealed(let id, let edition):
      (
        "l’audit \(id) est scellé (édition \(edition))",
        "audit \(id) is sealed (edition \(edition))"
      )
    case .sealUnfinished(let id, let edition, _):
      (
        "un scellé de l’audit \(id) (édition \(edition)) est commencé et n’est pas signé",
        "a seal of audit \(id) (edition \(edition)) was begun and is not signed"
      )
    case .trialSeal:
      (
        "un exercice, un audit blanc ou un essai ne se scelle pas comme réel",
        "an exercise, a mock audit or a trial is never sealed as real"
      )
    case .brokenBag, .unsignedBag, .foreignBag, .keyNeeded, .keyRevoked, .stampWayNeeded,
      .nothingToStamp, .badSignatureSetting:
      wordingOfSigning
    case .noSeal: ("ce dossier n’a pas encore de scellé", "this dossier has no seal yet")
    case .evidenceMissing(let list):
      (
        list.count.fr("preuve(s) absente(s) ou altérée(s)"),
        list.count.en("piece(s) of evidence missing or changed")
      )
    case .citedBy(let id, let citing):
      (
        "\(id) est citée par \(citing.map(\.fr).joined(separator: ", "))",
        "\(id) is cited by \(citing.map(\.en).joined(separator: ", "))"
      )
    case .supersedesItself(let id):
      (
        "une preuve ne peut pas se remplacer elle-même (\(id))",
        "evidence cannot supersede itself (\(id))"
      )
    case .notAFileOfEvidence(let id):
      ("\(id) est une déclaration, sans fichier", "\(id) is a statement, without a file")
    case .contentDestroyed(let id, let decision):
      (
        "le contenu de \(id) fut détruit par décision\u{A0}: \(decision.fr)",
        "the content of \(id) was destroyed by decision: \(decision.en)"
      )
    case .noSource:
      (
        "aucune autre copie de ce dossier n’est connue de ce poste",
        "this machine knows no other copy of this dossier"
      )
    case .confirmationNeeded(let question):
      ("à confirmer\u{A0}: \(question.fr)", "to be confirmed: \(question.en)")
    case .changedMeanwhile:
      (
        "quelqu’un d’autre a écrit dans le dossier pendant la question\u{A0}: rien n’est fait",
        "somebody else wrote to the dossier while you were asked: nothing is done"
      )
    case .keysInDossier(let path):
      (
        "les clés seraient dans le dossier (\(path))\u{A0}: elles partiraient avec lui",
        "the keys would lie in the dossier (\(path)): they would be handed on with it"
      )
    case .unknownKinds(let kinds):
      (
        "écritures d’un genre inconnu\u{A0}: \(kinds.joined(separator: ", "))",
        "events of an unknown kind: \(kinds.joined(separator: ", "))"
      )
    case .journalDamaged(let damages): JournalError.damaged(damages).wording
    case .missingHeads(let count):
      (
        count.fr("écriture(s) citée(s) et absente(s) d’ici"),
        count.en("operation(s) named and not here")
      )
    case .noFaultyJournal(let word, _):
      (
        "aucun journal à admettre sous ce nom\u{A0}: \(word)",
        "no journal of that name is to be accepted: \(word)"
      )
    case .forked(let writers):
      (
        "deux suites du même poste\u{A0}: \(writers.joined(separator: ", "))",
        "one writer's journal goes on in two ways: \(writers.joined(separator: ", "))"
      )
    case .checklistAbsent(let sha256):
      (
        "le référentiel \(sha256.prefix(12)) n’est pas dans le dossier, ou n’est plus le même",
        "checklist \(sha256.prefix(12)) is not in the dossier, or no longer the same"
      )
    case .noDossierBelow(let folder):
      ("aucun dossier sous «\u{A0}\(folder)\u{A0}»", "no dossier below \(folder)")
    case .groupTooSmall(let least):
      (
        "un chiffre ne peut porter sur moins de deux dossiers (\(least))",
        "no figure can be about fewer than two dossiers (\(least))"
      )
    case .journal(let error): error.wording
    case .signing(let error): error.wording
    case .stopped(let why):
      why.isEmpty ? ("le script a échoué", "the script failed") : (why, why)
    case .interrupted:
      ("interrompu\u{202F}; rien n’a été enregistré", "interrupted; nothing was recorded")
    case .sealInterrupted:
      (
        "scellement interrompu\u{202F}; l’audit est libre, et le journal dit que le scellé a été abandonné",
        "sealing interrupted; the audit is free, and the journal says that the seal was abandoned"
      )
    case .fault(let what):
      ("faute interne\u{A0}: \(what)", "internal fault: \(what)")
    default: fileWording
    }
  }
}
