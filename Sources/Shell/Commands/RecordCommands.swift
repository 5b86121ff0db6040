import Auditing
import Journaling
import Scripting

/// `evidence attach`, `finding add`, `finding amend`, `assessment set`: the records of an audit.
enum RecordCommands {
  static let all = [attach, addFinding, amendFinding, respond, setAssessment, setCriterion]

  static let attach = CommandSpec(
    noun: AuditNouns.evidence.name, name: Name("attach", "joindre"),
    operands: [.init(name: Name("file", "fichier"), type: .file)],
    options: [
      .init(name: Name("criterion", "critère"), type: .reference(.criterion)),
      FieldCommands.site, .init(name: Name("source"), type: .text),
      .init(name: Name("method", "méthode"), type: .choice(Choices.methods)),
      .init(name: Name("collected", "recueillie"), type: .date),
      .init(name: Name("covers", "couvre"), type: .period),
      .init(name: Name("sensitive", "sensible"), type: nil), .init(name: Name("git"), type: nil),
    ],
    summary: (
      "prendre un fichier comme preuve, par son contenu", "take a file in as evidence, by content"
    ),
    manual: (
      "Le fichier est copié et identifié par son empreinte\u{202F}; l’original n’est pas touché. Sont refusés\u{A0}: liens, répertoires, périphériques, fichiers vides, à trous, en cours d’écriture ou de plus de 1 Gio. Avec --git, «\u{A0}synchroniser\u{A0}» le confie aussi à git, jusqu’à 5 Mio et jamais s’il est sensible\u{202F}; sans cela il voyage de copie en copie («\u{A0}preuve récupérer\u{A0}»).",
      "The file is copied and known by its digest; the original is not touched. Links, folders, devices, files that are empty, have holes, are growing or exceed 1 GiB are refused. With --git, sync gives it to git too, up to 5 MiB and never when sensitive; else it travels from copy to copy (evidence fetch)."
    ),
    example: "evidence attach releve.csv --criterion M1-E1", writes: true
  ) { session, bound in
    var attachment = Attachment(by: bound.date("collected") ?? session.today)
    if let word = bound["criterion"] {
      let checklist = try session.checklistInRange(.current)
      attachment.criterion =
        try session.criterion(word, in: checklist, at: bound.place("criterion")).id
    }
    if let word = bound["site"] {
      attachment.site = try session.site(word, at: bound.place("site")).id
    } else if attachment.criterion != nil {
      attachment.site = try session.siteForVisit(bound, try session.currentAudit())
    }
    attachment.source = bound["source"]
    attachment.method = bound["method"].flatMap(Checklist.Method.init)
    attachment.covers = bound["covers"]
    attachment.isSensitive = bound.has("sensitive")
    attachment.isForGit = bound.has("git")
    let file = try session.path(bound["file"] ?? "")
    let id = try session.attachFile(file, attachment, at: bound.place("file"))
    let evidence = session.state.evidence.first { $0.id == id }
    let place = [evidence?.criterion, evidence?.site].compactMap(\.self).joined(separator: " · ")
    let digest = evidence?.sha256?.prefix(12) ?? ""
    if attachment.isForGit,
      attachment.isSensitive || evidence?.size ?? 0 > EvidenceLocker.mostForGit
    {
      session.output.note(
        (
          "git ne prendra pas \(id)\u{A0}: seulement jusqu’à 5 Mio, et rien de sensible",
          "git will not carry \(id): up to 5 MiB only, and nothing sensitive"
        ))
    }
    return .acknowledged(
      (
        "\(id) joint\(place.isEmpty ? "" : " (\(place))") — SHA-256 \(digest)…",
        "\(id) attached\(place.isEmpty ? "" : " (\(place))") — SHA-256 \(digest)…"
      ), value: .word(id))
  }

