import Auditing

/// A time of day, or an instant with its day, to the second.
package struct ClockTime: Comparable {
  /// The number of its day; nothing for a time of any day.
  package let day: Int?
  /// Seconds since midnight.
  package let seconds: Int

  /// Reads `9h30`, `09:30`, `09:30:15` and `2026-11-21T14:03`, in UTC where a zone is written.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (4...40).contains(bytes.count), bytes[0] >= 0x30, bytes[0] <= 0x39 else { return nil }
    var clock = bytes[...]
    if bytes.count > 15, bytes[10] == UInt8(ascii: "T") {
      if let instant = Timestamp(text) {
        day = instant.date().dayNumber
        seconds = instant.milliseconds / 1000 - instant.date().dayNumber * 86_400
        return
      }
      guard let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)) else {
        return nil
      }
      day = date.dayNumber
      clock = bytes[11...]
    } else {
      day = nil
    }
    let parts = clock.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "h")
    }
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers[1] < 60,
      numbers.last.map({ $0 < 60 }) == true, numbers.allSatisfy({ $0 >= 0 })
    else { return nil }
    seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.day ?? 0, left.seconds) < (right.day ?? 0, right.seconds)
  }
}

extension ClockTime: CustomStringConvertible {
  /// The time to the minute, with its day where it has one: `09:30`, `2026-11-21T09:30`.
  package var description: String {
    let time = "\((seconds / 3600).padded(2)):\((seconds / 60 % 60).padded(2))"
    return day.map { "\(CalendarDate(dayNumber: $0))T\(time)" } ?? time
  }
}
