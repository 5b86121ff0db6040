import Glibc
@testable import Journaling
import Signing
import Synchronization

/// A disk in memory that keeps apart what it was given and what would outlast a loss of power.
///
/// It is stricter than any file system: names last only once their folder was synchronised, bytes
/// only once their file was; what a failed synchronisation was asked to keep is gone for good,
/// though it can still be read (as Linux does it).
final class MemoryDisk: Sendable {
  /// What a number stands for.
  struct Node {
    var isFolder = false
    var bytes: [UInt8] = []
    var lasting: [UInt8] = []
    /// What a failed synchronisation has lost, though it can still be read.
    var lost: [Range<Int>] = []
    var mode: mode_t = 0o600
    var names: [String: Int] = [:]
    var lastingNames: [String: Int] = [:]
    var locked: Int32?
  }

  /// Names that one call changed, all at once; none for a name that went.
  struct Renaming {
    var changes: [(folder: Int, name: String, node: Int?)]
  }

  struct Memory {
    var nodes: [Int: Node] = [1: Node(isFolder: true, mode: 0o700)]
    var handles: [Int32: Int] = [:]
    var nextNode = 2
    var nextHandle: Int32 = 100
    var renamings: [Renaming] = []
    /// The calls so far, each as its name and the last part of its path.
    var calls: [(call: String, path: String)] = []
    var fault = Fault.none
  }

  /// What goes wrong.
  enum Fault: Hashable {
    case none
    /// The call of that number fails, from 1, having done nothing.
    case failing(call: Int, code: Int32)
    /// Every call after that number fails, having done nothing.
    case dead(after: Int)
  }

  let memory: Mutex<Memory>

  init(_ memory: sending Memory = Memory()) { self.memory = Mutex(memory) }

  var calls: [String] {
    memory.withLock { $0.calls.map { "\($0.call) \($0.path.split(separator: "/").last ?? "")" } }
  }

  /// Makes all last, forgets the calls, and sets what goes wrong from here.
  func settle(_ fault: Fault = .none) {
    memory.withLock { memory in
      memory.nodes = memory.nodes.mapValues { node in
        var node = node
        (node.lasting, node.lastingNames, node.lost) = (node.bytes, node.names, [])
        return node
      }
      memory.renamings = []
      memory.calls = []
      memory.fault = fault
    }
  }

  /// Puts bytes in a file that is there, as another program would.
  func put(_ bytes: [UInt8], in path: String) throws {
    try memory.withLock { memory in
      let node = try memory.node(path)
      memory.nodes[node]?.bytes = bytes
    }
  }

  func bytes(_ path: String) throws -> [UInt8] {
    try memory.withLock { memory in
      let node = try memory.node(path)
      return memory.nodes[node]?.bytes ?? []
    }
  }
}

// MARK: - Paths

extension MemoryDisk.Memory {
  static func failure(_ call: String, _ path: String, _ code: Int32) -> SigningError {
    .system(call: call, path: path, code: code)
  }

  func node(_ path: String) throws(SigningError) -> Int {
    var node = 1
    for part in path.split(separator: "/") {
      guard let folder = nodes[node], folder.isFolder else {
        throw Self.failure("open", path, ENOTDIR)
      }
      guard let next = folder.names[String(part)] else {
        throw Self.failure("open", path, ENOENT)
      }
      node = next
    }
    return node
  }

  func place(_ path: String) throws(SigningError) -> (folder: Int, name: String) {
    let parts = path.split(separator: "/")
    let folder = try node("/" + parts.dropLast().joined(separator: "/"))
    guard nodes[folder]?.isFolder == true else { throw Self.failure("open", path, ENOTDIR) }
    return (folder, String(parts.last ?? ""))
  }

  mutating func change(_ changes: [(folder: Int, name: String, node: Int?)]) {
    for change in changes { nodes[change.folder]?.names[change.name] = change.node }
    renamings.append(MemoryDisk.Renaming(changes: changes))
  }

  /// Counts a call, and throws when it is to fail.
  mutating func count(_ call: String, _ path: String) throws(SigningError) {
    calls.append((call, path))
    switch fault {
    case .failing(calls.count, let code): throw Self.failure(call, path, code)
    case .dead(let last) where calls.count > last: throw Self.failure(call, path, EIO)
    default: break
    }
  }

