import Testing

@testable import LineEditing

struct `A list of candidates` {
  private func rows(_ candidates: [Candidate], columns: Int = 40, rows: Int = 24) -> [String] {
    CandidateList.rows(candidates, size: Terminal.Size(columns: columns, rows: rows))
  }

  @Test func `has notes in a column of their own`() {
    #expect(
      rows([Candidate("écart", "une note"), Candidate("échantillon"), Candidate("é", "autre")])
        == ["  écart        une note", "  échantillon", "  é            autre"])
  }

  @Test func `without notes goes down in columns`() {
    let names = ["un", "deux", "trois", "quatre", "cinq"].map { Candidate($0) }
    #expect(rows(names, columns: 20) == ["  un      quatre", "  deux    cinq", "  trois"])
  }

  @Test func `cuts what is too wide and says so`() {
    let long = String(repeating: "x", count: 60)
    #expect(rows([Candidate(long), Candidate("y")], columns: 20)[0].hasSuffix("x…"))
    for row in rows([Candidate(long, long), Candidate("y", long)], columns: 40) {
      #expect(Terminal.width(of: row) <= 39)
      #expect(row.hasSuffix("…"))
    }
  }

  @Test func `is no longer than the screen and counts the rest`() {
    let many = (1...50).map { Candidate("n\($0)", "note") }
    let shown = rows(many, rows: 12)
    #expect(shown.count == 10)
    #expect(shown.last == "  … +41")
  }

  @Test func `has what its members share at their start`() {
    #expect(CandidateList.commonStart([Candidate("écart"), Candidate("échu")]) == "éc")
    #expect(CandidateList.commonStart([Candidate("a"), Candidate("b")]) == "")
    #expect(CandidateList.commonStart([Candidate("a")]) == "a")
    #expect(CandidateList.commonStart([]) == "")
  }
}
