import Auditing
import Testing

struct `A display id` {
  private var a = Replica("7c3aaaaaaaaaaaaa")
  private var b = Replica("e9bbbbbbbbbbbbbb")

  private func ids(_ replica: Replica) -> Identifiers { Identifiers(.finding, in: replica.state) }

  @Test mutating func `is short while only one record is meant`() {
    a.write(.finding("k1", id: "F1"), .finding("k2", id: "F2"))
    let ids = ids(a)
    #expect(ids["k1"] == "F1")
    #expect(ids.all == ["F1", "F2"])
    #expect(ids.keys(for: "F1") == ["k1"])
    #expect(ids.keys(for: "f2") == ["k2"])
    #expect(ids.keys(for: "F3") == [])
    #expect(ids["k9"] == "k9")
  }

  @Test mutating func `tells two records apart by their writers`() {
    a.write(.finding("k1", id: "F12"))
    b.write(.finding("k2", id: "F12"))
    a.pull(b)
    let ids = ids(a)
    #expect(ids["k1"] == "F12.7c3")
    #expect(ids["k2"] == "F12.e9b")
    #expect(ids.keys(for: "F12.7c3") == ["k1"])
    #expect(ids.keys(for: "F12.E9B") == ["k2"])
    #expect(Set(ids.keys(for: "F12")) == ["k1", "k2"])
  }

  @Test mutating func `may be written with more digits or fewer, even where none are needed`() {
    a.write(.finding("k1", id: "F12"))
    #expect(ids(a).keys(for: "F12.7c3") == ["k1"])
    #expect(ids(a).keys(for: "F12.7c3aaaaaaaaaaaaa") == ["k1"])
    #expect(ids(a).keys(for: "F12.7") == ["k1"])
    #expect(ids(a).keys(for: "F12.e9") == [])
    #expect(ids(a).keys(for: "F12.") == [])
    #expect(ids(a).keys(for: "F1.7c3") == [])
    #expect(ids(a).keys(for: ".7c3") == [])
  }

  @Test mutating func `takes as many digits as tell the writers apart`() {
    var c = Replica("7c3abbbbbbbbbbbb")
    a.write(.finding("k1", id: "F1"))
    c.write(.finding("k2", id: "F1"))
    a.pull(c)
    #expect(ids(a)["k1"] == "F1.7c3aa")
    #expect(ids(a)["k2"] == "F1.7c3ab")
    #expect(Set(ids(a).keys(for: "F1.7c3")) == ["k1", "k2"])
  }

  @Test mutating func `tells two records of one writer apart by their keys`() {
    a.write(.finding("k1aa", id: "2026-001"), .finding("k2bb", id: "2026-001"))
    let ids = ids(a)
    #expect(ids["k1aa"] == "2026-001.7c3.k1a")
    #expect(ids["k2bb"] == "2026-001.7c3.k2b")
    #expect(ids.keys(for: "2026-001.7c3.k1a") == ["k1aa"])
    #expect(Set(ids.keys(for: "2026-001.7c3")) == ["k1aa", "k2bb"])
  }

  @Test mutating func `is told from one that differs in case alone`() {
    a.write(.finding("k1", id: "Site-A"))
    b.write(.finding("k2", id: "site-a"))
    a.pull(b)
    let ids = ids(a)
    #expect(ids["k1"] == "Site-A.7c3")
    #expect(ids["k2"] == "site-a.e9b")
    #expect(ids.keys(for: "SITE-A.E9B") == ["k2"])
  }

  @Test mutating func `may hold dots of its own`() {
    a.write(.finding("k1", id: "2026.001"), .finding("k2", id: "2026"))
    #expect(ids(a).keys(for: "2026.001") == ["k1"])
    #expect(ids(a).keys(for: "2026.001.7c3") == ["k1"])
    #expect(ids(a).keys(for: "2026.7c3") == ["k2"])
  }

  @Test mutating func `stays with a record that was withdrawn`() {
    a.write(.finding("k1", id: "F1"))
    a.write(.withdrawn(.finding, "k1"))
    #expect(ids(a).keys(for: "F1") == ["k1"])
  }
}
