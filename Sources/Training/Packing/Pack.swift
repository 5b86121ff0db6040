package import Auditing
import Recfiles

/// What one trainee is given: a variant without its key, and the digest to which the key is held.
package struct Pack: Sendable {
  /// The id of the scenario.
  package let scenario: String
  /// Its number among those prepared together; nothing for practice.
  package let number: Int?
  /// The variant, told only for practice.
  package let variant: Int?
  /// SHA-256 of the salt and the key, in hexadecimal.
  package let commitment: String
  /// The rec text of what there is to see.
  package let text: String

  /// The scenario as the trainee may know it.
  package var content: Scenario? { Scenario(written: text) }
}

extension Pack {
  /// Creates the pack of a key; the digest is SHA-256 in hexadecimal.
  package init(_ key: Key, isPractice: Bool, digest: ([UInt8]) -> String) {
    scenario = key.scenario
    number = isPractice ? nil : key.number
    variant = isPractice ? key.variant : nil
    commitment = key.commitment(digest)
    text = key.content?.pack.text ?? ""
  }

  /// The pack as an entry of the journal holds it.
  package var entry: Content {
    var fields: [String: Content] = [
      "scenario": .text(scenario), "commitment": .text(commitment),
      "content": .text(Base64.text(of: Array(text.utf8))),
    ]
    if let number { fields["number"] = .integer(number) }
    if let variant { fields["variant"] = .integer(variant) }
    return .object(fields)
  }

  /// Reads a pack in an entry of the journal.
  package init?(_ entry: Content?) {
    guard let fields = entry?.object, let scenario = fields["scenario"]?.text,
      let commitment = fields["commitment"]?.text,
      let bytes = fields["content"]?.text.flatMap(Base64.bytes)
    else { return nil }
    self.scenario = scenario
    self.commitment = commitment
    number = fields["number"]?.integer
    variant = fields["variant"]?.integer
    text = String(decoding: bytes, as: UTF8.self)
  }
}

extension Pack {
  /// The file that is handed to the trainee.
  package var file: String {
    PackFile.text(
      "Pack",
      [
        ("Scenario", scenario), ("Number", number.map(String.init) ?? "1"),
        ("Commitment", commitment), ("Content", PackFile.encoded(text)),
      ],
      comment: """
        # EXERCICE — EXERCISE. constat mock start FILE
        # Encoded so that nobody reads it by accident; it is no secret.
        """)
  }

  /// Reads the file of a pack, or nothing of any other.
  package init?(file bytes: [UInt8]) {
    guard let record = PackFile.records("Pack", bytes).first,
      let scenario = record["Scenario"], let commitment = record["Commitment"],
      let text = record["Content"].flatMap(PackFile.decoded)
    else { return nil }
    self.scenario = scenario
    self.commitment = commitment
    self.text = text
    number = record["Number"].flatMap { Int($0) }
    variant = nil
  }
}
