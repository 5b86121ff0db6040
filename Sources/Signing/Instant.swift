import Glibc

/// Times in seconds since 1970, as other programs write them.
enum Instant {
  /// The seconds of a UTC time: year, month, day, hour, minute, second.
  static func seconds(_ parts: [Int]) -> Int? {
    guard parts.count == 6, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
      return nil
    }
    var time = unsafe tm()
    unsafe time.tm_year = Int32(clamping: parts[0] - 1900)
    unsafe time.tm_mon = Int32(parts[1] - 1)
    unsafe time.tm_mday = Int32(parts[2])
    unsafe time.tm_hour = Int32(clamping: parts[3])
    unsafe time.tm_min = Int32(clamping: parts[4])
    unsafe time.tm_sec = Int32(clamping: parts[5])
    return unsafe timegm(&time)
  }

  private static func written(_ seconds: Int, _ format: String) -> String {
    var (moment, time) = unsafe (seconds, tm())
    var bytes = [CChar](repeating: 0, count: 32)
    unsafe gmtime_r(&moment, &time)
    let count = unsafe strftime(&bytes, bytes.count, format, &time)
    return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A time as `ssh-keygen` takes it, `20261121085637Z`.
  static func compact(_ seconds: Int) -> String { written(seconds, "%Y%m%d%H%M%SZ") }

  /// A time as statements have it, `2026-11-21T08:56:37Z`.
  static func text(_ seconds: Int) -> String { written(seconds, "%Y-%m-%dT%H:%M:%SZ") }
}
