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

  /// Checks a bag and its signatures, against registers that are the user's own and never out
  /// of the bag.
  ///
  /// - Throws: `system`, and `programAbsent` or `programFailed` when there are signatures and
  ///   their program does not answer.
  package static func verify(
    _ folder: String, _ programs: Programs, trust: Trust, progress: (Int) -> Void = { _ in }
  ) throws(SigningError) -> BagVerification {
    var verification = try contents(of: folder, progress: progress)
    let report = "\(folder)/\(Bag.report)"
    for place in verification.signatures.indices {
      try verification.signatures[place].check(programs, trust, report: report)
    }
    return verification
  }
}
