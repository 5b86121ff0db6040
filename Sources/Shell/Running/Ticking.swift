import Glibc
import Journaling

/// Something done ten times a second beside work that cannot tell how far it has come.
enum Ticking {
  /// Does some work, and on a thread of its own what is done at each tick until the work ends.
  static func during<Result>(_ work: () throws -> Result, tick: () -> Void) throws -> Result {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return try work() }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    return try Concurrently.run(
      {
        defer { close(writing) }
        return Swift.Result { try work() }
      },
      and: {
        var end = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
        while unsafe poll(&end, 1, 100) <= 0 { tick() }
      }
    ).get()
  }
}
