import Notation
import Testing

/// The examples of RFC 8785 that hold no binary floating point.
struct `The canonical form` {
  @Test func `puts keys in order of UTF-16 units, as RFC 8785 3.2.3 shows`() throws {
    let given = """
      {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",\
      "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",\
      "\\u00f6":"Latin Small Letter O With Diaeresis"}
      """
    let order = try #require(try JSON.parse(JSON.parse(given).canonicalBytes).object)
    #expect(
      order.map(\.value) == [
        "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
        "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
      ])
  }

  @Test func `escapes only what must be, as RFC 8785 3.2.2 shows`() throws {
    let given =
      #"{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[true,false]}"#
    #expect(
      try JSON.parse(given).canonicalText
        == #"{"literals":[true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#)
  }

  @Test func `writes every control character and leaves DEL and U+2028 alone`() {
    let controls = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))
    #expect(
      JSON.text(controls + "\u{7F}\u{2028}é😀").canonicalText
        == #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
        + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"#
        + "\u{7F}\u{2028}é😀\"")
  }

  @Test func `sorts inside lists and inside objects`() {
    let value: JSON = ["b": [["z": 1, "a": -2], []], "a": [:], "": "x"]
    #expect(value.canonicalText == #"{"":"x","a":{},"b":[{"a":-2,"z":1},[]]}"#)
  }

  @Test(arguments: [0, -1, 9_007_199_254_740_991, Int.max, Int.min])
  func `writes integers in full`(_ integer: Int) throws {
    #expect(JSON.integer(integer).canonicalText == "\(integer)")
    #expect(try JSON.parse("\(integer)") == .integer(integer))
  }

  @Test func `is a fixed point`() throws {
    let value: JSON = ["é": "\u{1}", "e\u{301}": [true, nil, 3], "\u{10000}": "", "\u{FFFF}": [:]]
    let once = value.canonicalBytes
    #expect(try JSON.parse(once).canonicalBytes == once)
  }

  @Test func `says what it does not cover`() {
    #expect((["a": [1, true, "x"]] as JSON).isCanonical)
    #expect(!(["a": [nil]] as JSON).isCanonical)
    #expect(!JSON.decimal("1.0").isCanonical)
    #expect(!JSON.integer(1 << 53).isCanonical)
  }
}

struct `The form for people` {
  @Test func `keeps the order of keys and indents by two spaces`() {
    let value: JSON = ["b": [1, ["x": []]], "a": [:], "c": nil]
    #expect(
      value.prettyText == """
        {
          "b": [
            1,
            {
              "x": []
            }
          ],
          "a": {},
          "c": null
        }

        """)
  }

  @Test func `keeps a decimal as it is spelt`() throws {
    #expect(try JSON.parse("[1.50, 1E+2, -0]").prettyText == "[\n  1.50,\n  1E+2,\n  -0\n]\n")
  }
}
