import Auditing
import Notation
import Signing
import Testing

@testable import Journaling

/// What a line says, in a form that can be compared.
private struct Said: Equatable {
  let id: OperationID
  let writer: String
  let n: Int
  let at: Timestamp
  let previous: OperationID
  let seen: [Head]
  let events: [Event?]

  init(_ operation: Auditing.Operation) {
    id = operation.identity
    (writer, n, at) = (operation.writer, operation.n, operation.at)
    (previous, seen, events) = (operation.predecessor, operation.seen, operation.events)
  }
}

private let writer = "00112233445566ff"

/// A line of some events, without its end.
private func line(_ events: [Event], seen: [Head] = [], n: Int = 3) -> [UInt8] {
  let operation = Operation(
    id: "", writer: writer, n: n, at: Timestamp(milliseconds: 1_795_250_824_560),
    previous: String(repeating: "b", count: 64), seen: seen, events: [])
  let bodies = events.map { Line.encode($0, salt: "00ff", isClockGiven: false) }
  return Array(Line.encode(operation, bodies: bodies).bytes.dropLast())
}

/// What the fast way reads, if it reads it at all.
private func fast(_ line: [UInt8], checkingHashes: Bool = false) -> Said? {
  var scanner = LineScanner(writer: writer)
  let bytes = [0x78] + line + [Line.end]
  return scanner.operation(in: bytes, at: 1, checkingHashes: checkingHashes).map {
    #expect($0.end == line.count + 1)
    return Said($0.operation)
  }
}

/// What the careful way reads, if the line holds.
private func careful(_ line: [UInt8], checkingHashes: Bool = false) -> Said? {
  (try? Line.decode(line[...], checkingHashes: checkingHashes)).map(Said.init)
}

private let events = [
  Event("site.set", by: "ana", ["site": "a", "name": "Préfecture « du Rhône » — n\u{202F}° 1"]),
  Event("finding.added", by: "ana", run: "r1", ["text": "a\"b\\c\n\t\r\u{8}\u{C}/é𝄞", "due": ""]),
  Event("tea.served", by: "bob", ["sugar": 2, "cold": false, "hot": true, "debt": -15, "none": 0]),
  Event(
    "sample.recorded", by: "ana",
    [
      "element": .object([
        "values": .list([
          .list(["1", .object(["x": .object(["y": 1])])]), .list([]), .object([:]),
        ]), "àé": "ü", "z": "a",
      ]),
      "kindly": "no", "sal": "no", "salty": "no",
    ]),
  Event("", by: "é", [:]),
]

struct `A line that is read fast` {
  private let seen = [
    Head(writer: "0000000000000001", n: 12, id: String(repeating: "1", count: 64)),
    Head(writer: "0000000000000002", n: 9, id: String(repeating: "2", count: 64)),
  ]

  @Test func `says what was entered`() throws {
    let said = try #require(fast(line(events, seen: seen), checkingHashes: true))
    #expect(said.events == events)
    #expect(said.seen == seen)
    #expect(said.n == 3)
    #expect(said.at == Timestamp(milliseconds: 1_795_250_824_560))
    #expect(said == careful(line(events, seen: seen), checkingHashes: true))
  }

  @Test func `gives each field alone as it gives them all`() throws {
    let said = try #require(fast(line(events)))
    for (event, read) in zip(events, said.events) {
      let read = try #require(read)
      #expect(read.fields == event.fields)
      for name in Array(event.fields.keys) + ["by", "kind", "salt", "run", "clock", "", "zz", "a"] {
        #expect(read[name] == event.fields[name], "\(name)")
      }
      #expect((read.kind, read.by) == (event.kind, event.by))
      #expect(read.run == event.run)
      #expect(read.hashValue == event.hashValue)
      #expect(read.kindPlace == event.kindPlace)
      #expect(read.kindPlace.map { EventKind.all[$0].name } == EventKind.named(read.kind)?.name)
    }
  }

