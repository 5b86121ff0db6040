import Auditing
import Testing

struct `A suggestion` {
  private let fields = ["Title_fr", "Title_en", "Provenance", "Source", "Method", "Evidence_fr"]

  @Test(arguments: [
    ("Provenence", "Provenance"), ("provenance", "Provenance"), ("Mehtod", "Method"),
    ("Title_f", "Title_fr"), ("Sources", "Source"), ("Évidence_FR", "Evidence_fr"),
  ])
  func `is the nearest known word`(text: String, expected: String) {
    #expect(Suggestion.nearest(to: text, among: fields) == expected)
  }

  @Test(arguments: ["Budget", "x", "", "Titre", "Provenance du constat et du reste"])
  func `is not made when no word is near`(text: String) {
    #expect(Suggestion.nearest(to: text, among: fields) == nil)
  }

  @Test func `needs six letters in ten`() {
    #expect(Suggestion.nearest(to: "abcdef1234", among: ["abcdefghij"]) == "abcdefghij")
    #expect(Suggestion.nearest(to: "abcde12345", among: ["abcdefghij"]) == nil)
  }

  @Test func `counts two letters that changed places as one edit`() {
    #expect(Suggestion.nearest(to: "cdab", among: ["cadb"]) == "cadb")
    #expect(Suggestion.nearest(to: "ba", among: ["ab"]) == nil)
  }

  @Test func `does not depend on the order of the candidates`() {
    let ids = ["M1-E3", "M2-E8", "M1-E1", "M1-E2"]
    #expect(Suggestion.nearest(to: "M1-E8", among: ids) == "M1-E1")
    #expect(Suggestion.nearest(to: "M1-E8", among: ids.reversed()) == "M1-E1")
  }

  @Test func `is none among no candidates`() {
    #expect(Suggestion.nearest(to: "word", among: [String]()) == nil)
    #expect(Suggestion.nearest(to: "word", among: [""]) == nil)
  }
}
