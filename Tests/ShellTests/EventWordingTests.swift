import Auditing
import Testing

@testable import Shell

struct `The words for what happened` {
  @Test func `are there for every kind of entry, and for no other`() {
    #expect(Set(Event.names.keys) == Set(EventKind.all.map(\.name)))
  }

  @Test func `name a kind of a newer version by its own name`() {
    #expect(Event("mystery.done", [:]).words == ("mystery.done", "mystery.done"))
  }
}
