import Testing

@testable import Shell

struct `What stands before the line` {
  private let parts = ["préfecture", "2026-001", "manosque", "M7-3"]

  @Test func `is the dossier, the audit, the site and the criterion`() {
    #expect(
      PromptFace.name(parts, after: nil, columns: 80) == "préfecture · 2026-001 · manosque · M7-3")
  }

  @Test func `leaves room to type on a narrow screen, an exercise named as one`() {
    #expect(PromptFace.name(parts, after: nil, columns: 40) == "manosque · M7-3")
    #expect(PromptFace.name(parts, after: "EXERCICE", columns: 40) == "EXERCICE · M7-3")
    #expect(PromptFace.name(["dossier-au-nom-bien-long"], after: nil, columns: 20).hasPrefix("d"))
  }
}
