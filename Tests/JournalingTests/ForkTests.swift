import Auditing
import Testing

@testable import Journaling

/// A journal that two hands have written, line by line.
private struct TwoHands {
  static let writer = "00112233445566ff"
  private(set) var lines: [(n: Int, id: String, bytes: [UInt8])] = []

  /// Appends a line after another, by its place; nothing begins the file.
  @discardableResult
  mutating func add(_ name: String, after place: Int?, n: Int? = nil) -> Int {
    let previous = place.map { lines[$0] }
    let operation = Operation(
      id: "", writer: Self.writer, n: n ?? (previous?.n ?? 0) + 1,
      at: Timestamp(milliseconds: 1_795_250_824_560),
      previous: previous?.id ?? Line.zeros, seen: [], events: [])
    let event = Event.site("a", name)
    let line = Line.encode(
      operation, bodies: [Line.encode(event, salt: "00", isClockGiven: false)])
    lines.append((operation.n, line.id, line.bytes))
    return lines.count - 1
  }

  /// The bytes of the lines in some order.
  func bytes(_ order: [Int]) -> [UInt8] { order.flatMap { lines[$0].bytes } }

  /// The places of the lines by their numbers, then ids.
  var sorted: [Int] {
    lines.indices.sorted { (lines[$0].n, lines[$0].id) < (lines[$1].n, lines[$1].id) }
  }
}

struct `A journal that two hands have written` {
  private let hands: TwoHands

  init() {
    var hands = TwoHands()
    let first = hands.add("one", after: nil)
    let second = hands.add("two", after: first)
    let mine = hands.add("mine", after: second)
    let theirs = hands.add("theirs", after: second)
    hands.add("mine again", after: mine)
    hands.add("theirs again", after: theirs)
    self.hands = hands
  }

  private func read(_ bytes: [UInt8]) -> (reader: JournalReader, operations: [Auditing.Operation]) {
    var reader = JournalReader(writer: TwoHands.writer)
    let operations = reader.read(bytes, checkingHashes: true)
    return (reader, operations)
  }

  @Test func `is whole by number and id, and as a merge of texts leaves it`() {
    for order in [hands.sorted, [0, 1, 2, 4, 3, 5], [0, 1, 3, 5, 2, 4], [0, 1, 3, 2, 4, 5]] {
      let (reader, operations) = read(hands.bytes(order))
      #expect(reader.damage == nil)
      #expect(reader.count == 6)
      #expect(reader.isForked)
      let history = History(uniting: operations)
      #expect(history.forks.map(\.n) == [3])
      #expect(
        history.forks.first?.branches.map(\.text) == [2, 3].map { hands.lines[$0].id }.sorted())
      #expect(history.missing.isEmpty)
    }
  }

  @Test func `leaves both values standing`() throws {
    let state = State(History(uniting: read(hands.bytes(hands.sorted)).operations))
    let record = try #require(state.record(.site, "a"))
    #expect(record.units["name"]?.count == 2)
    #expect(state.conflicts.count == 1)
  }

  @Test func `is read on where reading had stopped`() {
    let bytes = hands.bytes([0, 1, 2, 4, 3, 5])
    for cut in bytes.indices {
      var reader = JournalReader(writer: TwoHands.writer)
      var count = reader.read(Array(bytes[..<cut])).count
      #expect(reader.torn == cut - reader.length)
      count += reader.read(Array(bytes[reader.length...])).count
      #expect(reader.damage == nil)
      #expect(count == 6)
      #expect(reader.isForked)
    }
  }

  @Test func `is damaged where a line follows none that was read`() {
    for (order, line) in [([0, 1, 4, 5], 3), ([0, 1, 2, 5], 4), ([1], 1), ([0, 2], 2)] {
      let (reader, operations) = read(hands.bytes(order))
      #expect(reader.damage?.line == line)
      #expect(operations.count == line - 1)
    }
    var gap = hands
    gap.add("late", after: 1, n: 5)
    #expect(read(gap.bytes([0, 1, 2, 6])).reader.damage?.kind == .number(expected: 4, found: 5))
    #expect(read(hands.bytes([0, 1, 2, 5])).reader.damage?.kind == .link)
  }

  @Test func `is damaged where a line stands twice`() {
    for order in [[0, 1, 1], [0, 1, 2, 3, 2], [0, 0], [0, 1, 2, 3, 3]] {
      #expect(read(hands.bytes(order)).reader.damage?.line == order.count)
    }
  }

  @Test func `may have two beginnings`() {
    var hands = TwoHands()
    hands.add("one", after: nil)
    hands.add("other", after: nil)
    let (reader, operations) = read(hands.bytes([0, 1]))
    #expect(reader.damage == nil)
    #expect(History(uniting: operations).forks.map(\.n) == [1])
  }
}
