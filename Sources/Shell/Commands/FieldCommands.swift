import Auditing
import Journaling
import Scripting

/// The words of a visit: where one stands, and what one sees there.
enum FieldCommands {
  static let all = [NextCommand.next, back, go, ok, na, note, photo, value]

  static let on = CommandSpec.OptionSpec(
    name: Name("on", "sur"), type: .reference(.criterion))
  static let site = CommandSpec.OptionSpec(name: Name("site"), type: .reference(.site))
  /// How what is kept was obtained, where it was not observed.
  static let method = CommandSpec.OptionSpec(
    name: Name("method", "méthode"), type: .choice(Choices.methods))

  static let back = CommandSpec(
    name: Name("back", "retour"), summary: ("revenir où l’on était", "go back to where one was"),
    example: "back"
  ) { session, _ in
    guard let place = session.trail.popLast() else { throw Failure(.noWayBack) }
    session.place = place
    return place.criterion == nil ? .acknowledged(session.placeWords) : try session.describePlace()
  }

  static let go = CommandSpec(
    name: Name("go", "aller"),
    operands: [.init(name: Name("where", "où"), type: .text, isRepeated: true)],
    options: [site],
    summary: (
      "aller à un critère, un site ou un constat", "go to a criterion, a site or a finding"
    ),
    manual: (
      "Par son code ou sa fin («\u{A0}aller b4\u{A0}»), ou par des mots de son titre\u{A0}: «\u{A0}aller attente\u{A0}».",
      "By its id or its end (go b4), or by words of its title: go waiting."
    ),
    example: "go M1-B4"
  ) { session, bound in
    let word = bound.all("where").joined(separator: " ")
    let audit = try session.currentAudit()
    if let site = session.state.sites.first(where: { $0.id.folded == word.folded }) {
      guard audit.visitedSites.contains(site.id) else {
        throw Failure(.siteNotInScope(site.id, audit.visitedSites), at: bound.place("where"))
      }
      session.move(to: Place(audit: audit.key, site: site.id, criterion: session.place.criterion))
      return session.place.criterion == nil
        ? .acknowledged(session.placeWords) : try session.describePlace()
    }
    try session.refuseAmbiguous(word, .finding, at: bound.place("where"))
    let keys = session.identifiers(.finding).keys(for: word)
    if keys.count == 1, let finding = session.state.finding(keys[0], in: audit) {
      session.move(to: Place(audit: audit.key, site: finding.site, criterion: finding.criterion))
      return try session.describePlace()
    }
    let checklist = try session.checklist(audit.checklist)
    let scope = Set(
      audit.visitedSites.flatMap { audit.criteria(of: checklist, at: $0).map(\.id) })
    let criterion = try session.criterion(
      word, in: checklist, preferring: scope, at: bound.place("where"))
    let site = try session.siteForVisit(bound, audit)
    try session.requireScope(criterion, site, audit, checklist, at: bound.place("where"))
    session.move(to: Place(audit: audit.key, site: site, criterion: criterion.id))
    return try session.describePlace()
  }

  static let ok = CommandSpec(
    name: Name("ok", "conforme"), options: [on, site, method],
    text: .init(name: Name("TEXT", "TEXTE")),
    summary: (
      "conforme ici\u{202F}; le texte est gardé comme déclaration",
      "conforming here; the text is kept as a statement"
    ),
    example: "ok affichage vu à l'entrée", writes: true
  ) { session, bound in
    var visit = try session.visit(bound)
    try session.refuseConforming(
      visit.criterion.id, at: visit.site, in: visit.audit, on: visit.checklist)
    var said = ""
    if let text = bound.text?.value {
      let evidence = try session.attachStatement(text, &visit, bound["method"])
      said = " (\(evidence))"
    }
    if let conflict = session.conflict(over: visit.audit.key, visit.criterion.id, visit.site) {
      guard !said.isEmpty else { throw Failure(.inConflict(conflict.id), at: bound.range) }
      session.sayThatVerdictWaits(for: conflict)
      return .acknowledged(visit.words(("noté\(said)", "noted\(said)")))
    }
    try session.assess(visit, .conforming, reason: nil)
    return .acknowledged(visit.words(("conforme\(said)", "conforming\(said)")))
  }

