import Recfiles
import Testing

struct `A faulty rec text` {
  /// The one fault of a text.
  private func fault(_ text: String) throws -> RecFault {
    let faults = RecFile.parse(text).faults
    try #require(faults.count == 1, "\(faults)")
    return faults[0]
  }

  @Test(arguments: [
    ("A: 1\n B: 2\n", RecFault.Kind.indentedLine, 2, 1),
    ("+ x\n", .strayContinuation, 1, 1),
    ("A: 1\n# c\n+ x\n+ y\n", .strayContinuation, 3, 1),
    ("A: 1\n\n+ x\n", .strayContinuation, 3, 1),
    ("A: 1\nune suite oubliée\n", .notAField, 2, 1),
    ("A: 1\nune suite: oubliée\n", .notAField, 2, 1),
    (": x\n", .notAField, 1, 1),
    ("A: 1\nTitle_fr : x\n", .blankBeforeColon(name: "Title_fr"), 2, 9),
    ("Title_fr\u{A0}: x\n", .blankBeforeColon(name: "Title_fr"), 1, 9),
    ("Évidence: x\n", .badName("Évidence"), 1, 1),
    ("1a: x\n", .badName("1a"), 1, 1),
    ("a-b: x\n", .badName("a-b"), 1, 1),
    ("A: é\\", .backslashAtEnd, 1, 5),
    ("%rec:\n\nA: 1\n", .badType(""), 1, 1),
    ("%rec: Critère\n", .badType("Critère"), 1, 1),
    ("%rec: A\n%rec: B\n", .secondType, 2, 1),
    ("%rec: A\n\n%rec: A\n", .repeatedType("A", firstLine: 1), 3, 1),
    ("%rec: A\nId: 1\n", .fieldInDescriptor(name: "Id"), 2, 1),
    ("A: 1\nB: é\u{0}\n", .nul, 2, 5),
  ])
  func `is reported with line and column`(
    text: String, kind: RecFault.Kind, line: Int, column: Int
  ) throws {
    let fault = try fault(text)
    #expect(fault.kind == kind)
    #expect(fault.line == line)
    #expect(fault.column == column)
  }

  @Test func `has its bytes checked`() {
    let bytes: [UInt8] = [0x41, 0x3A, 0x20, 0xC3, 0xA9, 0xFF, 0xFF, 0x0A, 0x42, 0x3A, 0xC3, 0x0A]
    let faults = RecFile.parse(bytes).faults
    #expect(faults.map(\.kind) == [.notUTF8, .notUTF8])
    #expect(faults.map(\.line) == [1, 2])
    #expect(faults.map(\.column) == [5, 3])
  }

  @Test(arguments: [[0xFF, 0xFE, 0x41, 0x00], [0xFE, 0xFF, 0x00, 0x41]] as [[UInt8]])
  func `in UTF-16 is refused as such`(bytes: [UInt8]) {
    #expect(RecFile.parse(bytes).faults.map(\.kind) == [.utf16])
  }

  @Test func `shows all its faults, in the order of lines`() {
    let faults = RecFile.parse("%rec: A\nX: 1\n%rec: B\n\n+ y\nfoo\n+ goes with foo\n A: 1\nB : \\")
      .faults
    #expect(faults.map(\.line) == [2, 3, 5, 6, 8, 9, 9])
  }

  @Test func `keeps what can be read`() {
    #expect(records("A: 1\nB : 2\nfoo\n+ bar\nC: 3\n") == [["A=1", "B=2", "C=3"]])
  }

  @Test func `is explained in both languages`() {
    let texts: [[UInt8]] = [
      [0xFF, 0xFE], [0x41, 0x3A, 0xFF],
      Array(
        "A: \u{0}\n A\n\n+ b\n\nc\nd : e\né: f\n\n%rec:\n\n%rec: é\n\n%rec: A\n%rec: B\nG: 1\n\n"
          .utf8),
      Array("%rec: A\n\n%rec: A\n\nZ: \\".utf8),
    ]
    let faults = texts.flatMap { RecFile.parse($0).faults }
    #expect(faults.count == 14)
    #expect(Set(faults.map(\.reason.fr)).count == 14)
    for fault in faults {
      for (fr, en) in [fault.reason, fault.remedy] {
        #expect(!fr.isEmpty && !en.isEmpty && fr != en)
      }
      #expect(fault.wording.fr == fault.reason.fr + "\u{202F}; " + fault.remedy.fr)
      #expect(fault.wording.en.contains(fault.remedy.en))
    }
  }
}
