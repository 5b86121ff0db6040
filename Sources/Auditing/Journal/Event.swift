/// One thing that happened to a dossier, as its entry in the journal says it.
package struct Event: Sendable {
  private let form: Form

  private enum Form: Sendable {
    case written(WrittenEvent)
    indirect case made(Made)
  }

  /// An event whose fields are known one by one.
  private struct Made: Sendable {
    let kind: String
    let by: String
    let run: String?
    let isClockGiven: Bool
    let fields: [String: Content]
  }

  /// Creates an event.
  package init(
    _ kind: String, by: String = "", run: String? = nil, isClockGiven: Bool = false,
    _ fields: [String: Content]
  ) {
    form = .made(
      Made(kind: kind, by: by, run: run, isClockGiven: isClockGiven, fields: fields))
  }

  /// Creates an event that is read where it is written.
  package init(_ written: WrittenEvent) {
    form = .written(written)
  }

  /// The name of its kind, such as `finding.added`.
  package var kind: String {
    switch form {
    case .written(let written): written.kind
    case .made(let made): made.kind
    }
  }

  /// The place of its kind in `EventKind.all`, or nothing when this version does not know it.
  package var kindPlace: Int? {
    switch form {
    case .written(let written): written.kindPlace
    case .made(let made):
      EventKind.place(named: made.kind.utf8.span)
    }
  }

  /// What its kind means, or nothing when this version does not know it.
  package var declaration: EventKind? { kindPlace.map(EventKind.init) }

  /// The handle of the person who caused it, or the account of the machine where nobody had said
  /// who enters.
  package var by: String {
    switch form {
    case .written(let written): written.text("by") ?? ""
    case .made(let made): made.by
    }
  }

  /// The run of the script it belongs to, when undo can take that back as one.
  package var run: String? {
    switch form {
    case .written(let written): written.text("run")
    case .made(let made): made.run
    }
  }

  /// Whether it was entered under a clock that was given and not the system's.
  package var isClockGiven: Bool {
    switch form {
    case .written(let written): written.text("clock") == "given"
    case .made(let made): made.isClockGiven
    }
  }

  /// All its own fields; to ask for one of them costs less.
  package var fields: [String: Content] {
    switch form {
    case .written(let written): written.fields
    case .made(let made): made.fields
    }
  }

  /// The text of one of its own fields, or nothing where that holds something else.
  package func text(_ name: String) -> String? {
    switch form {
    case .written(let written): written.ownText(name)
    case .made(let made): made.fields[name]?.text
    }
  }

  /// The text of its field `record`, which most events begin or speak of.
  var recordKey: String? {
    switch form {
    case .written(let written): written.recordKey
    case .made(let made): made.fields["record"]?.text
    }
  }

  /// The texts of some of its own fields with `/` between them, when none holds a byte that the
  /// key of a record spells otherwise.
  func joined(_ names: [String]) -> String? {
    guard case .written(let written) = form else { return nil }
    return written.joined(names)
  }

  /// The text of one of its own fields; a text that is known is given back where it is the same.
  func text(_ name: String, or known: String) -> String? {
    switch form {
    case .written(let written): written.ownText(name, or: known)
    case .made(let made): made.fields[name]?.text
    }
  }

  /// Whether it has a field of its own of that name.
  package func holds(_ name: String) -> Bool {
    switch form {
    case .written(let written): written.holds(name)
    case .made(let made): made.fields[name] != nil
    }
  }

  package subscript(name: String) -> Content? {
    switch form {
    case .written(let written): written.content(name)
    case .made(let made): made.fields[name]
    }
  }
}

extension Event: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    guard left.kind == right.kind, left.by == right.by, left.run == right.run
    else { return false }
    return switch (left.form, right.form) {
    case (.written(let written), .made(let made)), (.made(let made), .written(let written)):
      written.says(made.fields)
    default: left.fields == right.fields
    }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(by)
    hasher.combine(run)
    hasher.combine(fields)
  }
}
