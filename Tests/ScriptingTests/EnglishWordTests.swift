import Scripting
import Testing

struct `A French word of the language` {
  @Test(arguments: [
    ("list ⟦où⟧ a = b", "où", "where"), ("finding list ⟦Où⟧ a > 3", "Où", "where"),
    ("list where a = b ⟦et⟧ c = d", "et", "and"), ("list where a = b ⟦ou⟧ c = d", "ou", "or"),
    ("list where a ⟦dans⟧ (b, c)", "dans", "in"), ("list where a ⟦est⟧ empty", "est", "is"),
    ("list where a = b ⟦trier⟧ c", "trier", "sort"),
    ("list where a = b ⟦limite⟧ 5", "limite", "limit"),
    ("if $a = 1 ⟦et⟧ $b = 2 { next }", "et", "and"), ("⟦soit⟧ x = 3", "soit", "let"),
    ("⟦si⟧ oui { next }", "si", "if"), ("⟦Pour⟧ s in (1, 2) { print $s }", "Pour", "for"),
    ("⟦définir⟧ f(x) { print $x }", "définir", "def"), ("⟦attendre⟧ 1 = 1", "attendre", "expect"),
    ("if oui { next }\n⟦sinon⟧ { next }", "sinon", "else"),
  ])
  func `is told with the English one`(_ text: String, _ word: String, _ meant: String) throws {
    #expect(try fault(text) == .englishWord(word, meant: meant))
  }

  @Test(arguments: [
    "print où", "go champs et vers", "note où est le plan", "print \"et\"", "pour 3",
  ])
  func `is an ordinary word elsewhere`(_ text: String) {
    #expect(throws: Never.self) { try Parser.parse(Source(name: "essai", text: text), vocabulary) }
  }
}

struct `A time of day` {
  @Test(arguments: [
    ("9h30 < 10:15", "yes"), ("9h30 = 09:30", "yes"), ("09:30:15 > 9h30", "yes"),
    ("2026-11-21T14:03 > 2026-11-21T09:00:00Z", "yes"),
    ("2026-11-21T14:03:00Z = 2026-11-21T15:03+01:00", "yes"),
    ("2026-11-21T14:03 = 2026-11-21", "yes"), ("2026-11-21T14:03 > 2026-11-20", "yes"),
    ("9h < 600 min", "yes"),
  ])
  func `compares with another`(_ text: String, _ holds: String) {
    #expect(written(text) == holds)
  }
}
