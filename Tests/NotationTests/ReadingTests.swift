import Chance
import Notation
import Testing

struct `Reading JSON` {
  @Test func `gives each kind of value`() throws {
    let value = try JSON.parse(
      #" { "n" : null , "t":true,"f":false,"i":-12,"d":1.5e3,"s":"é\n","l":[1,[]],"o":{} } "#)
    let object = try #require(value.object)
    #expect(object.keys == ["n", "t", "f", "i", "d", "s", "l", "o"])
    #expect(value["n"]?.isNull == true)
    #expect(value["t"]?.bool == true)
    #expect(value["f"]?.bool == false)
    #expect(value["i"]?.integer == -12)
    #expect(value["d"] == .decimal("1.5e3"))
    #expect(value["d"]?.approximation == 1500)
    #expect(value["s"]?.text == "é\n")
    #expect(value["l"]?[0] == 1)
    #expect(value["l"]?[1]?.list == [])
    #expect(value["l"]?[2] == nil)
    #expect(value["o"]?.object?.isEmpty == true)
    #expect(value["absent"] == nil)
  }

  @Test(
    arguments: [
      ("", .unfinished, 0), ("  ", .unfinished, 2), ("[", .unfinished, 1), ("[1", .unfinished, 2),
      ("[1,]", .unexpectedByte(0x5D), 3), ("[,1]", .unexpectedByte(0x2C), 1),
      ("[1 2]", .unexpectedByte(0x32), 3), ("{1:2}", .unexpectedByte(0x31), 1),
      (#"{"a"}"#, .unexpectedByte(0x7D), 4), (#"{"a":1,}"#, .unexpectedByte(0x7D), 7),
      (#"{"a":1"#, .unfinished, 6), ("1 1", .trailing, 2), ("[]]", .trailing, 2),
      ("tru", .unfinished, 3), ("trux", .unexpectedByte(0x78), 3),
      ("NaN", .unexpectedByte(0x4E), 0), ("'a'", .unexpectedByte(0x27), 0),
      ("01", .malformedNumber, 0), ("-01", .malformedNumber, 1), ("1.", .unfinished, 2),
      (".5", .unexpectedByte(0x2E), 0), ("+1", .unexpectedByte(0x2B), 0),
      ("-", .unfinished, 1), ("1.x", .malformedNumber, 2), ("1e+", .unfinished, 3),
      ("[-a]", .malformedNumber, 2), ("0x10", .trailing, 1),
      (#""a"#, .unfinished, 2), (#""\"#, .unfinished, 2), (#""\x""#, .unknownEscape, 1),
      (#""\u12"#, .unfinished, 5), (#""\u12G4""#, .unknownEscape, 5),
      ("\"a\tb\"", .rawControl(9), 2), ("\"a\\n\u{0}\"", .rawControl(0), 4),
      ("\u{FEFF}1", .byteOrderMark, 0), ("\u{A0}1", .unexpectedByte(0xC2), 0),
      ("/**/1", .unexpectedByte(0x2F), 0),
    ] as [(String, NotationError.Kind, Int)])
  func `refuses what RFC 8259 does not allow, and says where`(
    _ text: String, _ kind: NotationError.Kind, _ offset: Int
  ) {
    #expect(throws: NotationError(kind, at: offset)) { try JSON.parse(text) }
  }

  @Test(arguments: [
    #""\ud800""#, #""\udc00""#, #""\ud800x""#, #""\ud800\n""#, #""\ud800\ud800""#,
    #""\ud83d\u0041""#, #""\ude00\ud83d""#,
  ])
  func `refuses half a surrogate pair`(_ text: String) {
    #expect(throws: NotationError(.loneSurrogate, at: 1)) { try JSON.parse(text) }
  }

  @Test func `joins a surrogate pair`() throws {
    #expect(try JSON.parse(#""a\ud83d\ude00b""#) == "a😀b")
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF],
    ] as [[UInt8]])
  func `refuses ill-formed UTF-8`(_ bytes: [UInt8]) {
    #expect(throws: NotationError(.notUTF8, at: 3)) {
      try JSON.parse([0x22, 0x61, 0x62] + bytes + [0x22])
    }
    #expect(throws: NotationError(.notUTF8, at: 3)) {
      try JSON.parse(Array(#""\n"#.utf8) + bytes + [0x22])
    }
  }

  @Test(arguments: [
    (#"{"a":1,"b":2,"a":3}"#, "a", 13), (#"{"a":1,"\u0061":2}"#, "a", 7),
    (#"[{"x":{"é":1,"é":1}}]"#, "é", 14),
  ])
  func `refuses a key twice, however it is spelt`(_ text: String, _ key: String, _ offset: Int) {
    #expect(throws: NotationError(.duplicateKey(key), at: offset)) { try JSON.parse(text) }
  }

  @Test func `tells composed from decomposed letters`() throws {
    let value = try JSON.parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(JSON.text("\u{E9}") != JSON.text("e\u{301}"))
  }

  @Test func `goes 64 levels deep and no further`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: #"[{"a":"#, count: depth / 2) + "1"
        + String(repeating: "}]", count: depth / 2)
    }
    _ = try JSON.parse(nested(64))
    #expect(throws: NotationError(.tooDeep(limit: 64), at: 6 * 32)) { try JSON.parse(nested(66)) }
    _ = try JSON.parse(String(repeating: "[],", count: 0) + "[[],[],[[]]]", limits: .init(depth: 3))
    #expect(throws: NotationError.self) { try JSON.parse("[[[]]]", limits: .init(depth: 2)) }
  }

  @Test func `stops at a size`() {
    #expect(throws: NotationError(.tooLong(limit: 4), at: 4)) {
      try JSON.parse("[1,2]", limits: .init(size: 4))
    }
  }

  @Test func `counts offsets from the start of a slice`() throws {
    let bytes = Array("xx[1,?]yy".utf8)
    #expect(throws: NotationError(.unexpectedByte(0x3F), at: 3)) {
      try JSON.parse(bytes[2..<7])
    }
    #expect(try JSON.parse(bytes[3..<4]) == 1)
  }

  @Test func `keeps what no Int holds as it is spelt`() throws {
    #expect(try JSON.parse("9223372036854775807") == .integer(.max))
    #expect(try JSON.parse("-9223372036854775808") == .integer(.min))
    #expect(try JSON.parse("9223372036854775808") == .decimal("9223372036854775808"))
    #expect(try JSON.parse("-0") == .decimal("-0"))
    #expect(try JSON.parse("0") == .integer(0))
  }
}

struct `Reading a canonical text` {
  private func read(_ text: String) throws(NotationError) -> JSON {
    try JSON.parse(text, limits: .init(canonicalKeys: true))
  }

