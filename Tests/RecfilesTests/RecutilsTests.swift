import Foundation
import Recfiles
import Testing

/// GNU recutils, the programs that read the same format.
enum Recutils {
  static let isInstalled = ["recfix", "recsel"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
  }

  /// Runs a program on a text and gives its exit status and output.
  static func run(_ program: String, _ arguments: [String], on text: String) throws -> (
    status: Int32, output: String
  ) {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).rec")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/" + program)
    process.arguments = arguments + [file.path()]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

@Suite(.enabled(if: Recutils.isInstalled))
struct `Beside GNU recutils` {
  @Test(arguments: [
    "A: 1\n\nB: 2\n", "A: x\n+ y\n+z\n+\n", "A: x\\\ny\n", "A:1\nB:\t2\n", "#c\nA: 1\n#d\nB: 2\n",
    "%rec: A\n%key: Id\n\nId: 1\n\nId: 2\n", "A: x\r\nB: y\r\n", "%foo: x\nA: 1\n",
    "foo\n", "+ x\n", "A: 1\n# c\n+ x\n", "A b: 1\n", "A : 1\n", "1a: 1\n", "É: 1\n", "A: x\\",
    "A: 1\n B: 2\n", "%rec: A\n\n%rec: A\n\nX: 1\n", "a-b: 1\n",
  ])
  func `a text is accepted or refused alike`(text: String) throws {
    let accepted = try Recutils.run("recfix", ["--check"], on: text).status == 0
    #expect(RecFile.parse(text).faults.isEmpty == accepted)
  }

  @Test(arguments: UInt64(1)...10)
  func `values that are written are read alike`(seed: UInt64) throws {
    let fields = awkwardFields(count: 40, seed: seed)
    var writer = RecWriter()
    writer.append(RecFile.Record(fields: fields))
    for field in fields.indices.prefix(8) {
      let (status, output) = try Recutils.run("recsel", ["-P", "F\(field)"], on: writer.text)
      #expect(status == 0)
      #expect(Array(output.utf8) == Array((fields[field].value + "\n").utf8))
    }
  }
}
