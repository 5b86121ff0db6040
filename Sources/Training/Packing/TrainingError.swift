/// What can be wrong with an exercise, its pack or its key.
package enum TrainingError: Error, Hashable, Sendable {
  /// No key of the file bears the digest that the pack pins.
  case noSuchKey(scenario: String)
  /// The key is no longer the one whose digest was given out.
  case keyChanged
  /// The pack in the dossier is not the one that the key makes.
  case packChanged
}

extension Key {
  /// The key of a pack among those of a file, once digest and pack have been checked.
  package static func matching(
    _ pack: Pack, among keys: [Stored], digest: ([UInt8]) -> String
  ) throws(TrainingError) -> Key {
    guard let stored = keys.first(where: { $0.commitment == pack.commitment }) else {
      throw .noSuchKey(scenario: pack.scenario)
    }
    guard stored.key.commitment(digest) == pack.commitment else { throw .keyChanged }
    guard stored.key.content?.pack.text == pack.text else { throw .packChanged }
    return stored.key
  }
}