  func status(of number: Int) -> stat {
    var status = stat()
    guard let node = nodes[number] else { return status }
    status.st_ino = ino_t(number)
    status.st_dev = 7
    status.st_size = off_t(node.bytes.count)
    status.st_mode = node.mode | (node.isFolder ? S_IFDIR : S_IFREG)
    return status
  }
}

// MARK: - Calls

extension MemoryDisk {
  private typealias Work<Value> = (inout sending Memory) throws(SigningError) -> Value

  /// Counts a call and does its work, if it is not the one to fail.
  private func run<Value: Sendable>(
    _ call: String, _ path: String,
    _ work: (inout Memory) throws(SigningError) -> Value
  ) throws(SigningError) -> Value {
    try memory.withLock { (memory) throws(SigningError) in
      try memory.count(call, path)
      return try work(&memory)
    }
  }

  var disk: Disk {
    Disk(
      open: open, read: read, write: write, passMemoryBy: { _, _ in false },
      synchronize: synchronize,
      synchronizeFolder: synchronizeFolder, truncate: truncate, setMode: setMode,
      status: status, named: named, lock: lock, rename: rename, renameFree: renameFree,
      link: link, unlink: unlink,
      makeFolder: makeFolder, removeFolder: removeFolder, names: names, resolve: resolve,
      freeSpace: freeSpace)
  }

  @Sendable private func open(
    _ path: String, _ flags: Int32
  ) throws(SigningError) -> Disk.File {
    let handle = try run("open", path) { (memory) throws(SigningError) in
      let place = try memory.place(path)
      var node = memory.nodes[place.folder]?.names[place.name]
      if place.name.isEmpty { node = place.folder }
      if flags & O_CREAT != 0, node == nil {
        memory.nodes[memory.nextNode] = Node()
        memory.change([(place.folder, place.name, memory.nextNode)])
        node = memory.nextNode
        memory.nextNode += 1
      } else if flags & O_EXCL != 0, node != nil {
        throw Memory.failure("open", path, EEXIST)
      }
      guard let node else { throw Memory.failure("open", path, ENOENT) }
      if memory.nodes[node]?.isFolder == true, flags & O_ACCMODE != O_RDONLY {
        throw Memory.failure("open", path, EISDIR)
      }
      memory.nextHandle += 1
      memory.handles[memory.nextHandle] = node
      return memory.nextHandle
    }
    return Disk.File(path: path, number: handle) { [self] handle in
      memory.withLock { memory in
        guard let node = memory.handles.removeValue(forKey: handle) else { return }
        if memory.nodes[node]?.locked == handle { memory.nodes[node]?.locked = nil }
      }
    }
  }

  @Sendable private func read(
    _ file: Disk.File, _ offset: Int, _ count: Int
  ) throws(SigningError) -> [UInt8] {
    try run("read", file.path) { memory in
      let bytes = memory.nodes[memory.handles[file.number] ?? 0]?.bytes ?? []
      return Array(bytes.dropFirst(offset).prefix(count))
    }
  }

  @Sendable private func write(
    _ file: Disk.File, _ bytes: Span<UInt8>
  ) throws(SigningError) -> Int {
    let bytes = (0..<bytes.count).map { bytes[$0] }
    return try run("write", file.path) { memory in
      memory.nodes[memory.handles[file.number] ?? 0]?.bytes += bytes
      return bytes.count
    }
  }

  @Sendable private func synchronize(_ file: Disk.File) throws(SigningError) {
    do throws(SigningError) {
      try run("sync", file.path) { memory in
        let number = memory.handles[file.number] ?? 0
        guard var node = memory.nodes[number] else { return }
        node.lasting = node.bytes
        for range in node.lost {
          for index in range.clamped(to: node.bytes.indices) { node.lasting[index] = 0 }
        }
        memory.nodes[number] = node
      }
    } catch {
      // The system takes what it could not write for written.
      memory.withLock { memory in
        guard let number = memory.handles[file.number], var node = memory.nodes[number],
          node.lasting.count < node.bytes.count
        else { return }
        node.lost.append(node.lasting.count..<node.bytes.count)
        memory.nodes[number] = node
      }
      throw error
    }
  }

  @Sendable private func synchronizeFolder(_ path: String) throws(SigningError) {
    try run("syncFolder", path) { (memory) throws(SigningError) in
      let folder = try memory.node(path)
      let names = memory.nodes[folder]?.names ?? [:]
      memory.nodes[folder]?.lastingNames = names
      for index in memory.renamings.indices {
        memory.renamings[index].changes.removeAll { $0.folder == folder }
      }
      memory.renamings.removeAll(where: \.changes.isEmpty)
    }
  }

