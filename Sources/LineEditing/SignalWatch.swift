import CEditline
import Glibc

/// The signals that a read must notice, for as long as it lasts.
///
/// They are blocked except while the read waits, so that none arrives between looking and waiting,
/// and their handler only notes them.
@safe struct SignalWatch {
  /// What ended a wait.
  enum Event: Equatable {
    case input, wake, signal(Int32), timeOut
  }

  private static let numbers = [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT]

  private var before: [sigaction] = []
  private var outer = sigset_t()
  private var waiting: sigset_t

  /// Begins to watch.
  init() {
    var blocked = sigset_t()
    unsafe sigemptyset(&blocked)
    for number in SignalWatch.numbers { unsafe sigaddset(&blocked, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, &outer)
    waiting = outer
    for number in SignalWatch.numbers {
      unsafe sigdelset(&waiting, number)
      var old = sigaction()
      _ = unsafe editline_watch_signal(number, &old)
      before.append(old)
    }
    _ = SignalWatch.take(SIGINT)
  }

  /// Leaves the signals as they were before.
  func end() {
    for (index, number) in SignalWatch.numbers.enumerated() {
      unsafe withUnsafePointer(to: before[index]) { old in
        _ = unsafe sigaction(number, old, nil)
      }
    }
    unsafe withUnsafePointer(to: outer) { mask in
      _ = unsafe pthread_sigmask(SIG_SETMASK, mask, nil)
    }
  }

  /// Waits for a byte, for the descriptor of another source, for a signal, or so many milliseconds.
  func wait(wake: Int32?, milliseconds: Int?) -> Event {
    while true {
      if let number = SignalWatch.numbers.first(where: SignalWatch.take) { return .signal(number) }
      var descriptors = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
      if let wake { descriptors.append(pollfd(fd: wake, events: Int16(POLLIN), revents: 0)) }
      var limit = timespec(
        tv_sec: (milliseconds ?? 0) / 1000, tv_nsec: (milliseconds ?? 0) % 1000 * 1_000_000)
      let count = unsafe withUnsafePointer(to: waiting) { mask in
        let length = nfds_t(descriptors.count)
        return milliseconds == nil
          ? unsafe ppoll(&descriptors, length, nil, mask)
          : unsafe ppoll(&descriptors, length, &limit, mask)
      }
      if count == 0 { return .timeOut }
      if count < 0 && errno != EINTR { return .input }
      if count < 0 { continue }
      return descriptors[0].revents != 0 ? .input : .wake
    }
  }

  /// Drops a signal that arrived while it was blocked and has been dealt with.
  static func discard(_ number: Int32) {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, number)
    var limit = timespec()
    unsafe sigtimedwait(&set, nil, &limit)
  }

  /// Whether a signal has arrived since it was last asked for.
  static func take(_ number: Int32) -> Bool {
    editline_take_signals(1 << UInt32(number)) != 0
  }
}

/// Ctrl-C while a command runs: it is noted, and the command asks for it between two steps.
package enum Interruption {
  /// From now on the signal of Ctrl-C is noted and does not end the program.
  package static func watch() {
    var before = sigaction()
    _ = unsafe editline_watch_signal(SIGINT, &before)
    clear()
  }

  /// Whether Ctrl-C has been pressed since the last `clear`.
  package static var isRequested: Bool {
    editline_noted_signals() & (1 << UInt32(SIGINT)) != 0
  }

  /// Forgets it, as before a command.
  package static func clear() {
    _ = SignalWatch.take(SIGINT)
  }
}
