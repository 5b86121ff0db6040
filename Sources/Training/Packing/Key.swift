/// What the trainer keeps: a variant whole, and the salt under which its digest was given out.
package struct Key: Sendable {
  package let scenario: String
  package let number: Int
  package let variant: Int
  package let salt: String
  /// The rec text of the variant, faults and decoys included.
  package let text: String

  /// Creates the key of a variant.
  package init(_ scenario: Scenario, number: Int, variant: Int, salt: String) {
    self.scenario = scenario.id
    self.number = number
    self.variant = variant
    self.salt = salt
    text = scenario.variant(variant).text
  }

  /// Creates the key of a variant for practice, which anyone can make again.
  package init(practice scenario: Scenario, variant: Int) {
    self.init(scenario, number: 1, variant: variant, salt: "constat/\(scenario.id)/\(variant)")
  }

  /// The variant.
  package var content: Scenario? { Scenario(written: text) }

  /// The digest that each pack pins: of the salt, a line end and the text.
  package func commitment(_ digest: ([UInt8]) -> String) -> String {
    digest(Array("\(salt)\n\(text)".utf8))
  }
}

extension Key {
  /// The file of several keys.
  package static func file(_ keys: [Key], digest: ([UInt8]) -> String) -> String {
    let head = """
      # Clés — keys: keep this file; mock score --key FILE reads it.

      %rec: Key
      """
    let records = keys.map { key in
      PackFile.record([
        ("Scenario", key.scenario), ("Number", String(key.number)),
        ("Variant", String(key.variant)), ("Salt", key.salt),
        ("Commitment", key.commitment(digest)), ("Content", PackFile.encoded(key.text)),
      ])
    }
    return head + "\n\n" + records.joined(separator: "\n")
  }

  /// A key as its file tells it, with the digest that stands beside it.
  package struct Stored: Sendable {
    package let key: Key
    package let commitment: String

    /// Creates a key with its digest.
    package init(_ key: Key, commitment: String) {
      self.key = key
      self.commitment = commitment
    }
  }

  /// Reads the file of keys; none of any other.
  package static func stored(in bytes: [UInt8]) -> [Stored] {
    PackFile.records("Key", bytes).compactMap { fields in
      guard let scenario = fields["Scenario"], let salt = fields["Salt"],
        let commitment = fields["Commitment"],
        let text = fields["Content"].flatMap(PackFile.decoded)
      else { return nil }
      let key = Key(
        scenario: scenario, number: fields["Number"].flatMap { Int($0) } ?? 1,
        variant: fields["Variant"].flatMap { Int($0) } ?? 0, salt: salt, text: text)
      return Stored(key, commitment: commitment)
    }
  }

  private init(scenario: String, number: Int, variant: Int, salt: String, text: String) {
    self.scenario = scenario
    self.number = number
    self.variant = variant
    self.salt = salt
    self.text = text
  }
}
