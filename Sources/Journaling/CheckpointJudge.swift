import Auditing
package import Signing

/// Tells whose signature stands under a checkpoint.
package struct CheckpointJudge: Sendable {
  private let keygen: SSHKeygen
  private let register: AllowedSigners

  /// Creates a judge who believes the signers of a register.
  package init(_ keygen: SSHKeygen, _ register: AllowedSigners) {
    (self.keygen, self.register) = (keygen, register)
  }

  /// Who answers for a checkpoint.
  enum Verdict {
    /// Nobody signed: it is a text, which proves nothing.
    case unsigned
    /// What lies there as its signature is none of this text.
    case broken
    /// The key is in no register of this user.
    case unknown(fingerprint: String)
    case known(signer: String, fingerprint: String)

    var isKnown: Bool { if case .known = self { true } else { false } }
    var holds: Bool {
      switch self {
      case .unsigned, .broken: false
      case .unknown, .known: true
      }
    }
  }

  /// Judges a checkpoint by the bytes that lie there as its signature.
  ///
  /// - Throws: `programAbsent` and what else keeps `ssh-keygen` from answering.
  func verdict(
    on checkpoint: Checkpoint, _ armored: [UInt8]?
  ) throws(SigningError) -> Verdict {
    guard let armored else { return .unsigned }
    guard let signature = try? SSHSignature(armored: armored),
      try keygen.check(signature, of: checkpoint.bytes, .journal)
    else { return .broken }
    let fingerprint = signature.key.fingerprint
    let signer = try keygen.signer(of: signature, of: checkpoint.bytes, .journal, in: register)
    guard case .known(let principal, _) = signer else { return .unknown(fingerprint: fingerprint) }
    return .known(signer: principal, fingerprint: fingerprint)
  }
}
