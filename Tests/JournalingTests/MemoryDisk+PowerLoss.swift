import Journaling
import Synchronization

extension MemoryDisk {
  /// What the end of a file that was not made to last may look like after a loss of power (after
  /// the states that ALICE found).
  enum Tail: CaseIterable {
    case lost, kept, firstByte, half, allButOne, zeros, halfThenZeros, garbage, stale, zerosThenEnd
  }

  /// Everything that lasts, in a form that can be compared.
  struct Image: Hashable {
    var folders: [Int: [String: Int]] = [:]
    var files: [Int: [UInt8]] = [:]
  }

  /// Every state in which a loss of power at this moment may leave the disk.
  func imagesAfterPowerLoss() -> Set<Image> {
    let (nodes, renamings) = memory.withLock { ($0.nodes, $0.renamings) }
    var images: Set<Image> = []
    for names in Self.namings(nodes, renamings) {
      for tail in Tail.allCases {
        var image = Image()
        Self.collect(1, names, nodes, tail, into: &image)
        images.insert(image)
      }
    }
    return images
  }

  /// What lasts for certain (`lost`), or all that there is (`kept`).
  func image(of tail: Tail) -> Image {
    let nodes = memory.withLock(\.nodes)
    var image = Image()
    let names = nodes.mapValues { tail == .kept ? $0.names : $0.lastingNames }
    Self.collect(1, names, nodes, tail, into: &image)
    return image
  }

  /// The names of every folder when a part of the renamings that were not made to last has come
  /// through: each beginning of them, and all but one.
  private static func namings(
    _ nodes: [Int: Node], _ renamings: [Renaming]
  ) -> [[Int: [String: Int]]] {
    var parts = (0...renamings.count).map { Array(0..<$0) }
    if renamings.count > 1 {
      parts += renamings.indices.map { left in renamings.indices.filter { $0 != left } }
    }
    return parts.map { part in
      var names = nodes.mapValues(\.lastingNames)
      for index in part {
        for change in renamings[index].changes {
          names[change.folder]?[change.name] = change.node
        }
      }
      return names
    }
  }

  private static func collect(
    _ number: Int, _ names: [Int: [String: Int]], _ nodes: [Int: Node], _ tail: Tail,
    into image: inout Image
  ) {
    guard let node = nodes[number] else { return }
    if node.isFolder {
      image.folders[number] = names[number] ?? [:]
      for child in (names[number] ?? [:]).values {
        collect(child, names, nodes, tail, into: &image)
      }
    } else {
      image.files[number] = bytes(of: node, tail)
    }
  }

  private static func bytes(of node: Node, _ tail: Tail) -> [UInt8] {
    guard node.bytes != node.lasting else { return node.lasting }
    guard node.bytes.count > node.lasting.count, node.bytes.starts(with: node.lasting) else {
      return [.lost, .half, .zeros].contains(tail) ? node.lasting : node.bytes
    }
    let new = Array(node.bytes[node.lasting.count...])
    let zeros = [UInt8](repeating: 0, count: new.count)
    let end: [UInt8] =
      switch tail {
      case .lost: []
      case .kept: new
      case .firstByte: Array(new.prefix(1))
      case .half: Array(new.prefix(new.count / 2))
      case .allButOne: Array(new.dropLast())
      case .zeros: zeros
      case .halfThenZeros: Array(new.prefix(new.count / 2)) + zeros.prefix((new.count + 1) / 2)
      case .garbage: new.indices.map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 91) }
      case .stale: Array((node.lasting + new).prefix(new.count))
      case .zerosThenEnd: zeros.dropLast() + [0x0A]
      }
    return node.lasting + end
  }

  /// A disk that holds what came through a loss of power.
  convenience init(_ image: Image) {
    var memory = Memory()
    for (number, names) in image.folders {
      memory.nodes[number] = Node(
        isFolder: true, mode: 0o700, names: names, lastingNames: names)
    }
    for (number, bytes) in image.files {
      memory.nodes[number] = Node(bytes: bytes, lasting: bytes)
    }
    memory.nextNode = (memory.nodes.keys.max() ?? 1) + 1
    self.init(memory)
  }
}
