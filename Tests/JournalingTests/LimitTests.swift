import Auditing
import Testing

@testable import Journaling

struct `The limits of an operation` {
  private let bench: Workbench
  private let dossier: DossierFolder

  init() throws {
    bench = try Workbench()
    dossier = try bench.dossier()
  }

  /// How large what is refused of an operation is and may be, whereof nothing is kept; nothing
  /// where the operation is written.
  private func refusal(_ events: [Event]) throws -> [Int]? {
    let before = try bench.tree("dossier")
    try dossier.begin()
    for event in events { dossier.add(event) }
    do {
      try dossier.commit()
      return nil
    } catch JournalError.entryTooLarge(let size, let limit) {
      dossier.abandon()
      #expect(try bench.tree("dossier") == before)
      return [size, limit]
    }
  }

  /// An event whose body has so many bytes.
  private func event(_ size: Int) -> Event {
    func event(_ count: Int) -> Event {
      Event("tea.served", by: "ana", ["text": .text(String(repeating: "x", count: count))])
    }
    let salt = String(repeating: "0", count: 32)
    return event(size - Line.encode(event(0), salt: salt, isClockGiven: false).count)
  }

  private func checkReading(_ count: Int) throws {
    let read = try bench.open()
    #expect(read.state.history.operations.last?.events.count == count)
    #expect(try read.verify().damages.isEmpty)
  }

  @Test func `are 100,000 bodies`() throws {
    let events = (0...100_000).map { Event("tea.served", by: "ana", ["n": .integer($0)]) }
    #expect(try refusal(events) == [100_001, 100_000])
    #expect(try refusal(events.dropLast()) == nil)
    try checkReading(100_000)
  }

  @Test func `are a MiB for each body`() throws {
    #expect(try refusal([event(1 << 20 + 1)]) == [1 << 20 + 1, 1 << 20])
    #expect(try refusal([event(1 << 20)]) == nil)
    try checkReading(1)
  }

  @Test func `are 64 MiB for all of it`() throws {
    let (limit, count) = (64 << 20, 64)
    let empty = Operation(
      id: "", writer: String(repeating: "0", count: 16), n: 2, at: Workbench.clock,
      previous: Line.zeros, seen: [], events: [])
    let frame = Line.encode(empty, bodies: Array(repeating: [], count: count)).bytes.count
    let full = Array(repeating: event(1 << 20), count: count - 1)
    let last = limit - frame - (full.count << 20)
    #expect(try refusal(full + [event(last + 1)]) == [limit + 1, limit])
    #expect(try refusal(full + [event(last)]) == nil)
    try checkReading(64)
  }
}
