import Foundation
import Testing

/// Something a person can get wrong, and what is said of it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let words: [String]
  let status: Int32
  /// The first line in French and in English, after the place.
  let french: String
  let english: String
  /// A note that says how to go on, in French.
  let note: String?

  var testDescription: String { words.joined(separator: " ") }

  init(
    _ words: String..., status: Int32, _ french: String, _ english: String, _ note: String? = nil
  ) {
    self.words = words
    (self.status, self.french, self.english, self.note) = (status, french, english, note)
  }
}

struct `A mistake` {
  private static let ofUsage = [
    Mistake(
      "frobnicate", status: 2, "commande inconnue : frobnicate", "unknown command: frobnicate",
      "« aide » donne la liste"),
    Mistake(
      "fnding", "list", status: 2, "commande inconnue : fnding", "unknown command: fnding",
      "vouliez-vous dire finding ?"),
    Mistake(
      "finding", "lst", status: 2, "constat ne connaît pas le verbe « lst »",
      "finding has no verb lst", "vouliez-vous dire lister ?"),
    Mistake(
      "finding", status: 2, "« constat » attend un verbe", "finding needs a verb",
      "connus : ajouter, rectifier"),
    Mistake(
      "site", "add", "x", "--nme", "X", status: 2, "option inconnue de ajouter : nme",
      "unknown option of add: nme", "vouliez-vous dire --nom ?"),
    Mistake(
      "site", "add", status: 2, "il manque : id", "missing: id", "site ajouter ID [--nom TEXTE]"),
    Mistake(
      "site", "add", "a/b", status: 2, "« a/b » n’est pas un nom court", "a/b is not a short name"),
    Mistake(
      "site", "add", "x", "y", status: 2, "« y » est de trop", "y is one too many",
      "un texte de plusieurs mots se met entre guillemets"),
    Mistake(
      "site", "add", "x", "--name", status: 2, "--nom attend une valeur", "--name needs a value"),
    Mistake(
      "audit", "open", "x", status: 2, "il manque --référentiel", "--checklist is missing"),
    Mistake(
      "assessment", "set", "M1-B4", "--verdict", "maybe", status: 2, "valeur inconnue : maybe",
      "unknown value: maybe", "connus : non-évalué, conforme"),
    Mistake(
      "label", "grant", "digne", "--from", "hier soir", status: 2,
      "« hier soir » n’est pas une date", "hier soir is not a date", "écrire : 2026-11-21"),
    Mistake(
      "measure", "add", "IND-01", "beaucoup", status: 2, "« beaucoup » n’est pas une quantité",
      "beaucoup is not a quantity", "écrire : 5 jours"),
    Mistake(
      "finding", "list", "where", "gravite = minr", status: 2, "valeur inconnue : minr",
      "unknown value: minr", "connus : point-fort"),
    Mistake(
      "finding", "list", "where", "sevrity = minor", status: 2,
      "champ inconnu de constat : sevrity", "unknown field of finding: sevrity",
      "vouliez-vous dire gravité ?"),
    Mistake(
      "finding", "list", "sort", "criterion.chaptr", status: 2, "champ inconnu de critère : chaptr",
      "unknown field of criterion: chaptr", "vouliez-vous dire chapitre ?"),
    Mistake(
      "finding", "list", "where", "id == F1", status: 2, "l’égalité s’écrit avec un seul =",
      "equality is written with a single =", "= ici"),
    Mistake(
      "finding", "list", "as", "pfd", status: 2, "format inconnu : pfd", "unknown format: pfd",
      "connus : table, list, json"),
    Mistake(
      "finding", "list", "to", "x.pdf", status: 2, "constat ne s’écrit pas en « pdf »",
      "finding cannot be written as pdf", "connus : table, list, json"),
    Mistake(
      "status", "where", "a = 1", status: 2, "« état » ne prend pas de clause",
      "status takes no clause"),
  ]

  private static let ofTheLine = [
    Mistake(
      "--lnag", "fr", status: 2, "option inconnue : --lnag", "unknown option: --lnag",
      "vouliez-vous dire --lang ?"),
    Mistake(
      "--lang", "de", status: 2, "--lang ne peut pas valoir « de »", "--lang cannot be de",
      "attendu : fr, en"),
    Mistake("--lang", status: 2, "--lang attend une valeur", "--lang needs a value"),
    Mistake(
      "--color", "rose", status: 2, "--color ne peut pas valoir « rose »", "--color cannot be rose"),
    Mistake(
      "--now", "hier", status: 2, "--now ne peut pas valoir « hier »", "--now cannot be hier"),
    Mistake("--seed", "-1", status: 2, "--seed ne peut pas valoir « -1 »", "--seed cannot be -1"),
    Mistake("-c", status: 2, "-c attend une valeur", "-c needs a value"),
    Mistake("run", status: 2, "« run » attend un fichier", "run needs a file"),
    Mistake("check", status: 2, "« check » attend un fichier", "check needs a file"),
    Mistake(
      "run", "absent.constat", status: 1, "« absent.constat » n’existe pas",
      "absent.constat does not exist"),
    Mistake(
      "check", "absent.rec", status: 1, "« absent.rec » n’existe pas", "absent.rec does not exist"),
    Mistake(
      "run", "demo", status: 1, "« demo » n’est pas un fichier ordinaire",
      "demo is not an ordinary file"),
    Mistake(
      "--dossier", "absent", "status", status: 1, "« absent » n’est pas un dossier Constat",
      "absent is not a dossier"),
    Mistake(
      "--dossier", "hall.jpg", "status", status: 1, "hall.jpg » n’est pas un dossier Constat",
      "hall.jpg is not a dossier"),
  ]

