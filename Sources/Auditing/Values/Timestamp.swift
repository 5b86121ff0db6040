/// An instant to the millisecond, in UTC.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int

  /// Creates the instant so many milliseconds after 1970-01-01T00:00:00Z.
  package init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The civil day at a place that is so many minutes ahead of UTC.
  package func date(offsetMinutes: Int = 0) -> CalendarDate {
    let local = milliseconds + offsetMinutes * 60_000
    return CalendarDate(dayNumber: local.floorDivided(by: 86_400_000))
  }
}

extension Timestamp: CustomStringConvertible {
  /// Reads RFC 3339 in UTC or with an offset (`2026-11-21T08:47:04.560Z`, `2026-11-21T09:47+01:00`).
  package init?(_ text: some StringProtocol) {
    guard let reading = Self.read(text) else { return nil }
    self.init(milliseconds: reading.milliseconds)
  }

  /// Reads RFC 3339 and keeps the offset in minutes that the text writes.
  package static func read(_ text: some StringProtocol) -> (milliseconds: Int, offset: Int)? {
    let characters = Array(text.utf8)
    guard characters.count >= 17, characters[10] == UInt8(ascii: "T"),
      let date = CalendarDate(String(decoding: characters[0..<10], as: UTF8.self)),
      characters[4] == UInt8(ascii: "-")
    else { return nil }
    var clock = Clock(rest: characters[11...])
    guard let time = clock.time(), let offset = clock.offset(), clock.rest.isEmpty
    else { return nil }
    let seconds = date.dayNumber * 86_400 + time.seconds - offset * 60
    let day = seconds.floorDivided(by: 86_400)
    guard CalendarDate(dayNumber: day).dayNumber == day else { return nil }
    return (seconds * 1000 + time.milliseconds, offset)
  }

  /// What follows the `T` of a text.
  private struct Clock {
    var rest: ArraySlice<UInt8>

    /// The time of day; seconds and their fraction may be missing, digits beyond three are dropped.
    mutating func time() -> (seconds: Int, milliseconds: Int)? {
      guard let hour = number(below: 24), skip(":"), let minute = number(below: 60)
      else { return nil }
      let minutes = hour * 60 + minute
      guard skip(":") else { return (minutes * 60, 0) }
      guard let second = number(below: 60) else { return nil }
      guard skip(".") else { return (minutes * 60 + second, 0) }
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      let fraction = (digits + [0x30, 0x30]).prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return (minutes * 60 + second, fraction)
    }

    /// The minutes ahead of UTC.
    mutating func offset() -> Int? {
      if skip("Z") { return 0 }
      let isAhead = skip("+")
      guard isAhead || skip("-"), let hours = number(below: 24), skip(":"),
        let minutes = number(below: 60)
      else { return nil }
      return (hours * 60 + minutes) * (isAhead ? 1 : -1)
    }

    private mutating func number(below limit: Int) -> Int? {
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      rest = rest.dropFirst(2)
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return value < limit ? value : nil
    }

    private mutating func skip(_ character: Character) -> Bool {
      guard let byte = character.asciiValue, rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }
  }

  /// The instant as RFC 3339 writes it in UTC, always with milliseconds.
  package var description: String {
    let (year, month, day) = date().parts
    let seconds = ofDay / 1000
    return unsafe String(unsafeUninitializedCapacity: 24) { text in
      var count = 0
      func add(_ number: Int, width: Int, before end: UInt8) {
        var rest = number
        for place in stride(from: count + width - 1, through: count, by: -1) {
          unsafe text[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
        unsafe text[count + width] = end
        count += width + 1
      }
      add(year, width: 4, before: UInt8(ascii: "-"))
      add(month, width: 2, before: UInt8(ascii: "-"))
      add(day, width: 2, before: UInt8(ascii: "T"))
      add(seconds / 3600, width: 2, before: UInt8(ascii: ":"))
      add(seconds / 60 % 60, width: 2, before: UInt8(ascii: ":"))
      add(seconds % 60, width: 2, before: UInt8(ascii: "."))
      add(ofDay % 1000, width: 3, before: UInt8(ascii: "Z"))
      return count
    }
  }

  /// The instant to the second, as reports show it: `2026-11-21 08:47:04 UTC`.
  package var seconds: String {
    let text = description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
  }

  /// The milliseconds since the day began in UTC.
  private var ofDay: Int {
    milliseconds - milliseconds.floorDivided(by: 86_400_000) * 86_400_000
  }
}

extension Int {
  /// The quotient rounded towards negative infinity.
  func floorDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
