import Glibc

extension Subprocess {
  /// Reads a child's outputs until it ends, and keeps to the limits.
  func collect(
    _ child: pid_t, output: Descriptor, errors: Descriptor,
    watching watch: (Duration) throws(SigningError) -> Void
  ) throws(SigningError) -> Result {
    var streams = [Stream(descriptor: output), Stream(descriptor: errors)]
    let start = ContinuousClock.now
    do throws(SigningError) {
      while true {
        let outcome = try Self.ended(child)
        if outcome == nil { Self.wait(for: streams) }
        for place in streams.indices { try streams[place].drain(program: self) }
        if let outcome {
          return Result(outcome: outcome, output: streams[0].bytes, errors: streams[1].bytes)
        }
        let duration = ContinuousClock.now - start
        guard duration < timeLimit else { throw .programTooSlow(name: name, limit: timeLimit) }
        try watch(duration)
      }
    } catch {
      stop(child)
      throw error
    }
  }

  /// How a child ended, or nothing while it has not.
  private static func ended(_ child: pid_t) throws(SigningError) -> Outcome? {
    var status: Int32 = 0
    let found = unsafe waitpid(child, &status, WNOHANG)
    if found == 0 || (found < 0 && errno == EINTR) { return nil }
    guard found == child else { throw Files.failure("waitpid", "") }
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }

  /// Waits until a stream has something, or a moment when none is open any more.
  private static func wait(for streams: [Stream]) {
    var polled = streams.filter(\.isOpen).map {
      pollfd(fd: $0.descriptor.number, events: Int16(POLLIN), revents: 0)
    }
    _ = unsafe poll(&polled, nfds_t(polled.count), polled.count == streams.count ? 50 : 1)
  }

  /// Kills a child, and what it started when that has a session of its own.
  private func stop(_ child: pid_t) {
    _ = kill(keepsTerminal ? child : -child, SIGKILL)
    _ = kill(child, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
  }

  /// One output being read.
  private struct Stream {
    let descriptor: Descriptor
    var bytes: [UInt8] = []
    var isOpen = true

    /// Takes what is there without waiting for more.
    mutating func drain(program: Subprocess) throws(SigningError) {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while isOpen {
        let dontWait = Int32(MSG_DONTWAIT)
        let count = unsafe recv(descriptor.number, &buffer, buffer.count, dontWait)
        if count < 0 {
          if errno == EINTR { continue }
          if errno == EAGAIN { return }
          isOpen = false
        } else if count == 0 {
          isOpen = false
        } else {
          guard bytes.count + count <= program.outputLimit else {
            throw .programTooLoud(name: program.name, limit: program.outputLimit)
          }
          bytes.append(contentsOf: buffer[..<count])
        }
      }
    }
  }
}
