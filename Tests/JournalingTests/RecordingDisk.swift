import Glibc
import Journaling
import Synchronization

/// A disk that tells what it was asked and fails where it is told to.
final class RecordingDisk: Sendable {
  /// One call, with the bytes or the length it was given.
  enum Call: Hashable {
    case write(Int)
    case synchronize
    case truncate(Int)
  }

  private struct Memory {
    var calls: [Call] = []
    var writes = 0
    var synchronizations = 0
  }

  private let memory = Mutex(Memory())
  /// How many bytes a write takes at most.
  let portion: Int
  /// The error of the write of that number, from 1.
  let failingWrite: (number: Int, code: Int32)?
  /// The error of the synchronisation of that number, from 1.
  let failingSynchronization: (number: Int, code: Int32)?
  /// What is done just before the first byte is written.
  let beforeWriting: @Sendable () -> Void

  init(
    portion: Int = .max, failingWrite: (number: Int, code: Int32)? = nil,
    failingSynchronization: (number: Int, code: Int32)? = nil,
    beforeWriting: @escaping @Sendable () -> Void = {}
  ) {
    self.portion = portion
    self.failingWrite = failingWrite
    self.failingSynchronization = failingSynchronization
    self.beforeWriting = beforeWriting
  }

  var calls: [Call] { memory.withLock(\.calls) }

  func forget() { memory.withLock { $0 = Memory() } }

  var disk: Disk {
    Disk(
      write: { descriptor, bytes in
        let number = self.memory.withLock { memory in
          memory.calls.append(.write(bytes.count))
          memory.writes += 1
          return memory.writes
        }
        if number == 1 { self.beforeWriting() }
        if let failing = self.failingWrite, failing.number == number {
          return .failure(.init(code: failing.code))
        }
        return Disk.system.write(descriptor, Array(bytes.prefix(self.portion)))
      },
      synchronize: { descriptor in
        let number = self.memory.withLock { memory in
          memory.calls.append(.synchronize)
          memory.synchronizations += 1
          return memory.synchronizations
        }
        if let failing = self.failingSynchronization, failing.number == number {
          return .failure(.init(code: failing.code))
        }
        return Disk.system.synchronize(descriptor)
      },
      truncate: { descriptor, length in
        self.memory.withLock { $0.calls.append(.truncate(length)) }
        return Disk.system.truncate(descriptor, length)
      })
  }
}