  @Sendable private func truncate(_ file: Disk.File, _ length: Int) throws(SigningError) {
    try run("truncate", file.path) { memory in
      let number = memory.handles[file.number] ?? 0
      guard let node = memory.nodes[number] else { return }
      memory.nodes[number]?.bytes = Array(node.bytes.prefix(length))
    }
  }

  @Sendable private func setMode(_ file: Disk.File, _ mode: mode_t) throws(SigningError) {
    try run("setMode", file.path) { memory in
      memory.nodes[memory.handles[file.number] ?? 0]?.mode = mode
    }
  }

  @Sendable private func status(_ file: Disk.File) throws(SigningError) -> stat {
    try run("status", file.path) { memory in
      memory.status(of: memory.handles[file.number] ?? 0)
    }
  }

  @Sendable private func named(_ path: String) throws(SigningError) -> stat {
    try run("named", path) { (memory) throws(SigningError) in
      memory.status(of: try memory.node(path))
    }
  }

  @Sendable private func lock(_ file: Disk.File) throws(SigningError) -> Bool {
    try run("lock", file.path) { memory in
      guard let number = memory.handles[file.number] else { return false }
      guard [nil, file.number].contains(memory.nodes[number]?.locked) else { return false }
      memory.nodes[number]?.locked = file.number
      return true
    }
  }

  @Sendable private func rename(_ path: String, _ name: String) throws(SigningError) {
    try run("rename", name) { (memory) throws(SigningError) in
      let (old, new) = (try memory.place(path), try memory.place(name))
      let node = try memory.node(path)
      memory.change([(old.folder, old.name, nil), (new.folder, new.name, node)])
    }
  }

  @Sendable private func renameFree(_ path: String, _ name: String) throws(SigningError) {
    guard try !disk.exists(name) else { throw .exists(path: name) }
    try rename(path, name)
  }

  @Sendable private func link(_ path: String, _ name: String) throws(SigningError) {
    try run("link", name) { (memory) throws(SigningError) in
      let new = try memory.place(name)
      guard memory.nodes[new.folder]?.names[new.name] == nil else {
        throw Memory.failure("link", name, EEXIST)
      }
      memory.change([(new.folder, new.name, try memory.node(path))])
    }
  }

  @Sendable private func unlink(_ path: String) throws(SigningError) {
    try run("unlink", path) { (memory) throws(SigningError) in
      let place = try memory.place(path)
      let node = try memory.node(path)
      guard memory.nodes[node]?.isFolder != true else {
        throw Memory.failure("unlink", path, EISDIR)
      }
      memory.change([(place.folder, place.name, nil)])
    }
  }

  @Sendable private func makeFolder(_ path: String) throws(SigningError) {
    try run("mkdir", path) { (memory) throws(SigningError) in
      let place = try memory.place(path)
      guard memory.nodes[place.folder]?.names[place.name] == nil, !place.name.isEmpty else {
        throw .exists(path: path)
      }
      memory.nodes[memory.nextNode] = Node(isFolder: true, mode: 0o700)
      memory.change([(place.folder, place.name, memory.nextNode)])
      memory.nextNode += 1
    }
  }

  @Sendable private func removeFolder(_ path: String) throws(SigningError) {
    try run("rmdir", path) { (memory) throws(SigningError) in
      let place = try memory.place(path)
      guard let node = memory.nodes[try memory.node(path)], node.isFolder else {
        throw Memory.failure("rmdir", path, ENOTDIR)
      }
      guard node.names.isEmpty else { throw Memory.failure("rmdir", path, ENOTEMPTY) }
      memory.change([(place.folder, place.name, nil)])
    }
  }

  @Sendable private func names(_ path: String) throws(SigningError) -> [String] {
    try run("names", path) { (memory) throws(SigningError) in
      guard let node = memory.nodes[try memory.node(path)], node.isFolder else {
        throw Memory.failure("names", path, ENOTDIR)
      }
      return node.names.keys.sorted()
    }
  }

  @Sendable private func resolve(_ path: String) throws(SigningError) -> String {
    try run("resolve", path) { (memory) throws(SigningError) in
      _ = try memory.node(path)
      return "/" + path.split(separator: "/").joined(separator: "/")
    }
  }

  @Sendable private func freeSpace(_ path: String) throws(SigningError) -> Int { 1 << 40 }
}
