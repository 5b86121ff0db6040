import Notation
import Testing

struct `An object` {
  @Test func `keeps the place of a key whose value is replaced`() {
    var object: JSON.Object = .init([("a", 1), ("b", 2), ("a", 3)])
    #expect(object.keys == ["a", "b"])
    #expect(object["a"] == 3)
    object["c"] = 4
    object["a"] = nil
    #expect(object.keys == ["b", "c"])
    object["absent"] = nil
    #expect(object.count == 2)
  }

  @Test func `differs from one whose keys stand in another order`() {
    #expect((["a": 1, "b": 2] as JSON) != ["b": 2, "a": 1])
    #expect((["a": 1, "b": 2] as JSON).hashValue == (["a": 1, "b": 2] as JSON).hashValue)
  }

  @Test func `answers only for what it is`() {
    #expect(JSON.integer(1).text == nil)
    #expect(JSON.text("1").integer == nil)
    #expect(JSON.decimal("1").integer == nil)
    #expect((["a", "b"] as JSON).texts == ["a", "b"])
    #expect((["a", 1] as JSON).texts == nil)
    #expect(JSON.text("a")["a"] == nil)
  }
}

struct `The words of a fault` {
  @Test func `name the key and the place in both languages`() {
    let wording = NotationError(.duplicateKey("id"), at: 12).wording
    #expect(wording.fr.contains("«\u{A0}id\u{A0}»"))
    #expect(wording.fr.contains("octet 12"))
    #expect(wording.en.contains("“id”"))
    #expect(wording.en.contains("byte 12"))
  }

  @Test func `show a byte that cannot be seen in hexadecimal`() {
    #expect(NotationError(.unexpectedByte(0x0B), at: 0).wording.en.contains("0x0B"))
    #expect(NotationError(.unexpectedByte(0x7D), at: 0).wording.en.contains("'}'"))
  }
}
