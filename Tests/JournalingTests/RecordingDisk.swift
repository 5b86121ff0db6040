import Glibc
import Journaling
import Signing
import Synchronization

/// A disk that tells what it was asked and fails where it is told to.
final class RecordingDisk: Sendable {
  /// One call, with the number of bytes or the length it was given.
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

  /// The calls on journals; the register of writers has its own tests.
  var calls: [Call] { memory.withLock(\.calls) }

  func forget() { memory.withLock { $0 = Memory() } }

  private func isJournal(_ file: Disk.File) -> Bool { file.path.hasSuffix(".journal") }

  var disk: Disk {
    var disk = Disk.system
    disk.write = { (file, bytes) throws(SigningError) in
      guard self.isJournal(file) else { return try Disk.system.write(file, bytes) }
      let count = bytes.count
      let number = self.memory.withLock { memory in
        memory.calls.append(.write(count))
        memory.writes += 1
        return memory.writes
      }
      if number == 1 { self.beforeWriting() }
      if let failing = self.failingWrite, failing.number == number {
        throw .system(call: "write", path: file.path, code: failing.code)
      }
      return try Disk.system.write(file, bytes.extracting(first: self.portion))
    }
    disk.synchronize = { (file) throws(SigningError) in
      guard self.isJournal(file) else { return try Disk.system.synchronize(file) }
      let number = self.memory.withLock { memory in
        memory.calls.append(.synchronize)
        memory.synchronizations += 1
        return memory.synchronizations
      }
      if let failing = self.failingSynchronization, failing.number == number {
        throw .system(call: "fdatasync", path: file.path, code: failing.code)
      }
      try Disk.system.synchronize(file)
    }
    disk.truncate = { (file, length) throws(SigningError) in
      self.memory.withLock { $0.calls.append(.truncate(length)) }
      try Disk.system.truncate(file, length)
    }
    return disk
  }
}
