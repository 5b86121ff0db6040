import Foundation
import Testing

/// A temporary folder with a home of its own, where the built program runs as its users run it.
final class Sandbox: Sendable {
  /// The folder itself, without symbolic links in its path.
  let path: String

  /// What the program said and how it ended.
  struct Answer: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "constat-\(UUID())")
    path = folder.path
    for name in ["home", "work", "said"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The folder in which the program runs.
  var work: String { "\(path)/work" }

  /// A path in the folder in which the program runs.
  func at(_ name: String) -> String { "\(work)/\(name)" }

  /// What the program sees of the environment.
  var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    var all = [
      "PATH": own["PATH"] ?? "/usr/bin:/bin", "LANG": "fr_FR.UTF-8", "TZ": "UTC",
      "SWIFT_BACKTRACE": "enable=no", "CONSTAT_ME": "cmartin", "HOME": "\(path)/home",
      "XDG_STATE_HOME": "\(path)/home/state", "XDG_DATA_HOME": "\(path)/home/data",
      "XDG_CONFIG_HOME": "\(path)/home/config",
    ]
    // The coverage of a program that a test starts is counted where the test's own is.
    for name in ["LLVM_PROFILE_FILE", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS"] {
      all[name] = own[name]
    }
    return all
  }
}

// MARK: - Running

extension Sandbox {
  /// The built program, which lies beside the tests.
  static let program = Bundle.main.bundleURL.appending(path: "constat").path

  /// Runs the program with arguments.
  @discardableResult
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Answer {
    try run(arguments, input: Data(input.utf8), environment: environment)
  }

  /// Runs the program, or another, with arguments and the bytes of its standard input.
  func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    program: String = Sandbox.program, folder: String? = nil
  ) throws -> Answer {
    let said = "\(path)/said/\(UUID())"
    try input.write(to: URL(filePath: said + ".in"))
    for name in ["out", "err"] {
      try Data().write(to: URL(filePath: "\(said).\(name)"))
    }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = self.environment.merging(environment) { $1 }
    process.currentDirectoryURL = URL(filePath: folder ?? work)
    // Files rather than pipes: whatever the program says, it never waits for its reader.
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: said + ".in"))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: said + ".out"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: said + ".err"))
    try process.run()
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    return Answer(
      status: process.terminationStatus + (isKilled ? 128 : 0),
      output: String(decoding: try Data(contentsOf: URL(filePath: said + ".out")), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(filePath: said + ".err")), as: UTF8.self))
  }

  /// What a shell says of some commands; only tests have a shell.
  @discardableResult
  func shell(_ script: String, _ arguments: String...) throws -> Answer {
    try run(["-c", script, "bash"] + arguments, program: "/bin/bash")
  }

  /// Runs commands given as text in the prepared dossier, which must succeed.
  @discardableResult
  func demo(_ commands: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Answer
  {
    let answer = try run("--dossier", "demo", "-c", commands)
    #expect(answer.status == 0, "\(answer.errors)", sourceLocation: sourceLocation)
    return answer
  }
}
