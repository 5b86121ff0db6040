import Auditing

/// What stands in the place of the key of a record, which is never shown.
extension State {
  /// How people know the record of a key: by its id, or where it is not shown by what it is and
  /// who made it.
  func reference(to key: String, _ noun: Noun, _ ids: Identifiers? = nil) -> Wording {
    if let record = record(noun, key), record.label != nil {
      let id = (ids ?? Identifiers(noun, in: self))[key]
      return (id, id)
    }
    let name = Session.name(of: noun)
    guard let place = making(of: key, noun) else {
      return ("\(name.fr) qui n’est pas ici", "\(name.en) that is not here")
    }
    let by = event(at: place)?.by ?? ""
    let ending = [.request, .meeting].contains(noun) ? "e" : ""
    if held.contains(where: { $0.place == place }) {
      return ("\(name.fr) retenu\(ending) de \(by)", "held \(name.en) of \(by)")
    }
    if !isActive(place.operation) {
      return ("\(name.fr) de \(by), repris\(ending)", "\(name.en) of \(by), undone")
    }
    return ("\(name.fr) de \(by)", "\(name.en) of \(by)")
  }

  /// The same for a text that may be the key of any record; nothing where it is none.
  func reference(toAny text: String) -> Wording? {
    guard text.utf8.count == 16, text.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
      return nil
    }
    let made = making(of: text).flatMap { event(at: $0)?.declaration?.noun }
    guard let noun = Noun.allCases.first(where: { record($0, text) != nil }) ?? made else {
      return nil
    }
    guard noun == .person, let handle = record(noun, text)?.text("handle") else {
      return reference(to: text, noun)
    }
    return (handle, handle)
  }
}
