import Glibc

/// What lies in a folder said to be a bag, each file read once, so that what is judged is what
/// was read.
struct BagSnapshot {
  private(set) var files: [BagPath: File] = [:]
  private(set) var folders: [BagPath] = []
  private(set) var faults: [BagVerification.Fault] = []
  private var total = 0

  /// What was read of one file.
  struct File {
    let digest: Digest
    let size: Int
    /// The content of the files that are themselves read: tag files, statements, signatures.
    let bytes: [UInt8]?
  }

  /// The most bytes kept of one file.
  private static let limit = 64 << 20

  /// Reads a folder; the path may lead there by a link, what lies in it may not.
  static func take(
    _ path: String, progress: (Int) throws(SigningError) -> Void
  ) throws(SigningError) -> BagSnapshot {
    let root = try Files.open(path, O_RDONLY | O_DIRECTORY, followingLinks: true)
    var snapshot = BagSnapshot()
    try snapshot.read(root, path, at: "", progress)
    return snapshot
  }

  private mutating func read(
    _ folder: Descriptor, _ path: String, at prefix: String,
    _ progress: (Int) throws(SigningError) -> Void
  ) throws(SigningError) {
    for name in try Files.names(in: folder, path: path) {
      let shown = prefix + String(decoding: name, as: UTF8.self)
      let full = "\(path)/\(shown)"
      let kind = try Files.kind(of: name, in: folder, path: full)
      switch kind {
      case .link: faults.append(.symbolicLink(shown))
      case .other: faults.append(.specialFile(shown))
      case .regular, .folder:
        guard BagPath.isName(name), let place = BagPath(shown) else {
          faults.append(.unacceptableName(shown))
          continue
        }
        if kind == .folder {
          folders.append(place)
          let inner = try Files.open(name, in: folder, O_RDONLY | O_DIRECTORY, path: full)
          try read(inner, path, at: shown + "/", progress)
        } else {
          let file = try Files.open(name, in: folder, O_RDONLY | O_NONBLOCK, path: full)
          try add(file, at: place, full, progress)
        }
      }
    }
  }

  private mutating func add(
    _ file: Descriptor, at place: BagPath, _ path: String,
    _ progress: (Int) throws(SigningError) -> Void
  ) throws(SigningError) {
    let status = try Files.status(file, path)
    guard status.st_mode & S_IFMT == S_IFREG else {
      faults.append(.specialFile(place.text))
      return
    }
    let isRead = !place.text.contains("/") || place.text.hasPrefix(Bag.signatureFolder)
    // Many small files are much to hash too.
    var computation = SHA256(expecting: total + Int(status.st_size))
    var (bytes, size) = ([UInt8](), 0)
    try Files.read(file.number, path: path) { (part: Span<UInt8>) throws(SigningError) in
      computation.update(part)
      size += part.count
      if isRead, size <= Self.limit { bytes.append(contentsOf: part) }
      try progress(total + size)
    }
    total += size
    files[place] = File(
      digest: computation.digest, size: size, bytes: isRead && size <= Self.limit ? bytes : nil)
  }
}
