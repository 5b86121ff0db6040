import Auditing
import Scripting

/// `next`: the visit goes on, by number, by place or by the person met.
enum NextCommand {
  private static let orders = [
    Name("number", "numéro"), Name("place", "lieu"), Name("person", "personne"),
  ]

  static let next = CommandSpec(
    name: Name("next", "suivant"),
    options: [
      FieldCommands.site, .init(name: Name("module"), type: .reference(.module)),
      .init(name: Name("place", "lieu"), type: .text),
      .init(name: Name("person", "personne"), type: .text),
      .init(name: Name("by", "par"), type: .choice(orders)),
    ],
    summary: ("aller au prochain critère à évaluer", "go to the next criterion to assess"),
    manual: (
      """
      Montre l’exigence, les preuves attendues, la méthode, la question à poser, et ce qui fut constaté \
      la dernière fois. «\u{A0}>\u{A0}» fait de même. --par lieu ou --par personne fait la visite lieu par lieu ou \
      personne par personne, --lieu et --personne s’en tiennent à un seul (des mots suffisent)\u{A0}: c’est \
      gardé jusqu’à «\u{A0}suivant --par numéro\u{A0}». --site et --module ne valent que pour cette fois.
      """,
      """
      Shows the requirement, the evidence expected, the method, the question to ask, and what was found \
      last time. > does the same. --by place or --by person walks the visit place by place or person \
      by person, --place and --person keep to one (a few words will do): that is kept until next --by \
      number. --site and --module hold for this time only.
      """
    ),
    example: "next"
  ) { session, bound in
    let audit = try session.currentAudit()
    let checklist = session.placed(try session.checklist(audit.checklist))
    if audit.scope.isEmpty { throw Failure(.noScope) }
    var walk = Self.walk(session.walk, bound)
    session.walk = walk
    walk.site = try bound["site"].map { try session.site($0, at: bound.place("site")).id }
    walk.module = bound["module"]
    let here = session.place
    let stops = walk.stops(of: audit, on: checklist, from: here.site)
    let place = stops.firstIndex { $0.site == here.site && $0.criterion == here.criterion }
    let order = place.map { Array(stops[($0 + 1)...]) + Array(stops[...$0]) } ?? stops
    let open = order.first { stop in
      session.state.assessment(audit, stop.criterion, stop.site).verdict == .notAssessed
    }
    guard let open else { throw Failure(.nothingLeft) }
    session.move(to: Place(audit: audit.key, site: open.site, criterion: open.criterion))
    return try session.describePlace()
  }

  /// The walk that a command asks for: a new order forgets the place or person kept to.
  private static func walk(_ known: Walk, _ bound: Bound) -> Walk {
    var walk = known
    if let order = bound["by"].flatMap(Walk.Order.init) { walk = Walk(order: order) }
    if let place = bound["place"] { walk = Walk(order: .place, place: place) }
    if let person = bound["person"] {
      walk = Walk(order: .person, place: walk.place, person: person)
    }
    return walk
  }
}
