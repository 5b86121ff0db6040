import Auditing
import Glibc
import Journaling
import LineEditing
import Scripting
import Signing

extension Session {
  /// Does work that may take long: its progress is drawn, and Ctrl-C ends it with nothing left.
  func doing<Result>(
    _ what: Wording, in unit: ProgressLine.Unit = .bytes,
    _ work: (EvidenceLocker.Progress) throws -> Result
  ) throws -> Result {
    var long = LongWork(what, self, in: unit)
    defer { long.end() }
    do {
      return try work { done, total throws(EvidenceLocker.Stopped) in
        try long.reach(done, of: total)
      }
    } catch {
      throw LongWork.failure(error)
    }
  }

  /// Makes something of each of many things: how far that has come is drawn, and Ctrl-C ends it.
  func each<Element, Result>(
    of all: some Collection<Element>, _ what: Wording, _ make: (Element) throws -> Result
  ) throws -> [Result] {
    guard all.count > 1000 else { return try all.map(make) }
    return try doing(what, in: .parts) { progress in
      var made: [Result] = []
      made.reserveCapacity(all.count)
      for (place, element) in all.enumerated() {
        if place % 64 == 0 { try progress(place, all.count) }
        made.append(try make(element))
      }
      return made
    }
  }

  /// Makes the rows of a noun; only of those that a person is to see is that drawn, and may end.
  func eachRow<Element>(
    of all: some Collection<Element>, _ make: (Element) -> RecordValue
  ) throws -> [RecordValue] {
    run.isListing ? try each(of: all, ("lecture", "reading"), make) : all.map(make)
  }

  /// Opens a dossier; where it is large it is shown how long that may still take, by the last time.
  ///
  /// - Throws: `interrupted` once the person has pressed Ctrl-C at the prompt; before there is one
  ///   the program ends, for it has only read.
  func open(_ path: String) throws -> DossierFolder {
    let journals = (try? Files.entries(of: "\(path)/journal")) ?? []
    let size = journals.reduce(0) { $0 + (Files.size("\(path)/journal/\($1.name)") ?? 0) }
    // Fewer bytes take long only where the machine does other things.
    guard size > 8 << 20 else { return try DossierFolder.open(path, at: environment.workplace) }
    let pace = Pace(of: "dossier", environment)
    let expected = pace.milliseconds(for: size) ?? 0
    var work = LongWork(("ouverture du dossier", "opening the dossier"), self, in: .time)
    if expected > 1000 { work.announce(expected) }
    defer { work.end() }
    let begun = ContinuousClock.now
    let dossier = try Ticking.during {
      try DossierFolder.open(path, at: environment.workplace)
    } tick: {
      do throws(EvidenceLocker.Stopped) {
        try work.reach(Int((ContinuousClock.now - begun) / .milliseconds(1)), of: expected)
      } catch {
        guard !isPrompt else { return }
        work.end()
        _exit(ExitCode.interrupted.rawValue)
      }
    }
    if isPrompt, Interruption.isRequested { throw Failure(.interrupted) }
    let duration = ContinuousClock.now - begun
    if duration > .seconds(1) { pace.keep(size, duration, self) }
    return dossier
  }

  /// Asks before what cannot be taken back; `--yes` has answered already, and where nobody can be
  /// asked that is refused.
  func confirm(_ question: Wording, at range: Range<Int>) throws {
    if settings.confirms { return }
    guard isPrompt, Terminal.isInteractive else {
      throw Failure(.confirmationNeeded(question), at: range)
    }
    // Nobody is asked anything under the lock, which what precedes in the same operation holds.
    let isHeld = dossier?.isPreparing == true
    if isHeld, dossier?.isBlank != true { throw Failure(.confirmationNeeded(question), at: range) }
    let before = dossier?.state.history.operations.count
    if isHeld { dossier?.abandon() }
    let suffix = language.pick(("\u{202F}? (oui/non) ", "? (yes/no) "))
    output.ask(language.pick(question) + suffix)
    guard ["y", "yes", "o", "oui"].contains(answer().folded) else { throw Failure(.interrupted) }
    guard isHeld else { return }
    try dossier?.begin()
    // What was chosen before the question may not be what is there now.
    if dossier?.state.history.operations.count != before {
      throw Failure(.changedMeanwhile, at: range)
    }
  }

  /// A line from the terminal; nothing after Ctrl-C or at the end of input.
  private func answer() -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 100, unsafe Glibc.read(STDIN_FILENO, &byte, 1) == 1, byte != 0x0A {
      bytes.append(byte)
    }
    return String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self)
  }
}
