/// An event as its journal's line holds it: a range of bytes whose fields are read when asked for.
///
/// The bytes are shared by all the events of a file and are known to be canonical JSON with
/// increasing keys, `by`, `kind` and `salt` among them.
package struct WrittenEvent: Sendable {
  private let bytes: [UInt8]
  private let start: Int
  /// Its length in bytes, and above that the place of its kind; both are less than their limits.
  private let lengthAndKind: UInt32
  /// Where the value of its field `record` begins, from its own beginning; 0 where it has none.
  private let recordOffset: UInt32

  private static let lengthBits: UInt32 = 24
  private static let noKind: UInt32 = 0xFF

  /// How many bytes it is long, its braces included.
  package var count: Int { Int(lengthAndKind & (1 << Self.lengthBits - 1)) }

  /// The place of its kind among those that this version knows.
  var kindPlace: Int? {
    let place = lengthAndKind >> Self.lengthBits
    return place == Self.noKind ? nil : Int(place)
  }

  /// Reads the event that begins at a place; nothing when it is not in the form in which this
  /// program writes events, or is too long: a parser then says what it is.
  package init?(in bytes: [UInt8], at start: Int, limit: Int) {
    var key: String?
    self.init(in: bytes, at: start, limit: limit, findingKey: false, &key)
  }

  /// Reads the event that begins at a place, and finds the key of the record that it speaks of
  /// where that is wanted and can be told at once.
  package init?(
    in bytes: [UInt8], at start: Int, limit: Int, findingKey: Bool, _ recordKey: inout String?
  ) {
    let span = bytes.span
    var fields = PassedFields(after: start)
    guard start < span.count, span[start] == 0x7B else { return nil }
    var text = CanonicalText(at: start + 1)
    var last: CanonicalText.Key?
    var (kind, hasSalt, hasPerson, record) = (Range<Int>?.none, false, false, start)
    repeat {
      guard let key = text.passKey(span, after: last) else { return nil }
      last = key
      let value = text.place
      guard text.passValue(span), text.place < span.count else { return nil }
      if span[value] == 0x22 {
        switch key.beginning {
        case 0x6279_0000_0000_0000: hasPerson = text.place - value > 2
        case 0x6B69_6E64_0000_0000: kind = (value + 1)..<(text.place - 1)
        case 0x7361_6C74_0000_0000: hasSalt = true
        case 0x7265_636F_7264_0000: record = value
        default: break
        }
        if findingKey { fields.note(key, value: (value + 1)..<(text.place - 1), in: span) }
      }
      text.place += 1
    } while span[text.place - 1] == 0x2C
    guard span[text.place - 1] == 0x7D, let kind, hasSalt, hasPerson,
      text.place - start <= limit,
      text.place - start < 1 << Self.lengthBits
    else { return nil }
    self.bytes = bytes
    self.start = start
    let known = EventKind.place(named: span.extracting(kind)).map(UInt32.init)
    lengthAndKind = UInt32(text.place - start) | (known ?? Self.noKind) << Self.lengthBits
    recordOffset = UInt32(record - start)
    if findingKey, let known { recordKey = EventKind(place: Int(known)).key(in: fields, of: span) }
  }

  /// The name of its kind.
  var kind: String { kindPlace.map { EventKind.all[$0].name } ?? text("kind") ?? "" }

  /// The text of its field `record`.
  var recordKey: String? {
    recordOffset > 0 ? CanonicalText(at: start + Int(recordOffset)).text(bytes.span) : nil
  }

  /// The text of a field, whatever it is called.
  func text(_ name: String) -> String? {
    guard let place = place(of: name), bytes[place] == 0x22 else { return nil }
    return CanonicalText(at: place).text(bytes.span)
  }

  /// The value of one of the event's own fields.
  func content(_ name: String) -> Content? {
    guard !Self.isReserved(name), let place = place(of: name) else { return nil }
    return Content(bytes.span, at: place)
  }

  /// The text of one of the event's own fields.
  func ownText(_ name: String) -> String? { Self.isReserved(name) ? nil : text(name) }

  /// The text of one of the event's own fields, or the same text that is known.
  func ownText(_ name: String, or known: String) -> String? {
    guard !Self.isReserved(name), let place = place(of: name) else { return nil }
    let span = bytes.span
    guard span[place] == 0x22 else { return nil }
    let text = known.utf8.span
    let end = place + 1 + text.count
    if end < span.count, span[end] == 0x22, !known.utf8.contains(0x5C),
      Self.compare(span.extracting((place + 1)..<end), text) == 0
    {
      return known
    }
    return CanonicalText(at: place).text(span)
  }

  /// The texts of fields with `/` between them, of which one that is missing adds none; nothing
  /// when one holds `%`, `/` or an escape.
  func joined(_ names: [String]) -> String? {
    let span = bytes.span
    guard (1...6).contains(names.count) else { return names.isEmpty ? "" : nil }
    var parts = InlineArray<6, Range<Int>>(repeating: 0..<0)
    var total = names.count - 1
    var text = CanonicalText(at: start + 1)
    for index in names.indices {
      // The fields stand in order: one is looked for from where the one before it stood.
      if index > 0, Self.compare(names[index].utf8.span, names[index - 1].utf8.span) < 0 {
        text = CanonicalText(at: start + 1)
      }
      guard !Self.isReserved(names[index]) else { return nil }
      guard let place = place(of: names[index], from: &text), span[place] == 0x22 else { continue }
      guard let end = Self.plainEnd(span, from: place + 1) else { return nil }
      parts[index] = (place + 1)..<end
      total += end - place - 1
    }
    return unsafe String(unsafeUninitializedCapacity: total) { buffer in
      var count = 0
      for index in names.indices {
        if index > 0 {
          unsafe buffer[count] = 0x2F
          count += 1
        }
        for place in parts[index] {
          unsafe buffer[count] = span[place]
          count += 1
        }
      }
      return count
    }
  }

  /// Where a text ends that holds neither `%` nor `/` nor an escape.
  private static func plainEnd(_ span: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    while span[place] != 0x22 {
      let byte = span[place]
      guard byte != 0x5C, byte != 0x25, byte != 0x2F else { return nil }
      place += 1
    }
    return place
  }

  /// Whether there is such a field of the event's own.
  func holds(_ name: String) -> Bool { !Self.isReserved(name) && place(of: name) != nil }

  /// All of the event's own fields.
  var fields: [String: Content] {
    var fields: [String: Content] = [:]
    _ = allFields { key, value in
      fields[key] = value
      return true
    }
    return fields
  }

  /// Whether its own fields are these and no others.
  func says(_ fields: [String: Content]) -> Bool {
    var count = 0
    return allFields { key, value in
      count += 1
      return fields[key] == value
    } && count == fields.count
  }

  /// Whether something holds of each of the event's own fields.
  private func allFields(_ holds: (String, Content) -> Bool) -> Bool {
    let span = bytes.span
    var text = CanonicalText(at: start + 1)
    while text.place < start + count - 1 {
      let key = text.text(span)
      text.skipText(span)
      text.place += 1
      if !Self.isReserved(key), !holds(key, Content(span, at: text.place)) { return false }
      text.skipValue(span)
      text.place += 1
    }
    return true
  }

  /// Whether a body says that of its event beside the event's own fields.
  package static func isReserved(_ name: String) -> Bool {
    switch name.utf8.count {
    case 2: name == "by"
    case 3: name == "run"
    case 4: name == "kind" || name == "salt"
    case 5: name == "clock"
    default: false
    }
  }

  /// Where the value of a field begins.
  private func place(of name: String) -> Int? {
    var text = CanonicalText(at: start + 1)
    return place(of: name, from: &text)
  }

  /// Where the value of a field begins, looked for from a key on: before that key, it is not found.
  private func place(of name: String, from text: inout CanonicalText) -> Int? {
    let span = bytes.span
    let wanted = name.utf8.span
    while text.place < start + count - 1 {
      let key = text.place + 1
      text.skipText(span)
      let length = text.place - 1 - key
      switch Self.compare(span.extracting(key..<(key + length)), wanted) {
      case 0:
        text.place = key - 1
        return key + length + 2
      case 1...:
        text.place = key - 1
        return nil
      default: break
      }
      text.place += 1
      text.skipValue(span)
      text.place += 1
    }
    return nil
  }

  private static func compare(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Int {
    for offset in 0..<min(one.count, other.count) where one[offset] != other[offset] {
      return one[offset] < other[offset] ? -1 : 1
    }
    return one.count - other.count
  }
}

extension Span<UInt8> {
  /// Whether a text stands at a place.
  @inlinable
  package func holds(_ text: StaticString, at place: Int) -> Bool {
    let size = text.utf8CodeUnitCount
    guard place + size <= count else { return false }
    let wanted = unsafe UnsafeRawPointer(text.utf8Start)
    var offset = 0
    while offset + 8 <= size {
      let word = unsafe wanted.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if self.word(at: place + offset) != UInt64(littleEndian: word) { return false }
      offset += 8
    }
    guard offset < size else { return true }
    guard size < 8 else {
      // The last eight bytes, of which some were compared before.
      let word = unsafe wanted.loadUnaligned(fromByteOffset: size - 8, as: UInt64.self)
      return self.word(at: place + size - 8) == UInt64(littleEndian: word)
    }
    while offset < size {
      if unsafe self[place + offset] != text.utf8Start[offset] { return false }
      offset += 1
    }
    return true
  }
}