  static let addFinding = CommandSpec(
    noun: AuditNouns.finding.name, name: Name("add", "ajouter"),
    operands: [
      .init(name: Name("criterion", "critère"), type: .reference(.criterion)),
      .init(name: Name("text", "texte"), type: .text),
    ],
    options: [
      .init(name: Name("grade"), type: .word, isRequired: true)
    ] + CommandSpec.citing + [
      FieldCommands.site, .init(name: Name("service"), type: .text),
      .init(name: Name("due", "échéance"), type: .date),
      .init(name: Name("audit"), type: .reference(.audit)), CommandSpec.once,
    ],
    summary: ("ajouter un constat qui cite ses preuves", "add a finding that cites its evidence"),
    manual: (
      "Un constat sans preuve est refusé\u{A0}: citez --preuve P3,P4 ou écrivez ce que vous avez vu avec --vu.",
      "A finding without evidence is refused: cite --evidence P3,P4 or write what you saw with --seen."
    ),
    example:
      #"finding add M1-B4 "Délai non affiché" --grade ncmin --seen "aucun affichage dans le hall""#,
    writes: true
  ) { session, bound in
    let audit = try session.openAudit(of: bound)
    let checklist = try session.checklist(audit.checklist)
    let criterion = try session.criterion(
      bound["criterion"] ?? "", in: checklist, at: bound.place("criterion"))
    let site = try session.siteForVisit(bound, audit)
    try session.requireScope(criterion, site, audit, checklist, at: bound.place("criterion"))
    let grade = try grade(bound, checklist)
    let text = bound["text"] ?? ""
    if let id = try session.standing(
      AuditNouns.finding, bound, criterion: criterion.id, site: site, text: text)
    {
      return .standing(id)
    }
    let cited = try session.cited(bound, criterion: criterion.id, site: site)
    guard !cited.isEmpty else { throw Failure(.evidenceNeeded, at: bound.range) }
    let finding = NewFinding(
      criterion: criterion.id, site: site,
      service: try session.service(of: bound, criterion, site, audit), grade: grade,
      text: text, due: bound.date("due"), evidence: cited)
    let id = try session.addFinding(finding, audit)
    return .acknowledged(
      (
        "\(id) — \(criterion.id) · \(site)\u{A0}: \(grade.title.fr)",
        "\(id) — \(criterion.id) · \(site): \(grade.title[.en])"
      ), value: .word(id))
  }

  private static func grade(_ bound: Bound, _ checklist: Checklist) throws -> Checklist.Grade {
    let word = bound["grade"] ?? ""
    guard
      let grade = checklist.grades.first(where: {
        $0.code.folded == word.folded || $0.word.folded == word.folded
      })
    else {
      let known = checklist.grades.map { Name($0.word) }
      throw Failure(
        .unknownChoice(
          word, known: known, suggestion: Suggestion.nearest(to: word, among: known.map(\.en))),
        at: bound.place("grade"))
    }
    return grade
  }

  static let amendFinding = CommandSpec(
    noun: AuditNouns.finding.name, name: Name("amend", "rectifier"),
    operands: [.init(name: Name("finding", "constat"), type: .reference(.finding))],
    options: [
      .init(name: Name("text", "texte"), type: .text), .init(name: Name("grade"), type: .word),
      .init(name: Name("due", "échéance"), type: .date),
      .init(name: Name("service"), type: .text),
      .init(name: Name("evidence", "preuve"), type: .reference(.evidence), isList: true),
      .init(name: Name("reason", "raison"), type: .text, isRequired: true),
    ],
    summary: (
      "rectifier un constat\u{202F}; l’ancien reste dans l’historique",
      "amend a finding; the old one stays in the history"
    ),
    example: #"finding amend F1 --due +90d --reason "délai convenu en clôture""#, writes: true
  ) { session, bound in
    let record = try session.record(
      .finding, .finding, bound["finding"] ?? "", at: bound.place("finding"))
    guard let audit = session.state.audits.first(where: { $0.key == record.audit }),
      let finding = session.state.finding(record.key, in: audit)
    else { throw Failure(.noAudit) }
    try session.refuseIfSealed(audit)
    if !record.conflictingUnits.isEmpty { throw Failure(.inConflict(finding.id)) }
    let checklist = try session.checklist(audit.checklist)
    var fields: [String: Content] = [
      "record": .text(record.key), "audit": .text(audit.key),
      "reason": .text(bound["reason"] ?? ""),
    ]
    let newGrade = bound.has("grade") ? try grade(bound, checklist) : nil
    if bound.has("text") || bound.has("grade") || bound.has("service") {
      fields["criterion"] = .text(finding.criterion)
      fields["site"] = .text(finding.site)
      fields["grade"] = .text(newGrade?.code ?? finding.grade)
      fields["text"] = .text(bound["text"] ?? finding.text)
      if let service = bound["service"] ?? finding.service { fields["service"] = .text(service) }
    }
    if let due = bound.date("due") { fields["due"] = .text(due.description) }
    try session.record("finding.amended", fields)
    for word in bound.all("evidence") {
      let evidence = try session.record(.evidence, .evidence, word, at: bound.place("evidence"))
      try session.record(
        "finding.cited",
        [
          "record": .text(record.key), "audit": .text(audit.key), "change": "add",
          "element": .text(evidence.key),
        ])
    }
    if newGrade?.severity.isNonconformity == true {
      try session.assess(audit.key, finding.criterion, finding.site, .nonconforming)
    }
    return .acknowledged(
      ("\(finding.id) rectifié", "\(finding.id) amended"), value: .word(finding.id))
  }

