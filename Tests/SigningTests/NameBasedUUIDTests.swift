import Signing
import Testing

struct `A name-based UUID` {
  /// By Python: `uuid.uuid5(uuid.NAMESPACE_URL, …)`.
  @Test(arguments: [
    ("urn:constat:é", "36f8a8d1-29b4-5f42-be7e-70b5db098760"),
    ("", "1b4db7eb-4057-5ddf-91e0-36dec72071f5"),
  ])
  func `is the one that others make of the name`(name: String, uuid: String) {
    #expect(NameBasedUUID.text(of: name) == uuid)
  }
}