  @Test func `names a person in each body, or is damaged either way it is read`() {
    for event in [Event("tea.served", by: "", ["x": 1]), Event("site.set", ["site": "a"])] {
      let line = line([events[0], event])
      #expect(fast(line) == nil)
      #expect {
        try Line.decode(line[...], checkingHashes: true)
      } throws: { ($0 as? LineFault)?.kind == .anonymous(2) }
    }
  }

  @Test func `knows every kind by its name`() throws {
    let all = EventKind.all.map { Event($0.name, by: "ana", ["x": 1]) }
    let said = try #require(fast(line(all)))
    #expect(said.events.map { $0?.kindPlace } == Array(EventKind.all.indices))
  }

  @Test func `leaves out the bodies that are left out`() throws {
    var columns = line(events).split(separator: Line.tab).map(Array.init)
    columns[3] = Line.redacted
    let said = try #require(
      fast(Array(columns.joined(separator: [Line.tab])), checkingHashes: true))
    #expect(said.events[1] == nil)
    #expect(said.events[0] == events[0])
  }

  @Test func `has its hashes compared when asked`() throws {
    let whole = line(events)
    for place in [0, 70, whole.count - 5] {
      var changed = whole
      changed[place] = changed[place] == 0x61 ? 0x62 : 0x61
      #expect(fast(changed, checkingHashes: true) == nil)
    }
  }

  @Test func `is whole`() {
    let whole = line(events)
    var scanner = LineScanner(writer: writer)
    for length in whole.indices {
      #expect(
        scanner.operation(in: Array(whole.prefix(length)), at: 0, checkingHashes: false) == nil)
    }
    #expect(scanner.operation(in: whole, at: 0, checkingHashes: false) == nil)
  }

  @Test func `is never read otherwise than carefully, whatever byte was changed`() {
    let whole = line(events, seen: seen)
    let strange: [UInt8] = [
      0x00, 0x09, 0x1F, 0x20, 0x22, 0x2B, 0x2C, 0x2D, 0x2E, 0x30, 0x39, 0x3A, 0x41, 0x5B, 0x5C,
      0x5D, 0x61, 0x62, 0x65, 0x66, 0x6E, 0x75, 0x7B, 0x7D, 0x7F, 0x80, 0xBF, 0xC0, 0xC3, 0xE0,
      0xED, 0xEE, 0xF0, 0xF4, 0xF5, 0xFF,
    ]
    var both = 0
    for place in whole.indices {
      for byte in strange where byte != whole[place] {
        var changed = whole
        changed[place] = byte
        guard let read = fast(changed) else { continue }
        both += 1
        #expect(read == careful(changed), "byte \(place) is \(byte)")
      }
    }
    #expect(both > 1000)
  }

  @Test func `is never read otherwise than carefully, whatever was cut out or put in`() {
    let whole = line([events[3]], seen: seen)
    for place in whole.indices {
      for size in 1...6 where place + size < whole.count {
        var (less, more) = (whole, whole)
        less.removeSubrange(place..<(place + size))
        more.insert(contentsOf: whole[place..<(place + size)], at: place)
        for changed in [less, more] {
          if let read = fast(changed) { #expect(read == careful(changed), "\(place) \(size)") }
        }
      }
    }
  }

  @Test func `may be any JSON, which is then read carefully`() throws {
    let body = #"{ "by":"ana","kind":"site.s\u0065t","salt":"00","site":"\u0061","名":1}"#
    let columns = [
      String(repeating: "a", count: 64),
      #"{"at":"2026-11-21T09:47:04+01:00","body":["x"],"n":1,"prev":"\#(Line.zeros)","seen":[],"#
        + #""v":1,"w":"\#(writer)"}"#, body,
    ]
    let line = Array(columns.joined(separator: "\t").utf8)
    #expect(fast(line) == nil)
    let said = try #require(careful(line))
    #expect(said.events == [Event("site.set", by: "ana", ["site": "a", "名": 1])])
  }
}

struct `A text in a body` {
  /// What the fast way makes of a body, and whether a strict parser takes it.
  private func isRead(_ body: [UInt8]) -> (fast: Bool, strict: Bool) {
    let event = WrittenEvent(in: body + [Line.end], at: 0, limit: Line.bodyLimit)
    let json = try? JSON.parse(body, limits: .init(canonicalKeys: true))
    return (event.map { $0.count == body.count } ?? false, json != nil)
  }

  @Test func `is read fast only where it is well-formed UTF-8`() {
    for first in UInt8(0x80)...0xFF {
      for second in [UInt8(0x22), 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0] {
        for tail in [[], [0x80], [0x80, 0x80], [0xBF, 0xBF], [0x41, 0x80]] as [[UInt8]] {
          let text = Array(#"{"by":"a","kind":"a","salt":"#.utf8) + [0x22, first, second] + tail
          let read = isRead(text + Array("\"}".utf8))
          #expect(!read.fast || read.strict, "\(first) \(second) \(tail)")
          if read.strict, second != 0x22 { #expect(read.fast, "\(first) \(second) \(tail)") }
        }
      }
    }
  }

  @Test func `may be as long as the limit and no longer`() {
    for extra in [-1, 0, 1] {
      let frame = #"{"by":"a","kind":"a","salt":""}"#.utf8.count
      let text = String(repeating: "x", count: Line.bodyLimit - frame + extra)
      let body = Array(#"{"by":"a","kind":"a","salt":"\#(text)"}"#.utf8)
      #expect(isRead(body).fast == (extra <= 0))
    }
  }

  @Test(arguments: [
    #"{"a":null,"by":"a","kind":"a","salt":""}"#, #"{"a":1.5,"by":"a","kind":"a","salt":""}"#,
    #"{"a":1e3,"by":"a","kind":"a","salt":""}"#, #"{"a":-0,"by":"a","kind":"a","salt":""}"#,
    #"{"a":01,"by":"a","kind":"a","salt":""}"#,
    #"{"a":99999999999999999,"by":"a","kind":"a","salt":""}"#,
    #"{"by":"a","kind":"a","a":1,"salt":""}"#, #"{"by":"a","kind":"a","kind":"b","salt":""}"#,
    #"{"by":"a","kind":1,"salt":""}"#, #"{"by":"a","kind":"a"}"#,
    #"{"by":"a","kind":"a","salt":"",}"#, "{}", "[]", "{",
    #"{"a":{"y":1,"x":1},"by":"a","kind":"a","salt":""}"#,
    #"{"a":[1,],"by":"a","kind":"a","salt":""}"#,
    #"{"a":tru,"by":"a","kind":"a","salt":""}"#, #"{"a":"\x","by":"a","kind":"a","salt":""}"#,
  ])
  func `of another form is left to the careful way`(_ body: String) {
    #expect(!isRead(Array(body.utf8)).fast)
  }

  @Test func `lies no deeper than the careful way goes`() {
    for depth in [5, 30, 31, 32, 63, 64, 1000, 100_000] {
      let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      let read = isRead(Array(#"{"a":\#(nested),"by":"a","kind":"a","salt":""}"#.utf8))
      #expect(!read.fast || read.strict)
      #expect(read.fast == (depth < 32), "\(depth)")
    }
  }
}
