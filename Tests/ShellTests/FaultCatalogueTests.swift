import Foundation
import Testing

struct `The catalogue of what the modules below the shell tell` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..")
  private static let file = root.appending(
    path: "Tests/EndToEndTests/Sessions/faults.catalogue")

  /// Where each type stands, and the indentation of its cases.
  private static let types = [
    "RecFault.Kind": "Recfiles/RecFault", "ChecklistFault.Kind": "Checklists/ChecklistFault",
    "ExchangeFault.Kind": "Checklists/Exchanging/ExchangeFault",
    "ScenarioFault.Kind": "Training/Reading/ScenarioFault", "CSVFault.Kind": "Notation/CSVTable",
    "NotationError.Kind": "Notation/NotationError", "JournalError": "Journaling/JournalError",
    "Damage.Kind": "Journaling/JournalError", "EvidenceRefusal": "Journaling/JournalError",
    "JournalNotice": "Journaling/JournalNotice", "Checkpoint.Fault": "Journaling/Checkpoint",
    "MergeRefusal": "Journaling/Merging/MergeRefusal",
    "Contradiction.Witness": "Journaling/Merging/MergeRefusal",
    "GitRefusal": "Journaling/GitRefusal", "SigningError": "Signing/SigningError",
    "EditingError": "LineEditing/EditingError", "TrainingError": "Training/Packing/TrainingError",
    "MockError": "Shell/Commands/MockError", "SampleFault": "Shell/Running/SampleFault",
  ]

  /// Types of faults that are told as entries of other catalogues, with the tests of their words.
  private static let others = [
    "Undoing.Refusal": "undoRestedOn and its like of the shell: the shell's own catalogue",
    "EvidenceContract.Fault": "told as what an audit lacks: MissingTests, missing.session",
    "BagVerification.Fault": "told with the verdict on a seal: SealFormatTests, SealTests",
    "ShellError": "the shell's own catalogue", "ScriptError.Kind": "the language's own catalogue",
  ]

  /// Kinds whose words are tested with what brings them about.
  private static let elsewhere = [
    "JournalError.sealInProgress": "two seals of one dossier at once: SealingTests"
  ]

  /// The text of the catalogue for the words that the program has now.
  private static var text: String {
    FaultKind.all.map { kind in
      "#### \(kind.name)\n\(kind.example)\n---- fr\n"
        + kind.said.map(\.fr).joined(separator: "\n") + "\n---- en\n"
        + kind.said.map(\.en).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  @Test func `holds the exact text of each in both languages`() throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(Self.text.utf8).write(to: Self.file)
    }
    let known = try String(contentsOf: Self.file, encoding: .utf8).components(separatedBy: "#### ")
    for (now, then) in zip(Self.text.components(separatedBy: "#### "), known) {
      #expect(now == then)
    }
    #expect(known.count == FaultKind.all.count + 1)
  }

  /// The cases of an enumeration in a source.
  private static func cases(of type: String, in text: String) -> Set<String> {
    let name = type.split(separator: ".").last ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let parent = type.contains(".") ? type.prefix { $0 != "." } : ""
    let outer = lines.firstIndex { !parent.isEmpty && $0.contains(" \(parent)") } ?? 0
    guard let first = lines[outer...].firstIndex(where: { $0.contains("enum \(name)") }) else {
      return []
    }
    let indent = lines[first].prefix { $0 == " " }
    let body = lines[(first + 1)...].prefix { $0 != "\(indent)}" }
    return Set(
      body.filter { $0.hasPrefix("\(indent)  case ") }.flatMap { line in
        let names = line.dropFirst(indent.count + 7)
          .replacing(/\([^()]*(?:\([^()]*\)[^()]*)*\)/, with: "").replacing(/\x20\/\/.*/, with: "")
        return names.split(separator: ",")
          .map { $0.split(whereSeparator: { " =".contains($0) }).first.map(String.init) ?? "" }
      })
  }

  @Test func `has an example of every kind of every type`() throws {
    let named = Set(FaultKind.all.map(\.name))
    for (type, path) in Self.types {
      let text = try String(
        contentsOf: Self.root.appending(path: "Sources/\(path).swift"), encoding: .utf8)
      let kinds = Self.cases(of: type, in: text)
      #expect(!kinds.isEmpty, "\(type)")
      for kind in kinds.map({ "\(type).\($0)" }) {
        #expect(named.contains(kind) || Self.elsewhere[kind] != nil, "\(kind)")
      }
    }
  }

  @Test func `knows every type of fault that the sources declare`() throws {
    let paths = FileManager.default.enumerator(atPath: Self.root.appending(path: "Sources").path)
    var found: Set<String> = []
    while let path = paths?.nextObject() as? String {
      guard path.hasSuffix(".swift") else { continue }
      let text = try String(
        contentsOf: Self.root.appending(path: "Sources/\(path)"), encoding: .utf8)
      for match in text.matches(of: /(?:enum|struct) (\w+(?:Error|Fault|Refusal|Notice))\b/) {
        found.insert(String(match.1))
      }
    }
    let told = (Array(Self.types.keys) + Array(Self.others.keys)).flatMap {
      $0.split(separator: ".").map(String.init)
    }
    // These carry another or what their maker says, stand on a page, or tell of no one's work.
    let carried: Set<String> = [
      "ExpressionFault", "ImportFault", "Notice", "LineFault", "SampleError", "InternalFault",
    ]
    #expect(found.subtracting(told).subtracting(carried) == [])
    #expect(found.count > 20)
  }

  @Test func `speaks both languages, each with its own signs`() {
    for kind in FaultKind.all {
      #expect(kind.said.first.map { $0.fr != $0.en } == true, "\(kind.name)")
      for (fr, en) in kind.said {
        #expect(!fr.isEmpty && !en.isEmpty, "\(kind.name)")
        #expect(fr.firstMatch(of: /\x20[:;!?](\x20|$)/) == nil, "\(kind.name): \(fr)")
        #expect(!en.contains("\u{A0}") && !en.contains("«"), "\(kind.name): \(en)")
      }
    }
  }
}
