import Auditing
import Reporting
import Testing

struct `The typography` {
  @Test(arguments: [
    (
      "Oui : non ; ou ? ou ! « cité » n° 3, 5 %",
      "Oui\u{A0}: non\u{202F}; ou\u{202F}? ou\u{202F}! «\u{A0}cité\u{A0}» n°\u{A0}3, 5\u{A0}%"
    ),
    ("l'audit", "l’audit"),
  ])
  func `of French keeps signs beside their words`(plain: String, set: String) {
    #expect(Typography(.fr).typeset(plain) == set)
  }

  @Test func `of English adds no space`() {
    #expect(Typography(.en).typeset("the auditee's: yes; 5 %") == "the auditee’s: yes; 5 %")
  }

  @Test(arguments: [
    ("2020-11-26", "26\u{A0}novembre 2020", "26\u{A0}November 2020"),
    ("2027-08-01", "1er\u{A0}août 2027", "1\u{A0}August 2027"),
  ])
  func `writes dates in full`(date: String, french: String, english: String) {
    #expect(Typography(.fr).date(Sample.day(date)) == french)
    #expect(Typography(.en).date(Sample.day(date)) == english)
  }

  @Test func `counts in the singular and the plural of each language`() {
    #expect(Typography(.fr).counted(0, "critère", "critères") == "0\u{A0}critère")
    #expect(Typography(.fr).counted(2, "critère", "critères") == "2\u{A0}critères")
    #expect(Typography(.en).counted(0, "entry", "entries") == "0\u{A0}entries")
    #expect(Typography(.en).counted(1, "entry", "entries") == "1\u{A0}entry")
  }

  @Test func `writes instants and sizes as the language does`() {
    #expect(
      Typography(.fr).instant(Sample.instant) == "21\u{A0}novembre 2026 à 08\u{A0}h\u{A0}47 UTC")
    #expect(Typography(.en).instant(Sample.instant) == "21\u{A0}November 2026 at 08:47 UTC")
    #expect(Typography(.fr).size(482_113) == "482,1\u{A0}Ko")
    #expect(Typography(.en).size(999) == "999\u{A0}B")
    #expect(Typography(.en).size(1_500_000_000) == "1.5\u{A0}GB")
  }

  @Test func `leaves what comes from data letter for letter`() {
    let data = "l'été : \"oui\" ; n° 3 ?"
    let phrase: Phrase = "dit : « \(data) »"
    let text = phrase.set(in: Typography(.fr))
    #expect(text.plain == "dit\u{A0}: «\u{A0}\(data)\u{A0}»")
  }
}
