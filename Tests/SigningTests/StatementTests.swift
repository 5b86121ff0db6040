import Signing
import Testing

struct `A signature statement` {
  private let zero = Digest.of([])

  private func statement(
    name: String = "Bruno Petit", act: SignatureStatement.Act = .signs,
    date: String = "2026-11-21T08:56:37Z"
  ) throws(SigningError) -> SignatureStatement {
    guard let path = BagPath("tagmanifest-sha256.txt") else { throw .nameRefused("") }
    return try SignatureStatement(
      document: "audit-2026-001-e1", role: "audité", name: name, quality: "directeur", act: act,
      date: date, files: [.init(path: path, digest: zero)])
  }

  @Test func `is written field by field, then digests as sha256sum has them`() throws {
    let statement = try statement(act: .acknowledgesWithReservations("NC-02 : à revoir"))
    #expect(
      String(decoding: statement.bytes, as: UTF8.self) == """
        Format: constat-signature-statement/1
        Document: audit-2026-001-e1
        Role: audité
        Name: Bruno Petit
        Quality: directeur
        Act: prend acte avec réserves : NC-02 : à revoir
        Date: 2026-11-21T08:56:37Z

        \(zero)  tagmanifest-sha256.txt

        """)
  }

  @Test(
    arguments: [
      .signs, .approves, .acknowledges, .acknowledgesWithReservations("sur NC-02"),
      .refuses(reason: "le délai de réponse n'a pas été tenu"),
    ] as [SignatureStatement.Act])
  func `is read back as it was`(_ act: SignatureStatement.Act) throws {
    let statement = try statement(act: act)
    #expect(try SignatureStatement(bytes: statement.bytes) == statement)
    #expect(SignatureStatement.Act(text: act.text) == act)
  }

  @Test(arguments: [
    "", " x", "x ", "a\nb", "a\rb", "a\tb", "a\0b", "a\u{7F}", "a\u{85}", "a\u{2028}b",
    "a\u{202E}b", "a\u{1B}[0m", String(repeating: "x", count: 1001),
  ])
  func `holds plain single lines only`(_ value: String) {
    #expect(throws: SigningError.fieldRefused(field: "Name", value: value)) {
      try statement(name: value)
    }
    #expect(throws: SigningError.self) { try statement(act: .refuses(reason: value)) }
  }

  @Test(arguments: [
    "2026-11-21", "2026-11-21 08:56:37Z", "2026-13-21T08:56:37Z", "2026-11-32T08:56:37Z",
    "2026-11-21T24:56:37Z", "2026-11-21T08:60:37Z", "2026-11-21T08:56:37+01:00",
  ])
  func `has a date of one shape`(_ date: String) {
    #expect(throws: SigningError.fieldRefused(field: "Date", value: date)) {
      try statement(date: date)
    }
  }

  @Test(arguments: [
    ("Format: constat-signature-statement/1", "Format: constat-signature-statement/2", 1),
    ("Role: audité", "Rôle: audité", 3), ("Role: audité\n", "", 3),
    ("Name: Bruno Petit", "Name:  Bruno Petit", 4), ("Act: signe", "Act: Signe", 6),
    ("37Z\n", "37Z\r\n", 7), ("37Z\n\n", "37Z\n", 8), ("  tag", " *tag", 9),
    ("  tag", "  ../tag", 9), ("  tag", "  /tag", 9), (".txt\n", ".txt", 8),
    (".txt\n", ".txt\nx\n", 10), (".txt\n", ".txt\n\n", 10),
  ])
  func `in another shape is refused, with its line`(_ old: String, _ new: String, _ line: Int)
    throws
  {
    let text = String(decoding: try statement().bytes, as: UTF8.self)
    #expect(throws: SigningError.statementMalformed(line: line)) {
      try SignatureStatement(bytes: Array(text.replacing(old, with: new).utf8))
    }
  }

  @Test func `damaged anywhere is refused or says something else`() throws {
    let statement = try statement(act: .refuses(reason: "é"))
    for place in statement.bytes.indices {
      for bit in 0..<8 {
        var bytes = statement.bytes
        bytes[place] ^= 1 << bit
        if let read = try? SignatureStatement(bytes: bytes) {
          #expect(read != statement)
          #expect(read.bytes == bytes)
        }
      }
      #expect(throws: SigningError.self) {
        try SignatureStatement(bytes: Array(statement.bytes[..<place]))
      }
    }
  }
}
