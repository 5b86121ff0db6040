import Auditing
import Glibc
import Signing

/// Reads lines of the one form in which this program writes them, straight from their bytes.
///
/// The header's fields stand in their order at known places; bodies are left where they are. A
/// line of any other form is left to `Line.decode`, which says what is wrong with it.
struct LineScanner {
  private let writer: String
  private let mark: [UInt8]
  /// The writers that were seen, so that each has one text.
  private var others: [String] = []
  /// The id of the line that was read last, which the next one mostly names.
  private var last = (text: OperationIDText(), id: OperationID(Line.zeros))
  /// The ten bytes of the day that was read last, and its number: the next one is mostly the same.
  private var day: (text: (UInt64, UInt64), number: Int)?

  /// Creates a scanner of the journal of a writer.
  ///
  /// The name in its operations is a text of its own: threads that scan one file would wait for
  /// each other at every operation to count who holds it.
  init(writer: String) {
    mark = Array(writer.utf8)
    self.writer = String(decoding: mark, as: UTF8.self)
  }

  /// What stands before the bodies of a line.
  struct Beginning {
    var id: OperationID
    var header: Header
    /// Where it ends, and the bodies begin.
    var end: Int
  }

  /// What a header says.
  struct Header {
    var at = Timestamp(milliseconds: 0)
    /// Where the digests of the bodies begin, and how many they are.
    var digests = 0
    var count = 0
    var n = 0
    var previous: OperationID
    var seen: [Head] = []
  }

  /// Reads the line that begins at a place.
  ///
  /// - Returns: its operation and the place of its end; nothing when it is of another form, is
  ///   torn, or does not hold.
  mutating func operation(
    in bytes: [UInt8], at start: Int, checkingHashes: Bool
  ) -> (operation: Operation, end: Int)? {
    guard let beginning = beginning(bytes.span, at: start, checkingHash: checkingHashes),
      let (events, key, end) = Self.events(
        in: bytes, at: beginning.end, count: beginning.header.count,
        digests: beginning.header.digests, of: checkingHashes ? bytes : nil),
      end - start < Line.lineLimit
    else { return nil }
    return (operation(beginning, events, firstKey: key), end)
  }

  /// The operation that a line's beginning and its events make; the key of the record that the
  /// first of them speaks of may be known.
  func operation(_ beginning: Beginning, _ events: [Event?], firstKey: String?) -> Operation {
    let header = beginning.header
    return Operation(
      identity: beginning.id, writer: writer, n: header.n, at: header.at,
      predecessor: header.previous, seen: header.seen, events: events, firstKey: firstKey)
  }

  /// Reads what stands before the bodies of the line that begins at a place.
  mutating func beginning(
    _ bytes: Span<UInt8>, at start: Int, checkingHash: Bool
  ) -> Beginning? {
    guard let id = OperationID(hex: bytes, at: start), bytes.holds("\t", at: start + 64)
    else { return nil }
    var place = start + 65
    guard let header = header(bytes, &place),
      !checkingHash || OperationID(of: bytes.extracting((start + 65)..<place)) == id
    else { return nil }
    last = (OperationIDText(bytes, at: start) ?? OperationIDText(), id)
    return Beginning(id: id, header: header, end: place)
  }

  /// Reads so many bodies from a place to the end of their line; the line in which the header
  /// names their digests, from a place on, is given where these are to be compared.
  ///
  /// - Returns: the events, the key of the record that the first of them speaks of where that can
  ///   be told at once, and the place of the end; nothing where the bodies do not hold.
  static func events(
    in bytes: [UInt8], at start: Int, count: Int, digests: Int, of line: [UInt8]?
  ) -> (events: [Event?], key: String?, end: Int)? {
    let span = bytes.span
    var (place, key) = (start, String?.none)
    var events: [Event?] = []
    events.reserveCapacity(count)
    for index in 0..<count {
      guard span.holds("\t", at: place) else { return nil }
      place += 1
      if span.holds("redacted", at: place) {
        events.append(nil)
        place += 8
        continue
      }
      guard
        let event = WrittenEvent(
          in: bytes, at: place, limit: Line.bodyLimit, findingKey: index == 0, &key)
      else { return nil }
      if let line {
        let digest = OperationID(of: span.extracting(place..<(place + event.count)))
        guard digest == OperationID(hex: line.span, at: digests + 67 * index)
        else { return nil }
      }
      events.append(Event(event))
      place += event.count
    }
    return span.holds("\n", at: place) ? (events, key, place) : nil
  }