  static let na = CommandSpec(
    name: Name("na", "so"), options: [on, site],
    text: .init(name: Name("REASON", "RAISON"), isRequired: true),
    summary: ("sans objet ici, avec sa raison", "not applicable here, with its reason"),
    example: "na pas de CERT sur ce site", writes: true
  ) { session, bound in
    var visit = try session.visit(bound)
    guard let reason = bound.text?.value else { throw Failure(.reasonNeeded, at: bound.range) }
    if let conflict = session.conflict(over: visit.audit.key, visit.criterion.id, visit.site) {
      let evidence = try session.attachStatement(reason, &visit)
      session.sayThatVerdictWaits(for: conflict)
      return .acknowledged(visit.words(("noté (\(evidence))", "noted (\(evidence))")))
    }
    try session.assess(visit, .notApplicable, reason: reason)
    return .acknowledged(visit.words(("sans objet\u{A0}: \(reason)", "not applicable: \(reason)")))
  }

  static let note = CommandSpec(
    name: Name("note", "noter"), options: [on, site, method],
    text: .init(name: Name("TEXT", "TEXTE"), isRequired: true),
    summary: ("noter ce que l’on voit ou entend ici", "note what one sees or hears here"),
    manual: (
      "Sans critère courant, la note est gardée et «\u{A0}missing\u{A0}» la rappelle.",
      "Without a current criterion the note is kept, and missing lists it."
    ),
    example: "note l'horaire affiché n'est pas celui du site", writes: true
  ) { session, bound in
    guard let text = bound.text?.value else { throw Failure(.valueNeeded, at: bound.range) }
    if session.place.criterion == nil, bound["on"] == nil {
      let id = try session.attachStatement(
        text, criterion: nil, site: bound["site"] ?? session.place.site, method: bound["method"])
      return .acknowledged(
        ("\(id) noté, sans critère", "\(id) noted, at no criterion"), value: .word(id))
    }
    var visit = try session.visitToNote(bound)
    let id = try session.attachStatement(text, &visit, bound["method"])
    return .acknowledged(visit.words(("\(id) noté", "\(id) noted")), value: .word(id))
  }

  static let photo = CommandSpec(
    name: Name("photo"),
    operands: [.init(name: Name("file", "fichier"), type: .file)],
    options: [on, site, method], text: .init(name: Name("TEXT", "TEXTE")),
    summary: ("joindre une photo ou un fichier ici", "attach a photo or a file here"),
    example: "photo hall.jpg le panneau d'accueil", writes: true
  ) { session, bound in
    let file = try session.path(bound["file"] ?? "")
    var attachment = Attachment(by: session.today)
    attachment.source = bound.text?.value
    attachment.method = bound["method"].flatMap(Checklist.Method.init) ?? .observe
    if session.place.criterion == nil, bound["on"] == nil {
      attachment.site = bound["site"] ?? session.place.site
      let id = try session.attachFile(file, attachment, at: bound.place("file"))
      return .acknowledged(
        ("\(id) joint, sans critère", "\(id) attached, at no criterion"), value: .word(id))
    }
    let visit = try session.visitToNote(bound)
    attachment.criterion = visit.criterion.id
    attachment.site = visit.site
    let id = try session.attachFile(file, attachment, at: bound.place("file"))
    return .acknowledged(visit.words(("\(id) joint", "\(id) attached")), value: .word(id))
  }

  static let value = CommandSpec(
    name: Name("value", "valeur"),
    options: [
      on, site, .init(name: Name("period", "période"), type: .period),
      .init(name: Name("n"), type: .integer), .init(name: Name("source"), type: .text),
      .init(name: Name("indicator", "indicateur"), type: .reference(.indicator)),
    ],
    text: .init(name: Name("QUANTITY", "QUANTITÉ"), isRequired: true),
    summary: ("relever l’indicateur du critère courant", "record the indicator of this criterion"),
    example: "value 1,37 jours --period 2020", writes: true
  ) { session, bound in
    let visit = try session.visit(bound)
    let text = bound.text?.value ?? ""
    guard let quantity = Quantity(text) else {
      throw Failure(.badValue(text, .quantity), at: bound.text?.range ?? bound.range)
    }
    let own = (bound["indicator"].map { [$0] } ?? visit.criterion.indicators)
      .compactMap(visit.checklist.indicator)
    // Of several the unit tells which is meant, and the first where it does not.
    let fitting = own.first { quantity.compares(with: Quantity(DecimalNumber(1), $0.unit)) }
    guard let indicator = fitting ?? own.first else {
      let measured = visit.checklist.criteria.filter { !$0.indicators.isEmpty }.map(\.id)
      throw Failure(.noIndicator(visit.criterion.id, measured: measured))
    }
    return try MeasureCommands.record(
      .init(value: quantity, site: visit.site), of: indicator, &session, bound,
      at: bound.text?.range ?? bound.range)
  }
}
