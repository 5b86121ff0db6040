extension BagVerification {
  /// Checks the shape and the files of a bag, and what its statements say of them; signatures
  /// stay unchecked, for which no other program is needed.
  ///
  /// `progress` is told how many bytes are read; what it throws ends the work.
  ///
  /// - Throws: `system` when something cannot be read.
  package static func contents(
    of folder: String, progress: (Int) throws(SigningError) -> Void = { _ in }
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
    _ folder: String, _ programs: Programs, trust: Trust,
    progress: (Int) throws(SigningError) -> Void = { _ in }
  ) throws(SigningError) -> BagVerification {
    var verification = try contents(of: folder, progress: progress)
    let report = "\(folder)/\(Bag.report)"
    for place in verification.signatures.indices {
      try verification.signatures[place].check(programs, trust, report: report)
    }
    return verification
  }

  /// How many bytes a bag says that it holds, which nothing has checked.
  package static func saidSize(of folder: String) -> Int? {
    guard let bytes = try? Files.contents("\(folder)/\(Bag.info)", limit: 1 << 20) else {
      return nil
    }
    let label = "\(Bag.payloadOxum): "
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix(label) }.flatMap { line in
      Int(line.dropFirst(label.count).prefix { $0 != "." })
    }
  }
}
