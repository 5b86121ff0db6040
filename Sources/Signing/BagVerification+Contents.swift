extension BagVerification {
  /// Checks the shape and the files of a bag, and what its statements say of them; signatures
  /// stay unchecked, for which no other program is needed.
  ///
  /// - Throws: `system` when something cannot be read.
  package static func contents(
    of folder: String, progress: (Int) -> Void = { _ in }
  ) throws(SigningError) -> BagVerification {
    var reading = Reading(snapshot: try BagSnapshot.take(folder, progress: progress))
    reading.readManifests()
    reading.readInfo()
    reading.readSignatures()
    return reading.verification
  }

  /// Checks a bag and its signatures, against a register that is the user's own and never out
  /// of the bag.
  ///
  /// - Throws: `system`, and `programAbsent` or `programFailed` when there are signatures and
  ///   `ssh-keygen` does not answer.
  package static func verify(
    _ folder: String, _ keygen: SSHKeygen, register: AllowedSigners?,
    namespace: Namespace = .seal, progress: (Int) -> Void = { _ in }
  ) throws(SigningError) -> BagVerification {
    var verification = try contents(of: folder, progress: progress)
    for place in verification.signatures.indices {
      try verification.signatures[place].check(keygen, register, namespace)
    }
    return verification
  }
}

extension BagVerification.Signature {
  fileprivate mutating func check(
    _ keygen: SSHKeygen, _ register: AllowedSigners?, _ namespace: Namespace
  ) throws(SigningError) {
    guard let signature else { return }
    let isGood = try keygen.check(signature, of: statementBytes, namespace)
    integrity = isGood ? .good : .bad
    if isGood, let register {
      signer = try keygen.signer(of: signature, of: statementBytes, namespace, in: register)
    }
  }
}
