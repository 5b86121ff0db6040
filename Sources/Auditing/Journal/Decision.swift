/// What an entry of the kind `conflict.resolved` says: which heads it decides, and how.
///
/// Its field `conflict` holds the noun, the key and the unit of a record, or the id of an
/// operation whose activity is disputed; `over` holds the ids of the operations in conflict.
struct Decision {
  let subject: Subject
  let over: [String]
  /// The value it gives the unit; of a presence or an activity, the word for keep or drop.
  let value: [String: Content]

  enum Subject {
    case unit(Target, String)
    case activity(String)
  }

  /// Reads it, or nothing where it does not say what it decides.
  init?(_ event: Event) {
    guard let conflict = event["conflict"]?.object, let over = event["over"]?.texts,
      !over.isEmpty
    else { return nil }
    self.over = over
    let (isKept, isDropped) = (event["keep"]?.boolean == true, event["drop"]?.boolean == true)
    if let operation = conflict["operation"]?.text {
      guard isKept != isDropped else { return nil }
      subject = .activity(operation)
      value = ["activity": isKept ? "active" : "undone"]
      return
    }
    guard let noun = conflict["noun"]?.text.flatMap(Noun.init(rawValue:)),
      let key = conflict["record"]?.text, let unit = conflict["unit"]?.text
    else { return nil }
    subject = .unit(Target(noun: noun, key: key), unit)
    if unit == Record.presence {
      guard isKept != isDropped, !noun.isLasting else { return nil }
      value = Record.presence(isKept)
    } else {
      guard let value = event["value"]?.object, !value.isEmpty else { return nil }
      self.value = value
    }
  }

  /// Whether it keeps an operation active or a record present.
  var keeps: Bool { value["activity"] == "active" || value[Record.presence] == "present" }
}
