import Chance
import Recfiles
import Testing

/// Fields whose values are made of everything the format gives a meaning.
func awkwardFields(count: Int, seed: UInt64) -> [RecFile.Field] {
  var generator = SplitMix(seed)
  let pieces = [
    "\\", "\n", "\r", "+", " ", "\t", "#", "a", "é", ":", "%rec: X", "\r\n", "\\\n", "",
  ]
  return (0..<count).compactMap { index in
    let length = Int.random(in: 0...8, using: &generator)
    let value = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    return RecFile.Field(name: "F\(index)", value: value)
  }
}

struct `Written records` {
  private func written(_ fields: [(String, String)]) -> String {
    var writer = RecWriter()
    writer.append(RecFile.Record(fields: fields.compactMap { .init(name: $0, value: $1) }))
    return writer.text
  }

  @Test func `have a line for each line of a value`() {
    #expect(written([("A", "1"), ("B", "x\n\n y")]) == "A: 1\nB: x\n+\n+  y\n")
    #expect(written([("A", ""), ("B", "\ny")]) == "A:\nB:\n+ y\n")
  }

  @Test func `keep a backslash at the end of a line`() {
    #expect(written([("A", "x\\\ny"), ("B", "z\r")]) == "A: x\\\\\n\n+ y\nB: z\r\\\n\n")
  }

  @Test func `stand under their descriptor, an empty line apart`() throws {
    let text = "X: 0\n\n%rec: A\n%key: Id\n\nId: 1\nId: 2\n\nId: 3\n\n%rec: B\n"
    #expect(RecWriter.text(of: RecFile.parse(text).file) == text)
  }

  @Test func `without fields leave no trace`() {
    #expect(written([]) == "")
  }

  @Test(arguments: [("a b", "1"), ("é", "1"), ("", "1"), ("1a", "1"), ("A", "nul\u{0}")])
  func `have no field that the format cannot hold`(name: String, value: String) {
    #expect(RecFile.Field(name: name, value: value) == nil)
  }

  @Test(arguments: UInt64(1)...40)
  func `are the same when they are read again`(seed: UInt64) {
    let fields = awkwardFields(count: 50, seed: seed)
    var writer = RecWriter()
    writer.append(RecFile.Record(fields: fields))
    let (file, faults) = RecFile.parse(writer.text)
    #expect(faults.isEmpty)
    #expect(
      file.sets.flatMap(\.records).flatMap(\.fields).map { Array($0.value.utf8) }
        == fields.map { Array($0.value.utf8) })
    #expect(file.sets.flatMap(\.records).count == 1)
    #expect(RecWriter.text(of: file) == writer.text)
  }
}
