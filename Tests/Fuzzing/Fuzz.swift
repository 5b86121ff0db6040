import Auditing
import Glibc
import Journaling
import Notation
import Recfiles
import Signing

/// What is fed with bytes that a machine made up, as `CONSTAT_FUZZ` names it.
///
/// Each must take any bytes without a trap, and what it takes must mean the same once written.
enum Fuzz: String, CaseIterable {
  case lines, json, recs, statements, signatures, registers

  static let chosen: Fuzz = {
    let name = unsafe getenv("CONSTAT_FUZZ").map { unsafe String(cString: $0) } ?? "lines"
    return Fuzz(rawValue: name) ?? .lines
  }()

  func take(_ bytes: [UInt8]) {
    switch self {
    case .lines: Self.lines(bytes)
    case .json: Self.json(bytes)
    case .recs: Self.recs(bytes)
    case .statements: Self.statements(bytes)
    case .signatures: _ = try? SSHSignature(armored: bytes)
    case .registers: _ = try? AllowedSigners(bytes)
    }
  }

  /// A journal read in one go and in two parts holds the same lines; hashes only take away.
  private static func lines(_ bytes: [UInt8]) {
    let writer = "13d6fb43bdb2eb83"
    var (whole, parts) = (JournalReader(writer: writer), JournalReader(writer: writer))
    var strict = JournalReader(writer: writer)
    let operations = whole.read(bytes).map(\.id)
    precondition(strict.read(bytes, checkingHashes: true).count <= operations.count)
    let middle = bytes.count / 2
    // A part ends where a line does, as far as it was read.
    let cut = (bytes[..<middle].lastIndex(of: 0x0A) ?? -1) + 1
    var apart = parts.read(Array(bytes[..<cut])).map(\.id)
    if parts.damage == nil { apart += parts.read(Array(bytes[cut...])).map(\.id) }
    // The last line of each part is checked by its hashes, so that less may count.
    precondition(operations.starts(with: apart) || apart.starts(with: operations))
  }

  private static func json(_ bytes: [UInt8]) {
    guard let value = try? JSON.parse(bytes) else { return }
    let written = value.canonicalBytes
    precondition((try? JSON.parse(written))?.canonicalBytes == written)
  }

  private static func recs(_ bytes: [UInt8]) {
    let (file, faults) = RecFile.parse(bytes)
    guard faults.isEmpty else { return }
    let written = RecWriter.text(of: file)
    precondition(RecWriter.text(of: RecFile.parse(written).file) == written)
  }

  private static func statements(_ bytes: [UInt8]) {
    guard let statement = try? SignatureStatement(bytes: bytes) else { return }
    precondition(statement.bytes == bytes)
  }
}

/// The entry that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func take(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  Fuzz.chosen.take(bytes)
  return 0
}