  /// Reads the header of the line that begins at a place and compares all its hashes; the bodies
  /// are not read.
  ///
  /// - Returns: its operation without events, how many bodies are left out, and the place of its
  ///   end; nothing when it is of another form, is torn, or does not hold.
  mutating func hashed(
    _ bytes: Span<UInt8>, at start: Int
  ) -> (operation: Operation, redacted: Int, end: Int)? {
    guard let beginning = beginning(bytes, at: start, checkingHash: true),
      let end = bytes.first("\n", from: beginning.end), end - start < Line.lineLimit
    else { return nil }
    let header = beginning.header
    var place = beginning.end
    var redacted = 0
    for index in 0..<header.count {
      guard place < end, bytes.holds("\t", at: place) else { return nil }
      let body = place + 1
      place = bytes.extracting(..<end).first("\t", from: body) ?? end
      if place == body + 8, bytes.holds("redacted", at: body) {
        redacted += 1
      } else if place - body > Line.bodyLimit
        || OperationID(of: bytes.extracting(body..<place))
          != OperationID(hex: bytes, at: header.digests + 67 * index)
      {
        return nil
      }
    }
    guard place == end else { return nil }
    let operation = operation(beginning, [], firstKey: nil)
    return (operation, redacted, end)
  }

  /// Reads the header at a place and moves behind it.
  private mutating func header(_ bytes: Span<UInt8>, _ place: inout Int) -> Header? {
    guard bytes.pass(#"{"at":""#, &place), let at = instant(bytes, &place),
      bytes.pass(#"","body":["#, &place)
    else { return nil }
    let digests = place + 1
    var count = 0
    repeat {
      guard bytes.pass("\"", &place), OperationID(hex: bytes, at: place) != nil
      else { return nil }
      place += 64
      guard bytes.pass("\"", &place) else { return nil }
      count += 1
    } while bytes.pass(",", &place)
    guard count <= Line.bodyCountLimit, bytes.pass(#"],"n":"#, &place),
      let n = bytes.number(&place), bytes.pass(#","prev":""#, &place),
      let previous = last.text.stands(in: bytes, at: place)
        ? last.id : OperationID(hex: bytes, at: place)
    else { return nil }
    place += 64
    guard bytes.pass(#"","seen":["#, &place), let seen = seen(bytes, &place),
      bytes.pass(#","v":1,"w":""#, &place), passMark(bytes, &place), bytes.pass("\"}", &place)
    else { return nil }
    return Header(
      at: at, digests: digests, count: count, n: n, previous: previous, seen: seen)
  }

  /// Reads RFC 3339 in UTC with milliseconds.
  private mutating func instant(_ bytes: Span<UInt8>, _ place: inout Int) -> Timestamp? {
    let start = place
    guard start + 24 <= bytes.count, let day = dayNumber(bytes, at: start),
      bytes[start + 10] == 0x54, let second = bytes.secondOfDay(at: start + 11),
      bytes[start + 19] == 0x2E, let fraction = bytes.digits(3, at: start + 20),
      bytes[start + 23] == 0x5A
    else { return nil }
    place += 24
    return Timestamp(milliseconds: (day * 86_400 + second) * 1000 + fraction)
  }

  /// Reads the day that begins a moment, of which 24 bytes are there.
  private mutating func dayNumber(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    let text = (bytes.word(at: start), bytes.word(at: start + 2))
    if let day, day.text == text { return day.number }
    guard bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D,
      let year = bytes.digits(4, at: start), let month = bytes.digits(2, at: start + 5),
      let date = bytes.digits(2, at: start + 8).flatMap({ day in
        CalendarDate(year: year, month: month, day: day)
      })
    else { return nil }
    day = (text, date.dayNumber)
    return date.dayNumber
  }

  /// Reads the heads up to the end of their list, each text after the one before it.
  private mutating func seen(_ bytes: Span<UInt8>, _ place: inout Int) -> [Head]? {
    var heads: [Head] = []
    if bytes.pass("]", &place) { return heads }
    var last = 0..<0
    repeat {
      guard bytes.pass("\"", &place) else { return nil }
      let start = place
      guard bytes.hexWord(from: place) != nil else { return nil }
      let writer = name(of: bytes.extracting(place..<(place + 16)))
      place += 16
      guard bytes.pass(" ", &place), let n = bytes.number(&place), bytes.pass(" ", &place),
        let id = OperationID(hex: bytes, at: place)
      else { return nil }
      place += 64
      let text = start..<place
      guard bytes.pass("\"", &place), last.isEmpty || bytes.precedes(last, text)
      else { return nil }
      last = text
      heads.append(Head(writer: writer, n: n, identity: id))
    } while bytes.pass(",", &place)
    return bytes.pass("]", &place) ? heads : nil
  }

  private mutating func name(of mark: Span<UInt8>) -> String {
    for other in others where other.utf8.span.isEqual(to: mark) { return other }
    var text = ""
    for place in 0..<mark.count { text.unicodeScalars.append(Unicode.Scalar(mark[place])) }
    if others.count < 64 { others.append(text) }
    return text
  }

  private func passMark(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    guard place + mark.count <= bytes.count else { return false }
    if mark.count == 16 {
      guard bytes.word(at: place) == mark.span.word(at: 0),
        bytes.word(at: place + 8) == mark.span.word(at: 8)
      else { return false }
    } else if !mark.span.isEqual(to: bytes.extracting(place..<(place + mark.count))) {
      return false
    }
    place += mark.count
    return true
  }
}

extension OperationID {
  /// Creates the id that SHA-256 gives for some bytes.
  init(of bytes: Span<UInt8>) { self.init(Digest.of(bytes).words) }
}

extension Span<UInt8> {
  /// Moves past a text if it stands here.
  fileprivate func pass(_ text: StaticString, _ place: inout Int) -> Bool {
    guard holds(text, at: place) else { return false }
    place += text.utf8CodeUnitCount
    return true
  }

  /// The first place of a byte from a place on.
  func first(_ byte: Unicode.Scalar, from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe extracting(start...).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base, Int32(byte.value), buffer.count)
      else { return nil }
      return unsafe start + base.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// The second of the day that `hh:mm:ss` says, of which eight bytes are there.
  fileprivate func secondOfDay(at place: Int) -> Int? {
    // What differs from 00:00:00 in each byte: the value of a digit, nothing of a colon.
    let word = word(at: place) ^ 0x3030_3A30_303A_3030
    let beyondNine = (word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676
    guard (word | beyondNine) & 0x8080_8080_8080_8080 == 0, word & 0x0000_FF00_00FF_0000 == 0
    else { return nil }
    let digit = { (index: UInt64) in Int(truncatingIfNeeded: word >> (8 * index) & 0xF) }
    let (hour, minute) = (10 * digit(0) + digit(1), 10 * digit(3) + digit(4))
    let second = 10 * digit(6) + digit(7)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return (hour * 60 + minute) * 60 + second
  }

  /// The value of so many digits at a place.
  fileprivate func digits(_ size: Int, at place: Int) -> Int? {
    guard place + size <= count else { return nil }
    var value = 0
    for offset in 0..<size {
      let digit = self[place + offset] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Reads a number from 1, without a zero before it, of at most 15 digits.
  fileprivate func number(_ place: inout Int) -> Int? {
    let start = place
    var value = 0
    while place < count, place - start < 16, self[place] &- 0x30 < 10 {
      value = value * 10 + Int(self[place] - 0x30)
      place += 1
    }
    guard place > start, place - start < 16, self[start] != 0x30 else { return nil }
    return value
  }

  /// The 16 lowercase hexadecimal digits from a place, or nothing of anything else.
  fileprivate func hexWord(from place: Int) -> UInt64? {
    place + 16 <= count ? hexWord(at: place) : nil
  }

  fileprivate func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for place in 0..<count where self[place] != other[place] { return false }
    return true
  }

  /// Whether the bytes of one range come before those of another.
  fileprivate func precedes(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    for offset in 0..<Swift.min(one.count, other.count) {
      let (left, right) = (self[one.lowerBound + offset], self[other.lowerBound + offset])
      if left != right { return left < right }
    }
    return one.count < other.count
  }
}
