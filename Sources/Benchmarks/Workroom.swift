import Auditing
import Glibc
import Journaling
import Signing

/// A temporary folder with what the benches share, and the programs that they compare with.
final class Workroom {
  let path: String
  let programs: Programs
  private var dossiers: [Int: String] = [:]

  init() throws {
    let programs = Programs(environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    self.programs = programs
    path = "\(Self.temporaryFolder)/constat-benchmarks-\(getpid())"
    try Files.makeFolders(path)
  }

  private static var temporaryFolder: String {
    guard let value = unsafe getenv("TMPDIR") else { return "/var/tmp" }
    return unsafe String(cString: value)
  }

  /// Removes the folder.
  func clear() { try? Files.removeTree(path) }

  /// A workplace whose clock stands.
  static func workplace(_ path: String) -> Workplace {
    Workplace(
      stateHome: "\(path)/state", machine: "bench", tool: "constat benchmarks",
      now: { Timestamp(milliseconds: 1_795_250_824_560) })
  }

  /// The path of a dossier of so many entries, made once.
  func dossier(of entries: Int) throws -> String {
    if let made = dossiers[entries] { return made }
    let folder = "\(path)/dossier-\(entries)"
    let dossier = try DossierFolder.create(
      folder, title: "Préfecture du Rhône", purpose: .exercise, by: "ana",
      at: Self.workplace(path))
    guard let first = dossier.state.history.operations.first else { return folder }
    var maker = JournalMaker(writer: first.writer, after: first.n, first.id)
    let journal = journal(of: folder, first.writer)
    let file = try Files.open(journal, O_WRONLY | O_APPEND)
    var part: [UInt8] = []
    for _ in 1..<max(2, entries) {
      part += maker.line()
      if part.count > 1 << 20 {
        try Files.write(part.span, to: file, path: journal)
        part = []
      }
    }
    try Files.write(part.span, to: file, path: journal)
    dossiers[entries] = folder
    return folder
  }

  /// The path of the journal of a dossier's writer.
  func journal(of dossier: String, _ writer: String) -> String {
    "\(dossier)/journal/\(writer).journal"
  }

  /// The path of the only journal of a dossier.
  func onlyJournal(of dossier: String) throws -> String {
    let folder = try Files.open("\(dossier)/journal", O_RDONLY | O_DIRECTORY)
    let names = try Files.names(in: folder, path: dossier)
    return "\(dossier)/journal/\(String(decoding: names.first ?? [], as: UTF8.self))"
  }

  /// The time that a program takes from its start to its end, the median of several runs, and
  /// what it prints; nothing when it is not installed.
  func time(
    _ program: String, _ arguments: [String], runs: Int = 5
  ) throws -> (duration: Duration, output: String)? {
    guard let path = programs.path(of: program) else { return nil }
    return try time(path: path, arguments, runs: runs)
  }

  /// The same of a program by its path.
  func time(
    path: String, _ arguments: [String], runs: Int = 1
  ) throws -> (duration: Duration, output: String) {
    var output = ""
    var durations: [Duration] = []
    for _ in 0..<runs {
      var process = Subprocess(path, arguments, environment: ["LC_ALL": "C.UTF-8"])
      process.timeLimit = .seconds(600)
      let start = ContinuousClock.now
      output = try process.run().text
      durations.append(ContinuousClock.now - start)
    }
    return (durations.median, output)
  }
}
