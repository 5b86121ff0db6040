import Auditing
import Glibc
import Signing

/// What a merge does to the file of one writer.
struct WriterChange {
  let writer: String
  /// The lines that are not here yet.
  let new: [UnitedLine]
  /// How many redacted bodies get their content.
  let filled: Int
  let action: Action
  /// The file as it was when this was worked out; nothing where there was none.
  let mark: FileMark?

  /// How the file comes to hold the union.
  enum Action {
    case create([UInt8])
    /// Adds bytes after the lines that are there, which end at an offset; what follows them there
    /// is the beginning of those bytes.
    case extend(at: Int, ArraySlice<UInt8>)
    /// Puts a new file in its place; whether the old bytes are kept beside it, because they hold
    /// something that the union has not got.
    case rewrite([UInt8], keepsOld: Bool)
  }
}

/// What tells a file from another and from itself at another length.
struct FileMark: Hashable {
  private let device: UInt
  private let inode: UInt
  private let size: Int

  init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
  }
}

/// A writer's file as it stands here.
struct WriterFile {
  let bytes: [UInt8]
  let mark: FileMark

  /// Reads a file, or gives nothing where there is none.
  static func read(_ path: String, _ disk: Disk) throws(JournalError) -> WriterFile? {
    do throws(SigningError) {
      let file = try disk.openRegular(path)
      let mark = FileMark(try disk.status(file))
      return WriterFile(bytes: try disk.rest(of: file), mark: mark)
    } catch .system("open", _, code: ENOENT) {
      return nil
    } catch {
      throw DossierFolder.refusal(error)
    }
  }
}

extension WriterChange {
  /// Works out what the copies of a writer's lines add to what is here.
  ///
  /// - Returns: nothing when they add nothing; `damages` of the copies, each to the line where it
  ///   begins.
  static func of(
    _ copies: [[UInt8]], _ writer: String, here: WriterFile?, isHealthy: Bool,
    _ progress: (Int) -> Void
  ) -> (change: WriterChange?, damages: [Damage]) {
    guard let here, !here.bytes.isEmpty else {
      return created(copies, writer, mark: here?.mark, progress)
    }
    if copies.count == 1, isHealthy, here.bytes.last == Line.end {
      let common = here.bytes.commonLines(with: copies[0])
      if common == copies[0].lastLineEnd { return (nil, []) }
      if common == here.bytes.count {
        return extended(copies[0], from: common, writer, here, progress)
      }
    }
    return united(copies, writer, here, progress)
  }

  private static func created(
    _ copies: [[UInt8]], _ writer: String, mark: FileMark?, _ progress: (Int) -> Void
  ) -> (change: WriterChange?, damages: [Damage]) {
    let read = copies.map { WriterLines.read($0, of: writer, progress: progress) }
    let damages = read.compactMap(\.damage)
    let union = read.dropFirst().reduce(read.first ?? WriterLines(writer: writer)) {
      $0.united(with: $1)
    }
    guard !union.lines.isEmpty else { return (nil, damages) }
    let bytes = union.bytes
    let action = mark == nil ? Action.create(bytes) : .rewrite(bytes, keepsOld: false)
    return (
      WriterChange(writer: writer, new: union.lines, filled: 0, action: action, mark: mark), damages
    )
  }

  /// The lines that a copy has beyond all that is here.
  private static func extended(
    _ copy: [UInt8], from offset: Int, _ writer: String, _ here: WriterFile,
    _ progress: (Int) -> Void
  ) -> (change: WriterChange?, damages: [Damage]) {
    guard let last = here.bytes.lastHead else { return united([copy], writer, here, progress) }
    let read = WriterLines.read(
      copy, of: writer, from: offset, after: last,
      line: here.bytes.count { $0 == Line.end }, progress: progress)
    // What does not follow the last line may follow an earlier one: a fork.
    if case .link? = read.damage?.kind { return united([copy], writer, here, progress) }
    let damages = read.damage.map { [$0] } ?? []
    guard let end = read.lines.last?.bytes.endIndex else { return (nil, damages) }
    let bytes = copy[offset..<end]
    return (
      WriterChange(
        writer: writer, new: read.lines, filled: 0, action: .extend(at: offset, bytes),
        mark: here.mark), damages
    )
  }

  /// The union line by line, for copies that have parted or of which one is damaged.
  private static func united(
    _ copies: [[UInt8]], _ writer: String, _ here: WriterFile, _ progress: (Int) -> Void
  ) -> (change: WriterChange?, damages: [Damage]) {
    let mine = WriterLines.read(here.bytes, of: writer)
    let read = copies.map { WriterLines.read($0, of: writer, progress: progress) }
    let damages = read.compactMap(\.damage)
    let base = mine.damage == nil ? mine : WriterLines.salvage(here.bytes, of: writer)
    let union = read.reduce(base) { $0.united(with: $1) }
    let known = Set(mine.lines.map(\.operation.identity))
    let new = union.lines.filter { !known.contains($0.operation.identity) }
    let filled = union.redactedCount(among: known, than: mine)
    guard !new.isEmpty || filled > 0 else { return (nil, damages) }
    let bytes = union.bytes
    let whole = here.bytes.count - (mine.damage == nil ? mine.torn : 0)
    let action: Action
    if mine.damage == nil, bytes.holdsAtStart(here.bytes) {
      action = .extend(at: whole, bytes[whole...])
    } else {
      action = .rewrite(bytes, keepsOld: mine.damage != nil || mine.torn > 0)
    }
    return (
      WriterChange(writer: writer, new: new, filled: filled, action: action, mark: here.mark),
      damages
    )
  }
}

extension WriterLines {
  /// The bytes of all lines.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.bytes.count })
    for line in lines { bytes += line.bytes }
    return bytes
  }

  /// How many bodies are here that another copy of some lines has redacted.
  fileprivate func redactedCount(among known: Set<OperationID>, than other: WriterLines) -> Int {
    func redacted(_ lines: [UnitedLine]) -> Int {
      lines.reduce(0) { count, line in
        guard known.contains(line.operation.identity) else { return count }
        return count + line.operation.events.count { $0 == nil }
      }
    }
    return redacted(other.lines) - redacted(lines)
  }
}

extension [UInt8] {
  /// Whether a text begins with another.
  fileprivate func holdsAtStart(_ other: [UInt8]) -> Bool {
    count >= other.count && isSame(as: other, upTo: other.count)
  }

  private func isSame(as other: [UInt8], upTo length: Int) -> Bool {
    unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { yours in
        guard let mine = mine.baseAddress, let yours = yours.baseAddress else { return true }
        return unsafe memcmp(mine, yours, length) == 0
      }
    }
  }

  /// How many bytes of whole lines two texts begin with alike.
  fileprivate func commonLines(with other: [UInt8]) -> Int {
    let length = Swift.min(count, other.count)
    if isSame(as: other, upTo: length) { return self[..<length].lastLineEnd }
    let parting = zip(self, other).enumerated().first { $1.0 != $1.1 }?.offset ?? length
    return self[..<parting].lastLineEnd
  }

  /// The last whole line of a healthy file as a head.
  var lastHead: Head? {
    guard let end = lastIndex(of: Line.end) else { return nil }
    let start = (self[..<end].lastIndex(of: Line.end) ?? -1) + 1
    return (try? Line.decode(self[start..<end], checkingHashes: false))?.head
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The number of bytes up to the end of the last whole line.
  fileprivate var lastLineEnd: Int { (lastIndex(of: Line.end) ?? startIndex - 1) + 1 - startIndex }
}
