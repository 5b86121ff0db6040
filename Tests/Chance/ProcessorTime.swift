import Glibc

/// The time that a processor works for the calling thread; unlike the time that passes, it does not
/// depend on what else the machine does.
package enum ProcessorTime {
  /// How long a processor works on something, the least of three times.
  package static func least(_ work: () -> Void) -> Duration {
    (0..<3).map { _ in
      let start = now
      work()
      return now - start
    }.min() ?? .zero
  }

  private static var now: Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