  private static let ofTheMoment = [
    Mistake(
      "finding", "show", "F9", status: 1, "constat introuvable : F9", "no such finding: F9"),
    Mistake(
      "site", "show", "dingne", status: 1, "site introuvable : dingne", "no such site: dingne",
      "vouliez-vous dire digne ?"),
    Mistake(
      "go", "M1-B44", status: 1, "critère introuvable : M1-B44", "no such criterion: M1-B44",
      "vouliez-vous dire M1-B4 ?"),
    Mistake(
      "go", "zzz", status: 1, "critère introuvable : zzz", "no such criterion: zzz",
      "« critère lister » les donne"),
    Mistake(
      "audit", "resume", "2027", status: 1, "audit introuvable : 2027", "no such audit: 2027"),
    Mistake(
      "site", "add", "digne", status: 1, "le site digne existe déjà", "site digne exists already"),
    Mistake(
      "audit", "open", "2026-001", "--checklist", "qual-e-pref", status: 1,
      "l’audit 2026-001 existe déjà", "audit 2026-001 exists already"),
    Mistake(
      "audit", "open", "x", "--checklist", "qual-e-prf", status: 1,
      "référentiel introuvable : qual-e-prf", "no such checklist: qual-e-prf",
      "vouliez-vous dire qual-e-pref ?"),
    Mistake(
      "audit", "open", "x", "--checklist", "hall.jpg", status: 1,
      "référentiel introuvable : hall.jpg", "no such checklist: hall.jpg"),
    Mistake(
      "audit", "open", "x", "--checklist", "absent.rec", status: 1, "« absent.rec » n’existe pas",
      "absent.rec does not exist"),
    Mistake(
      "audit", "scope", "digne", "--modules", "8", status: 1, "le module 8 est désactivé",
      "module 8 is disabled"),
    Mistake(
      "ok", "bien", "--site", "digne", status: 1, "vous n’êtes à aucun critère",
      "you stand at no criterion",
      "aller CRITÈRE, ou suivant"),
    Mistake(
      "ok", "bien", "--on", "M7-1", status: 1, "quel site ?", "which site?",
      "connus : digne, manosque"),
    Mistake(
      "ok", "bien", "--on", "M1-B4", "--site", "manosque", status: 1,
      "M1-B4 n’est pas dans le périmètre à manosque", "M1-B4 is not in scope at manosque"),
    Mistake(
      "assessment", "set", "M1-B4", "--site", "digne", "--verdict", "na", status: 2,
      "valeur inconnue : na", "unknown value: na"),
    Mistake(
      "assessment", "set", "M1-B4", "--site", "digne", "--verdict", "sans-objet", status: 1,
      "sans objet demande une raison", "not applicable needs a reason"),
    Mistake(
      "value", "12min", "--on", "M1-B4", "--site", "digne", status: 1,
      "« 12 min » ne se compare pas", "12 min does not compare"),
    Mistake(
      "measure", "add", "IND-02", "3j", "--site", "digne", status: 1,
      "« 3 jours » ne se compare pas à l’unité attendue (%)",
      "3 days does not compare with the unit expected (%)"),
    Mistake("dossier", "new", "demo", status: 1, "demo existe déjà", "demo exists"),
    Mistake(
      "milestone", "list", "as", "ics", status: 1, "aucun jalon à mettre au calendrier",
      "no milestone to put in the calendar"),
    Mistake(
      "site", "list", "as", "ics", status: 2, "site ne s’écrit pas en « ics »",
      "site cannot be written as ics"),
    Mistake(
      "report", "write", "to", "r.docx", status: 2, "rapport ne s’écrit pas en « docx »",
      "report cannot be written as docx"),
    Mistake(
      "seal", "verify", status: 1, "ce dossier n’a pas encore de scellé",
      "this dossier has no seal yet", "scellé apposer"),
    Mistake(
      "seal", "verify", "absent", status: 1, "« absent » n’existe pas", "absent does not exist"),
    Mistake(
      "seal", "make", status: 1, "l’audit 2026-001 n’est pas conclu",
      "audit 2026-001 is not concluded", "audit conclure"),
    Mistake(
      "site", "remove", "digne", "--reason", "x", status: 1, "digne est encore cité",
      "digne is still referred to"),
    Mistake("redo", status: 1, "rien à rétablir", "nothing to put back"),
  ]

  /// One prepared dossier for all mistakes, which none of them may change.
  private static let sandbox = Result { try Sandbox.prepared(isSeeded: false) }

