import Chance
import Recfiles
import Testing

/// The names and values of all records, a list for each record.
func records(_ text: String) -> [[String]] {
  RecFile.parse(text).file.sets.flatMap { set in
    set.records.map { record in record.fields.map { "\($0.name)=\($0.value)" } }
  }
}

struct `A rec text` {
  @Test func `is records between empty lines, fields in their order`() {
    let text = "A: 1\nB: 2\nA: 3\n\n\nB: 4\n   \nC: 5"
    #expect(records(text) == [["A=1", "B=2", "A=3"], ["B=4"], ["C=5"]])
    #expect(RecFile.parse(text).faults.isEmpty)
  }

  @Test func `has sets of records, one for each %rec, and one before the first`() throws {
    let text = "X: 0\n\n%rec: A\n%key: Id\n\nId: 1\n\n# note\n\nId: 2\n\n%rec: B http://b\n"
    let (file, faults) = RecFile.parse(text)
    #expect(faults.isEmpty)
    #expect(file.sets.map { $0.descriptor?.type } == [nil, "A", "B"])
    #expect(file.sets.map(\.records.count) == [1, 2, 0])
    let descriptor = try #require(file.sets[1].descriptor)
    #expect(descriptor.fields.map(\.name) == ["%rec", "%key"])
    #expect(descriptor.line == 3)
    #expect(file.sets[1].records.map(\.line) == [6, 10])
    #expect(file.sets[1].records[0]["Id"].map(\.value) == ["1"])
  }

  @Test func `drops one blank after the colon and keeps the others`() {
    #expect(
      records("A:1\nB: 2\nC:\t3\nD:  4 \nE:\nF: ") == [["A=1", "B=2", "C=3", "D= 4 ", "E=", "F="]])
  }

  @Test func `continues a value on a new line with a plus`() {
    #expect(records("A: x\n+ y\n+z\n+\n+  w\n+\tv\nB: 1") == [["A=x\ny\nz\n\n w\n\tv", "B=1"]])
    #expect(records("A:\n+ y") == [["A=\ny"]])
  }

  @Test func `continues a line after a backslash without a line break`() {
    #expect(records("A: x\\\ny\nB: 1") == [["A=xy", "B=1"]])
    #expect(records("A: x\\\\\n\nB: 1") == [["A=x\\", "B=1"]])
    #expect(records("A: x\\\n+ y") == [["A=x+ y"]])
    #expect(records("A: x\n+ y\\\nz") == [["A=x\nyz"]])
    #expect(records("A: x\\\n") == [["A=x"]])
  }

  @Test func `passes over lines that begin with a number sign`() {
    #expect(records("#!a\nA: 1\n#B: 2\\\nC: #3\n") == [["A=1", "C=#3"]])
  }

  @Test func `may have a byte order mark and lines that end in CR LF`() {
    let (file, faults) = RecFile.parse("\u{FEFF}A: 1\r\n+ 2\r\n\r\nB: x\\\r\ny\r\n")
    #expect(faults.isEmpty)
    #expect(file.sets[0].records.flatMap(\.fields).map(\.value) == ["1\n2", "xy"])
  }

  @Test(arguments: ["", "\n", "# only\n", "\u{FEFF}", "\n \t\n"])
  func `may be empty`(text: String) {
    let (file, faults) = RecFile.parse(text)
    #expect(file.sets.isEmpty)
    #expect(faults.isEmpty)
  }

  @Test func `says on which line each part of a value begins`() {
    let field = RecFile.parse("# c\nA: é1\n+ ü2\\\n3\n+ 4\n").file.sets[0].records[0].fields[0]
    #expect(field.value == "é1\nü23\n4")
    #expect(field.line == 2)
    #expect(field.lines == [2, 3, 4, 5])
  }

  @Test func `says where a place in a value stands in the file`() {
    let field = RecFile.parse("A: é1\n+ ü2\\\n3\n+4\n").file.sets[0].records[0].fields[0]
    let positions = [0, 2, 3, 4, 6, 7, 9, 99].map(field.position(of:))
    #expect(positions.map(\.line) == [1, 1, 1, 2, 2, 3, 4, 4])
    #expect(positions.map(\.column) == [4, 5, 6, 3, 4, 1, 2, 3])
  }

  @Test func `of many lines is read in linear time`() {
    let line = "+ une ligne de plus\\\net sa suite\n"
    func time(_ count: Int) -> Duration {
      let bytes = Array(("A: x\n" + String(repeating: line, count: count)).utf8)
      return ProcessorTime.least { #expect(RecFile.parse(bytes).faults.isEmpty) }
    }
    let (short, long) = (time(2_500), time(40_000))
    // Sixteen times the lines: were it quadratic, 256 times the time.
    #expect(long < short * 64, "\(short) \(long)")
  }
}
