extension JSON {
  /// The bytes of a text for people: keys in the given order, two spaces a level, a last LF.
  package var prettyBytes: [UInt8] {
    var writer = Writer()
    writer.pretty(self, level: 0)
    writer.append(0x0A)
    return writer.bytes
  }

  /// The text for people, as `prettyBytes`.
  package var prettyText: String { String(decoding: prettyBytes, as: UTF8.self) }
}

extension JSON.Writer {
  fileprivate mutating func pretty(_ value: JSON, level: Int) {
    switch value {
    case .list(let list) where !list.isEmpty:
      append(0x5B)
      for (place, element) in list.enumerated() {
        if place > 0 { append(0x2C) }
        line(level: level + 1)
        pretty(element, level: level + 1)
      }
      line(level: level)
      append(0x5D)
    case .object(let object) where !object.isEmpty:
      append(0x7B)
      for (place, member) in object.enumerated() {
        if place > 0 { append(0x2C) }
        line(level: level + 1)
        string(member.key)
        append(": ")
        pretty(member.value, level: level + 1)
      }
      line(level: level)
      append(0x7D)
    case .list: append("[]")
    case .object: append("{}")
    default: scalar(value)
    }
  }

  private mutating func line(level: Int) {
    append(0x0A)
    for _ in 0..<level { append("  ") }
  }
}