  static let respond = CommandSpec(
    noun: AuditNouns.finding.name, name: Name("respond", "répondre"),
    operands: [
      .init(name: Name("finding", "constat"), type: .reference(.finding)),
      .init(
        name: Name("position"),
        type: .choice([Name("accepted", "acceptée"), Name("contested", "contestée")])),
    ],
    options: [
      .init(name: Name("words", "propos"), type: .text),
      .init(name: Name("who", "qui"), type: .reference(.person)),
    ],
    summary: (
      "écrire la position de l’audité sur un constat", "write the auditee’s position on a finding"
    ),
    manual: (
      "Une position contestée figure au procès-verbal comme avis divergent non résolu.",
      "A contested position stands in the closing minutes as an unresolved diverging opinion."
    ),
    example: #"finding respond F1 accepted --words "affichage commandé""#, writes: true
  ) { session, bound in
    try session.requirePerson()
    let record = try session.record(
      .finding, .finding, bound["finding"] ?? "", at: bound.place("finding"))
    guard let audit = session.state.audits.first(where: { $0.key == record.audit })
    else { throw Failure(.noAudit) }
    try session.refuseIfSealed(audit)
    var fields: [String: Content] = [
      "record": .text(record.key), "audit": .text(audit.key),
      "position": .text(bound["position"] ?? ""),
    ]
    if let words = bound["words"] { fields["words"] = .text(words) }
    if let who = bound["who"] { fields["who"] = .text(try session.person(who, bound).handle) }
    try session.record("finding.responded", fields)
    let id = session.identifiers(.finding)[record.key]
    let name = Choices.positions.first { $0.en == bound["position"] }
    return .acknowledged(
      ("\(id)\u{A0}: position \(name?.fr ?? "")", "\(id): position \(name?.en ?? "")"),
      value: .word(id))
  }

  static let setAssessment = CommandSpec(
    noun: AuditNouns.assessment.name, name: Name("set", "modifier"),
    operands: [.init(name: Name("criterion", "critère"), type: .reference(.criterion))],
    subject: ["criterion": "criterion", "site": "site"],
    options: [
      FieldCommands.site,
      .init(name: Name("verdict"), type: .choice(Choices.verdicts), isRequired: true),
      .init(name: Name("reason", "raison"), type: .text),
    ],
    summary: (
      "écrire le verdict d’un critère à un site", "write the verdict of a criterion at a site"
    ),
    example: "assessment set M1-A1 --verdict conforming", writes: true
  ) { session, bound in
    let audit = try session.openAudit(of: bound)
    let checklist = try session.checklist(audit.checklist)
    let criterion = try session.criterion(
      bound["criterion"] ?? "", in: checklist, at: bound.place("criterion"))
    let site = try session.siteForVisit(bound, audit)
    try session.requireScope(criterion, site, audit, checklist, at: bound.place("criterion"))
    let verdict = bound["verdict"].flatMap(Assessment.Verdict.init) ?? .notAssessed
    if verdict == .notApplicable, bound["reason"] == nil {
      throw Failure(.reasonNeeded, at: bound.place("verdict"))
    }
    if verdict == .conforming {
      try session.refuseConforming(criterion.id, at: site, in: audit, on: checklist)
    }
    let visit = Visit(audit: audit, checklist: checklist, criterion: criterion, site: site)
    try session.assess(visit, verdict, reason: bound["reason"])
    let name = Choices.verdicts.first { $0.en == verdict.rawValue }
    return .acknowledged(visit.words((name?.fr ?? "", name?.en ?? "")))
  }

  static let setCriterion = CommandSpec(
    noun: ChecklistNouns.criterion.name, name: Name("set", "modifier"),
    operands: [.init(name: Name("criterion", "critère"), type: .reference(.criterion))],
    subject: ["criterion": "id"],
    options: [
      .init(name: Name("owner", "responsable"), type: .reference(.person)),
      .init(name: Name("place", "lieu"), type: .text),
    ],
    summary: (
      "dire ici qui répond d’un critère, et où on le voit",
      "say here who answers for a criterion, and where it is seen"
    ),
    manual: (
      "Le référentiel, lui, ne change pas\u{A0}: ces deux champs appartiennent au dossier.",
      "The checklist itself does not change: these two fields belong to the dossier."
    ),
    example: #"criterion set M1-B4 --place "hall principal""#, writes: true
  ) { session, bound in
    let checklist = try session.checklistInRange(.current)
    let criterion = try session.criterion(
      bound["criterion"] ?? "", in: checklist, at: bound.place("criterion"))
    var fields: [String: Content] = [
      "checklist": .text(checklist.id), "criterion": .text(criterion.id),
    ]
    if let owner = bound["owner"] {
      fields["owner"] = .text(try session.person(owner, bound).handle)
    }
    if let place = bound["place"] { fields["place"] = .text(place) }
    guard fields.count > 2 else {
      throw Failure(.missingOption(Name("place", "lieu"), command: bound.spec), at: bound.range)
    }
    try session.record("criterion.set", fields)
    return .acknowledged(("\(criterion.id) complété", "\(criterion.id) completed"))
  }
}
