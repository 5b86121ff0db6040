extension JSON {
  /// The value of a key, or nothing when there is none or this is no object.
  package subscript(key: String) -> JSON? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  /// The element at a place, or nothing when there is none or this is no list.
  package subscript(place: Int) -> JSON? {
    guard case .list(let list) = self, list.indices.contains(place) else { return nil }
    return list[place]
  }

  /// The characters of a text.
  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The value of an integer that was spelt as one.
  package var integer: Int? {
    guard case .integer(let integer) = self else { return nil }
    return integer
  }

  /// The value of any number as binary floating point, for loose reading only.
  package var approximation: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .decimal(let text): Double(text)
    default: nil
    }
  }

  /// The value of `true` or `false`.
  package var bool: Bool? {
    guard case .bool(let bool) = self else { return nil }
    return bool
  }

  /// The elements of a list.
  package var list: [JSON]? {
    guard case .list(let list) = self else { return nil }
    return list
  }

  /// The texts of a list that holds nothing else.
  package var texts: [String]? {
    guard case .list(let list) = self else { return nil }
    let texts = list.compactMap(\.text)
    return texts.count == list.count ? texts : nil
  }

  /// The members of an object.
  package var object: Object? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  /// Whether this is `null`.
  package var isNull: Bool { self == .null }
}
