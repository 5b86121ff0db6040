import Auditing
import Checklists
import Glibc
import Journaling
import Notation
import Recfiles
import Scripting
import Signing

/// What is fed with bytes that a machine made up, as `CONSTAT_FUZZ` names it.
///
/// Each must take any bytes without a trap, and what it takes must mean the same once written.
enum Fuzz: String, CaseIterable {
  case lines, json, recs, checklists, scripts, arguments, statements, signatures, registers
  case checkpoints, tables, catalogues

  static let chosen: Fuzz = {
    let name = unsafe getenv("CONSTAT_FUZZ").map { unsafe String(cString: $0) } ?? "lines"
    return Fuzz(rawValue: name) ?? .lines
  }()

  func take(_ bytes: [UInt8]) {
    switch self {
    case .lines: Self.lines(bytes)
    case .json: Self.json(bytes)
    case .recs: Self.recs(bytes)
    case .checklists: Self.checklists(bytes)
    case .scripts: Self.scripts(bytes)
    case .arguments: Self.arguments(bytes)
    case .statements: Self.statements(bytes)
    case .checkpoints: Self.checkpoints(bytes)
    case .tables: Self.tables(bytes)
    case .catalogues: Self.catalogues(bytes)
    case .signatures:
      for format in SignatureFormat.allCases { _ = try? DetachedSignature(format, bytes) }
      _ = try? TimeStampResponse(received: bytes)
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

  /// A checklist that is taken has no fault that hinders it, and each fault has its words.
  private static func checklists(_ bytes: [UInt8]) {
    let (checklist, faults) = ChecklistLoader.load(bytes: bytes, reservedWords: ["note"]) { text in
      do throws(ScriptError) {
        _ = try Parser.expression(text)
        return nil
      } catch {
        return ExpressionFault(offset: 0, reason: error.wording, remedy: error.wording)
      }
    }
    precondition(checklist != nil || !faults.isEmpty)
    for fault in faults { precondition(!fault.wording.fr.isEmpty && !fault.wording.en.isEmpty) }
  }

  private static let vocabulary = Vocabulary(
    firstWords: ["note", "find", "site", "print"], freeWords: ["note": 0, "find": 1],
    freePairs: ["meeting add": 1])

  /// Every fault of a script stands in its text and can be shown.
  private static func scripts(_ bytes: [UInt8]) {
    guard let source = try? Source(name: "script", bytes: bytes) else { return }
    let (script, errors) = Parser.read(source, vocabulary)
    let shown = errors.map { Diagnostic($0, in: source) }
    let unit = LoadedScript(script, source, faults: shown)
    let checks = Analyzer.Checks(isCommand: vocabulary.firstWords.contains) { _, _, _ in [] }
    for fault in shown + Analyzer.faults(of: unit, checks: checks) {
      precondition(fault.range.upperBound <= source.scalars.count)
      precondition(!fault.lines(in: .fr).isEmpty && !fault.lines(in: .en).isEmpty)
    }
    _ = Parser.isIncomplete(String(decoding: bytes, as: UTF8.self), vocabulary)
  }

  /// A command given as the program's arguments, each ended by a zero.
  private static func arguments(_ bytes: [UInt8]) {
    let words = bytes.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    do throws(ScriptError) {
      _ = try Parser.parse(arguments: words, vocabulary)
    } catch {
      precondition(!error.wording.fr.isEmpty && !error.wording.en.isEmpty)
    }
  }

  /// A table that is to be imported, once written again, holds the same fields.
  private static func tables(_ bytes: [UInt8]) {
    guard let table = try? CSVTable(bytes), [";", ",", "\t"].contains(table.separator)
    else { return }
    let writer = CSV(separator: table.separator, byteOrderMark: false, formulaGuard: false)
    let written = Array("sep=\(table.separator)\n".utf8) + writer.bytes(table.rows.map(\.fields))
    let again = try? CSVTable(written)
    precondition(table.rows.isEmpty || again?.rows.map(\.fields) == table.rows.map(\.fields))
  }

  /// A catalogue of another form that is taken becomes a rec file without a fault.
  private static func catalogues(_ bytes: [UInt8]) {
    guard let draft = try? ChecklistDraft.read(json: bytes) else { return }
    precondition(RecFile.parse(Array(draft.recText.utf8)).faults.isEmpty)
  }

  private static func checkpoints(_ bytes: [UInt8]) {
    guard let checkpoint = Checkpoint(bytes: bytes) else { return }
    precondition(checkpoint.bytes == bytes)
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
