import Auditing
import Glibc
import Journaling
import Signing

/// What is measured in a process of its own, so that its memory and its start are its own too.
enum Alone {
  /// The path by which this program is started again.
  static let program = "/proc/self/exe"

  /// Runs one measurement and prints its figures on one line.
  ///
  /// - Returns: the exit status.
  static func run(_ word: String, _ path: String) -> Int32 {
    do {
      switch word {
      case "replay": try replay(path)
      case "libcrypto", "libmd": try verify(path, with: word)
      case "phases": try phases(path)
      default: return 2
      }
      return 0
    } catch {
      print("\(error)")
      return 1
    }
  }

  /// Opens a dossier and counts the nonconformities of all its audits.
  private static func replay(_ path: String) throws {
    let start = ContinuousClock.now
    let dossier = try DossierFolder.open(path, at: Workroom.workplace("\(path)/.."))
    let opened = ContinuousClock.now
    let found = dossier.state.all(.finding).count { finding in
      finding.text("grade", of: "statement") == "NC"
    }
    let end = ContinuousClock.now
    report(found, [opened - start, end - opened])
    dossier.leaveToTheEnd()
  }

  /// Checks the journals of a dossier that is open, with one library or the other.
  private static func verify(_ path: String, with library: String) throws {
    let dossier = try DossierFolder.open(path, at: Workroom.workplace("\(path)/.."))
    SHA256.avoidLibcrypto(library == "libmd")
    let start = ContinuousClock.now
    let journals = try dossier.checkJournals()
    let checked = ContinuousClock.now
    report(journals.reduce(0) { $0 + $1.operations }, [checked - start, .zero])
  }

  /// Reads the only journal of a dossier and adds it up, step by step.
  private static func phases(_ path: String) throws {
    let room = try Workroom()
    defer { room.clear() }
    let journal = try room.onlyJournal(of: path)
    let writer = String(journal.split(separator: "/").last?.prefix(16) ?? "")
    var times = [ContinuousClock.now]
    let bytes = try Disk.system.contents(journal, limit: .max)
    times.append(.now)
    var reader = JournalReader(writer: writer)
    let operations = reader.read(bytes)
    times.append(.now)
    let history = History(uniting: operations)
    times.append(.now)
    let state = State(history)
    times.append(.now)
    report(state.history.operations.count, zip(times.dropFirst(), times).map { $0 - $1 })
  }

  private static func report(_ count: Int, _ durations: [Duration]) {
    let times = durations.map { "\(Int($0.seconds * 1e9))" }.joined(separator: " ")
    print("\(count) \(peakMemory()) \(times)")
  }

  /// The most memory that this process has held, in bytes.
  private static func peakMemory() -> Int {
    guard let status = try? Files.contents("/proc/self/status", limit: 1 << 16) else { return 0 }
    let line = status.split(separator: 0x0A).first { $0.starts(with: Array("VmHWM:".utf8)) }
    let digits = (line ?? []).filter { (0x30...0x39).contains($0) }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } * 1024
  }

  /// What a measurement alone has printed.
  struct Report {
    let count: Int
    let memory: Int
    let durations: [Duration]

    init?(_ text: String) {
      let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      guard numbers.count > 2 else { return nil }
      (count, memory) = (numbers[0], numbers[1])
      durations = numbers.dropFirst(2).map { .nanoseconds($0) }
    }
  }
}
