import Auditing
import Reporting
import Testing

struct `A masker` {
  private let masking = Masking(entries: [
    .init(
      .person, "Zélie de La Quenouille-Ferrand", handle: "zquen", replacement: "[A]",
      ground: .privacy),
    .init(.person, "Brendan O'Brien", handle: "bob", replacement: "[B]", ground: .privacy),
    .init(.text, "poste 12", replacement: "[C]", ground: .security),
  ])

  private func masked(_ text: String, keeping kept: [String] = []) -> String {
    var masking = masking
    masking.kept = kept
    return Masker(masking, .fr).masked(text)
  }

  @Test(arguments: [
    ("Zélie de La Quenouille-Ferrand", "[A]"), ("ZELIE DE LA QUENOUILLE FERRAND", "[A]"),
    ("Mme Quenouille\u{A0}Ferrand l’a dit", "[A] l’a dit"), ("la fille Ferrand", "la fille [A]"),
    ("Ferrand Zélie", "[A]"), ("ze\u{301}lie.txt", "[A].txt"), ("@zquen a vu", "[A] a vu"),
    ("M. B. O’BRIEN et B. O'Brien", "[B] et [B]"), ("notesDeBrendan", "notesDe[B]"),
    ("bobrien, brien_2.pdf", "[B], [B]_2.pdf"), ("le poste 12, le poste 13", "le [C], le poste 13"),
    ("la quenouille", "la [A]"), ("ferrandaise et Brienne", "ferrandaise et Brienne"),
  ])
  func `finds a name however it is written, and no other word`(_ text: String, _ masked: String) {
    #expect(self.masked(text) == masked)
  }

  @Test(arguments: [
    ("écrire à l.martin-roux@pref.example.fr.", "écrire à [adresse électronique]."),
    ("au 06 12 34 56 78, au 0612345678", "au [téléphone], au [téléphone]"),
    ("au +33 (0)6-12-34-56-78 !", "au [téléphone] !"), ("au 0033612345678", "au [téléphone]"),
    ("2 55 08 14 168 025 38", "[numéro de sécurité sociale]"),
    ("FR14 2004 1010 0505 0001 3M02 606", "[compte bancaire]"),
    ("hôte 10.0.0.254", "hôte [adresse réseau]"),
  ])
  func `finds the numbers and addresses of people`(_ text: String, _ masked: String) {
    #expect(self.masked(text) == masked)
  }

  @Test(arguments: [
    "le 03.11.2026 à 10 h 15", "2026-11-03T09:00", "2 55 08 14 168 025 39", "600 000 appels",
    "M1-B4, P12, 93,1 %", "version 1.10", "FR14 2004 1010 0505 0001 3M02 607", "a @ b",
    "225f1ee3965f0612345678aa",
  ])
  func `leaves days, figures and wrong numbers alone`(_ text: String) {
    #expect(masked(text) == text)
  }

  @Test func `leaves what a person keeps`() {
    #expect(
      masked("Brendan O'Brien, 10.0.0.254", keeping: ["Brendan O'Brien", "10.0.0.254"])
        == "Brendan O'Brien, 10.0.0.254")
    #expect(masked("Ferrand (rue)", keeping: ["ferrand"]) == "Ferrand (rue)")
  }

  @Test func `finds nothing left in what it has masked`() {
    let text = "Mme Ferrand, Zélie, B. O'Brien, poste 12, bob"
    let masker = Masker(masking, .fr)
    #expect(!masker.names(in: text).isEmpty)
    #expect(masker.names(in: masker.masked(text)).isEmpty)
  }

  @Test func `is the same when a journal gives it back`() {
    var masking = masking
    masking.kept = ["Digne"]
    #expect(Masking(masking.content) == masking)
    #expect([0, 25, 26, 27, 702].map(Masking.letters) == ["A", "Z", "AA", "AB", "AAA"])
  }

  @Test(arguments: [
    ("le 3 mars 2026 et en juin 2025", "le [j] et en [j]"), ("2026-03-14, 14/03/2026", "[j], [j]"),
    ("depuis 2019, 2500 appels", "depuis [j], 2500 appels"), ("le 1er mai 2026", "le [j]"),
    ("article 12 du code", "article 12 du code"),
  ])
  func `takes the days out of a text`(_ text: String, _ undated: String) {
    #expect(text.undated("[j]") == undated)
  }
}
