import Auditing
import Testing

struct `A history` {
  private var a = Replica("aaaa")
  private var b = Replica("bbbb")

  private func ids(_ operations: [Auditing.Operation]) -> [String] {
    History(uniting: operations).operations.map(\.id)
  }

  @Test mutating func `puts each operation after what it names, whatever the clocks say`() {
    let first = a.write(.site("s"), at: 9_000)
    b.pull(a)
    let second = b.write(.site("t"), at: 10)
    a.pull(b)
    let third = a.write(.site("u"), at: 5)
    let expected = [first.id, second.id, third.id]
    #expect(ids([third, second, first]) == expected)
    #expect(ids([second, first, third]) == expected)
  }

  @Test mutating func `shows what is concurrent in order of time, then of writer`() {
    let late = a.write(.site("s"), at: 20)
    let early = b.write(.site("t"), at: 10)
    var c = Replica("cccc")
    let same = c.write(.site("u"), at: 10)
    #expect(ids([late, same, early]) == [early.id, same.id, late.id])
  }

  @Test mutating func `counts an operation once`() {
    let one = a.write(.site("s"))
    #expect(ids([one, one]) == [one.id])
  }

  @Test mutating func `knows what lies in the past of what`() {
    let one = a.write(.site("s"))
    let other = b.write(.site("t"))
    b.pull(a)
    let joined = b.write(.site("u"))
    let history = History(uniting: b.operations)
    func isInPast(_ earlier: Auditing.Operation, _ later: Auditing.Operation) -> Bool? {
      guard let earlier = history.position(of: earlier.id),
        let later = history.position(of: later.id)
      else { return nil }
      return history.isInPast(earlier, of: later)
    }
    #expect(isInPast(one, joined) == true)
    #expect(isInPast(other, joined) == true)
    #expect(isInPast(one, other) == false)
    #expect(isInPast(other, one) == false)
    #expect(isInPast(joined, one) == false)
    #expect(isInPast(one, one) == false)
  }

  @Test mutating func `names the heads that a writer has not seen, and each once`() {
    let one = a.write(.site("s"))
    b.pull(a)
    let seen = b.write(.site("t"))
    #expect(seen.seen == [one.head])
    #expect(b.write(.site("u")).seen.isEmpty)
    a.pull(b)
    #expect(a.write(.site("v")).seen.map(\.n) == [2])
  }

  @Test mutating func `lists what is named and not here`() {
    let one = a.write(.site("s"))
    let two = a.write(.site("t"))
    b.pull(a)
    let three = b.write(.site("u"))
    let four = b.write(.site("v"))
    #expect(History(uniting: [one, two, three, four]).missing.isEmpty)
    #expect(History(uniting: [one, three]).missing == [two.head])
    #expect(History(uniting: [one, two, four]).missing == [three.head])
    #expect(History(uniting: [two, three]).missing == [one.head])
    #expect(History(uniting: []).missing.isEmpty)
  }

  @Test mutating func `has the last operation of each writer for a head`() {
    a.write(.site("s"))
    let last = a.write(.site("t"))
    let other = b.write(.site("u"))
    a.pull(b)
    let heads = History(uniting: a.operations.reversed()).heads
    #expect(heads == ["aaaa": last.head, "bbbb": other.head])
  }

  @Test mutating func `keeps its order while more comes that rests on all that is here`() {
    var order: [String] = []
    var c = Replica("cccc")
    for step in 0..<12 {
      a.write(.site("a\(step)"), at: 100 - step)
      b.write(.site("b\(step)"), at: step)
      if step % 3 == 0 { a.pull(b) }
      c.pull(a)
      c.pull(b)
      let new = ids(c.operations)
      #expect(new.filter(order.contains) == order)
      order = new
    }
  }
}
