import Auditing
import Checklists
import Journaling
import Scripting
import Signing

/// Reads checklists with the words of this language and its expressions.
enum ChecklistReading {
  static func load(_ bytes: [UInt8]) -> (checklist: Checklist?, faults: [ChecklistFault]) {
    ChecklistLoader.load(
      bytes: bytes, reservedWords: Registry.standard.reservedWords, checkExpression: RuleCheck.fault
    )
  }

  /// The checklists that are compiled in, read once.
  static let builtin: [(checklist: Checklist, sha256: String, bytes: [UInt8])] =
    BuiltinChecklists.all.compactMap { id, bytes in
      load(bytes).checklist.map { ($0, Digest.of(bytes).hex, bytes) }
    }

  /// Reads the bytes of a digest, which are mostly those of a checklist that is compiled in.
  static func load(_ bytes: [UInt8], of sha256: String) -> (
    checklist: Checklist?, faults: [ChecklistFault]
  ) {
    builtin(of: sha256).map { ($0, []) } ?? load(bytes)
  }

  /// The checklist that is compiled in of a digest.
  static func builtin(of sha256: String) -> Checklist? {
    builtin.first { $0.sha256 == sha256 }?.checklist
  }

  /// The bytes of the checklist that is compiled in of a digest.
  static func builtinBytes(of sha256: String) -> [UInt8]? {
    builtin.first { $0.sha256 == sha256 }?.bytes
  }

  /// Some checklists, and those compiled in that none of them stands for.
  static func withBuiltin(_ pinned: [Checklist]) -> [Checklist] {
    let ids = Set(pinned.map(\.id))
    return pinned + builtin.map(\.checklist).filter { !ids.contains($0.id) }
  }
}

extension Session {
  /// The checklists that are compiled into the program.
  var builtinChecklists: [(checklist: Checklist, sha256: String, bytes: [UInt8])] {
    ChecklistReading.builtin
  }

  /// The bytes of a pinned checklist: the dossier's copy, else those compiled in of that digest.
  func pinnedBytes(_ sha256: String) -> [UInt8]? {
    dossier?.checklist(sha256) ?? ChecklistReading.builtinBytes(of: sha256)
  }

  /// The checklists of the dossier and those built in.
  var knownChecklists: [Checklist] {
    let pinned = state.all(.checklist).compactMap { record in
      readChecklist(record.key)
        ?? pinnedBytes(record.key).flatMap {
          ChecklistReading.load($0, of: record.key).checklist
        }
    }
    return ChecklistReading.withBuiltin(pinned)
  }

  /// The bytes of a checklist: a file's on disk, a pinned one's, or a built-in one's.
  ///
  /// A file on disk wins over a built-in of the same id.
  mutating func checklistBytes(_ word: String, at range: Range<Int>?) throws -> (
    bytes: [UInt8], from: String, checklist: Checklist
  ) {
    if word.hasSuffix(".rec") || word.contains("/") {
      let path = try path(word)
      let bytes = try read(path, at: range)
      let (checklist, faults) = ChecklistReading.load(bytes)
      guard let checklist else {
        for fault in faults { output.note(fault.located(in: word)) }
        throw Failure(.checklistFaults(word, faults.count), at: range)
      }
      if builtinChecklists.contains(where: { $0.checklist.id == checklist.id }) {
        output.note(
          (
            "«\u{A0}\(word)\u{A0}» remplace le référentiel intégré \(checklist.id)",
            "\(word) is used instead of the built-in \(checklist.id)"
          ))
      }
      return (bytes, word, checklist)
    }
    if let builtin = builtinChecklists.first(where: { $0.checklist.id.folded == word.folded }) {
      return (builtin.bytes, "built-in", builtin.checklist)
    }
    for record in state.all(.checklist) {
      guard let bytes = pinnedBytes(record.key),
        let checklist = ChecklistReading.load(bytes, of: record.key).checklist,
        checklist.id.folded == word.folded
      else { continue }
      return (bytes, "dossier", checklist)
    }
    let known = builtinChecklists.map(\.checklist.id)
    throw Failure.unknown(.checklist, word, among: known, at: range)
  }
}

extension ChecklistFault {
  /// The fault with its place, reason and remedy on one line.
  func located(in file: String) -> Wording {
    let place = "\(file):\(line)" + (field.map { " \($0)" } ?? "")
    return (
      "\(place)\u{A0}: \(reason.fr) — \(remedy.fr)", "\(place): \(reason.en) — \(remedy.en)"
    )
  }
}