  @Test(arguments: [ofUsage, ofTheLine, ofTheMoment].joined().map { $0 })
  func `is told once, in the user's language, with its exit code, and changes nothing`(
    _ mistake: Mistake
  ) throws {
    let sandbox = try Self.sandbox.get()
    let before = try sandbox.contents()
    let isOfLine = mistake.words[0].hasPrefix("-") || ["run", "check"].contains(mistake.words[0])
    let dossier = isOfLine ? [] : ["--dossier", "demo"]
    for (language, words) in [("fr_FR.UTF-8", mistake.french), ("en_GB.UTF-8", mistake.english)] {
      let answer = try sandbox.run(dossier + mistake.words, environment: ["LANG": language])
      let lines = answer.errors.split(separator: "\n").map(String.init)
      #expect(answer.status == mistake.status)
      #expect(answer.output == "")
      let label = language.hasPrefix("fr") ? "erreur\u{A0}: " : "error: "
      #expect(lines.filter { $0.contains(label) }.count == 1, "\(answer.errors)")
      let first = Self.plain(lines.first ?? "")
      #expect(first.contains(words), "\(answer.errors)")
      if let note = mistake.note, language.hasPrefix("fr") {
        #expect(lines.contains { Self.plain($0).contains(note) }, "\(answer.errors)")
      }
      // A place in the words is shown with a mark under it.
      #expect(first.hasPrefix("arguments:1:") == answer.errors.contains(" | "), "\(answer.errors)")
    }
    #expect(try sandbox.contents() == before)
  }

  /// A text whose no-break spaces are spaces, so that these tests can be read.
  private static func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  @Test func `of nobody having said who enters is refused where something is recorded`() throws {
    let sandbox = try Sandbox.prepared()
    let arguments = ["--dossier", "demo", "note", "x", "--on", "M1-B4", "--site", "digne"]
    let answer = try sandbox.run(arguments, environment: ["CONSTAT_ME": ""])
    #expect(answer.status == 1)
    #expect(answer.errors.contains("on ne sait pas qui saisit"))
    #expect(answer.errors.contains("régler moi PSEUDO"))
    // A file is not even looked at before.
    let attached = try sandbox.run(
      ["--dossier", "demo", "evidence", "attach", "nowhere"], environment: ["CONSTAT_ME": ""])
    #expect(attached.errors.contains("on ne sait pas qui saisit"))
    #expect(try sandbox.demo("evidence count").output == "0\n")
    // Nor is the scope of an audit that of nobody.
    let scoped = try sandbox.run(
      ["--dossier", "demo", "audit", "scope", "digne", "--modules", "2"],
      environment: ["CONSTAT_ME": ""])
    #expect(scoped.status == 1 && scoped.errors.contains("on ne sait pas qui saisit"))
  }

  @Test func `of nobody having said who enters leaves the account of the machine to answer`()
    throws
  {
    let sandbox = try Sandbox()
    let nobody = ["CONSTAT_ME": ""]
    _ = try sandbox.run(["dossier", "new", "d"], environment: nobody)
    _ = try sandbox.run(["--dossier", "d", "site", "add", "digne"], environment: nobody)
    let account = try sandbox.shell("id -un").output.split(separator: "\n").first ?? ""
    let log = try sandbox.run("--dossier", "d", "journal", "log").output
    #expect(log.split(separator: "\n").count == 2)
    #expect(log.split(separator: "\n").allSatisfy { $0.hasSuffix(" — \(account)") }, "\(log)")
  }

  @Test func `of several audits being open asks which, before anything runs`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("audit open 2026-002 --checklist services-publics-plus")
    let answer = try sandbox.run("--dossier", "demo", "finding", "list")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("2026-001, 2026-002"))
    #expect(
      try sandbox.run("--dossier", "demo", "finding", "list", "--audit", "2026-002").status == 0)
    #expect(try sandbox.run("--dossier", "demo", "finding", "list", "--audit", "all").status == 0)
  }

  @Test(arguments: [
    (Data([0xFF, 0xFE, 0x70, 0x00]), "UTF-16"),
    (Data("print \"\u{E9}\"".utf8.map { $0 } + [0xE9, 0x0A]), "UTF-8"),
    (Data("print \u{AB}a\u{BB}".utf8), "guillemets droits"), (Data("print {".utf8), "{"),
    (Data("if 1 = 1 {\nprint a\n".utf8), "accolade"), (Data("print a)\n".utf8), ")"),
    (Data("let = 3\n".utf8), "nom"), (Data("print \"a $(site list)\"\n".utf8), "ne s’écrit pas"),
  ])
  func `in the shape of a script is found before it runs`(_ bytes: Data, _ word: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write("s.constat", bytes)
    for arguments in [["run", "s.constat"], ["check", "s.constat"]] {
      let answer = try sandbox.run(arguments)
      #expect(answer.status == 2)
      #expect(answer.errors.contains(word), "\(answer.errors)")
      #expect(!answer.output.contains(word))
    }
  }
}
