extension JSON {
  /// The canonical bytes (RFC 8785): no spaces, keys in order of UTF-16 units, fewest escapes.
  ///
  /// Integers are written in full, as RFC 8785 does up to 2^53. A decimal is written as it is
  /// spelt, which that standard does not: see `isCanonical`.
  package var canonicalBytes: [UInt8] {
    var writer = Writer()
    writer.canonical(self)
    return writer.bytes
  }

  /// The canonical text (RFC 8785).
  package var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// Whether the value holds only what canonical reading takes: texts, integers, booleans,
  /// lists and objects.
  package var isCanonical: Bool {
    switch self {
    case .null, .decimal: false
    case .bool, .text: true
    case .integer(let integer): Self.exactIntegers.contains(integer)
    case .list(let list): list.allSatisfy(\.isCanonical)
    case .object(let object): object.allSatisfy(\.value.isCanonical)
    }
  }

  /// The integers that binary floating point tells apart (RFC 7493, 2.2).
  static let exactIntegers = -0x1F_FFFF_FFFF_FFFF...0x1F_FFFF_FFFF_FFFF
}

extension JSON.Writer {
  fileprivate mutating func canonical(_ value: JSON) {
    switch value {
    case .list(let list):
      append(0x5B)
      for (place, element) in list.enumerated() {
        if place > 0 { append(0x2C) }
        canonical(element)
      }
      append(0x5D)
    case .object(let object):
      append(0x7B)
      for (place, member) in object.sorted.enumerated() {
        if place > 0 { append(0x2C) }
        string(member.key)
        append(0x3A)
        canonical(member.value)
      }
      append(0x7D)
    default: scalar(value)
    }
  }
}

extension JSON.Object {
  /// The members in order of the UTF-16 units of their keys.
  fileprivate var sorted: [JSON.Member] {
    var previous: String?
    for member in members {
      if let previous, !previous.precedesInUTF16(member.key) {
        return members.sorted { $0.key.precedesInUTF16($1.key) }
      }
      previous = member.key
    }
    return members
  }
}