  @Test func `takes keys in strictly increasing order`() throws {
    #expect(try read(#"{"":1,"a":2,"aa":3,"b":[{"x":true}]}"#)["aa"] == 3)
    #expect(try read("{\"\u{10000}\":1,\"\u{E000}\":2}")["\u{E000}"] == 2)
  }

  @Test(
    arguments: [
      (#"{"b":1,"a":2}"#, .keyOutOfOrder("a"), 7), (#"{"a":1,"a":2}"#, .duplicateKey("a"), 7),
      ("{\"\u{E000}\":1,\"\u{10000}\":2}", .keyOutOfOrder("\u{10000}"), 9),
      (#"{"a":{"d":1,"c":2}}"#, .keyOutOfOrder("c"), 12),
      ("[null]", .null, 1), ("[1.0]", .notAnInteger, 1), ("[1e3]", .notAnInteger, 1),
      ("[-0]", .notAnInteger, 1), ("[9007199254740992]", .notAnInteger, 1),
    ] as [(String, NotationError.Kind, Int)])
  func `refuses the rest`(_ text: String, _ kind: NotationError.Kind, _ offset: Int) {
    #expect(throws: NotationError(kind, at: offset)) { try read(text) }
  }

  @Test func `takes whatever the canonical form writes`() throws {
    let value: JSON = [
      "seen": ["w 1 x"], "n": 12, "\u{FFFD}": "", "😀": ["b": true, "a": -9_007_199_254_740_991],
    ]
    #expect(value.isCanonical)
    #expect(try read(value.canonicalText).canonicalText == value.canonicalText)
  }
}

struct `A damaged JSON text` {
  @Test func `is read or refused, and never more`() throws {
    let sample = Array(
      #"{"at":"2026-11-21T08:47:04.560Z","é":[1,-2,3.5e1,true,null,"\ud83d\ude00\n"],"z":{}}"#.utf8)
    var random = SplitMix(42)
    for place in sample.indices {
      #expect(throws: NotationError.self) { try JSON.parse(sample[..<place]) }
      for _ in 0..<64 {
        var damaged = sample
        damaged[place] = UInt8.random(in: 0...255, using: &random)
        if Bool.random(using: &random) { damaged.remove(at: place) }
        guard let value = try? JSON.parse(damaged) else { continue }
        #expect(try JSON.parse(value.canonicalBytes).canonicalBytes == value.canonicalBytes)
        #expect(try JSON.parse(value.prettyBytes) == value)
      }
    }
  }
}
