import Auditing
import Testing

struct `A folded text` {
  @Test(arguments: [
    ("PLAIN Text 1-2_3", "plain text 1-2_3"),
    ("Délai non affiché", "delai non affiche"),
    ("ÉTABLI", "etabli"),
    ("Œuvre, Cæsar", "oeuvre, caesar"),
    ("l’accueil", "l'accueil"),
    ("Groß ŒIL", "gross oeil"),
    ("Łódź Đặng İstanbul ﬁn", "lodz dang istanbul fin"),
    ("prêt\u{A0}? oui\u{202F}!", "pret ? oui !"),
    ("", ""),
  ])
  func `has neither case nor accents`(text: String, expected: String) {
    #expect(text.folded == expected)
  }

  @Test func `is the same for composed and decomposed accents`() {
    let decomposed = "de\u{301}ja\u{300} vu, A\u{30A}"
    #expect(decomposed.folded == "deja vu, a")
    #expect(Array(decomposed.folded.utf8) == Array("déjà vu, Å".folded.utf8))
  }

  @Test func `keeps letters of other scripts, in lower case`() {
    #expect("ΔΟΚΙΜΗ 検査".folded == "δοκιμη 検査")
    #expect(Array("и\u{306}".folded.unicodeScalars).count == 2)
  }

  @Test func `folds no further when folded again`() {
    for text in ["Déjà", "Œ’ß\u{A0}", "ﬃ", "ĳ Ĳ"] {
      #expect(text.folded.folded == text.folded)
    }
  }

  @Test func `is the same by itself and among letters of other alphabets`() {
    for value in Array(UInt32(0x20)...0x17F) + [0x2018, 0x2019, 0x202F, 0x20AC, 0x1E9E] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let letter = String(scalar)
      #expect("\(letter)\u{3B4}".folded == "\(letter.folded)\u{3B4}", "\(letter)")
      #expect(letter.folds(to: letter.folded) && !letter.folds(to: letter.folded + "x"))
      #expect(!"a\(letter)".folds(to: "a") && !"a".folds(to: "a\(letter)"))
    }
  }

  @Test func `is had from a part of a text too`() {
    #expect("xÉTÉx".dropFirst().dropLast().folded == "ete")
  }
}
