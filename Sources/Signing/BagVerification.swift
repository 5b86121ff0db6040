/// What was found of a bag on disk, as data: its shape, its files and its signatures.
///
/// What no bag can tell is whether its last signatures were taken away, statement and signature
/// together; who keeps the digests of statements can.
package struct BagVerification: Hashable, Sendable {
  /// What is wrong with the shape of the bag; empty for a bag of this program's.
  package let faults: [Fault]
  /// All files listed or found, in order of their names.
  package let files: [File]
  /// The files of a signature that has no statement, after all those that are whole.
  ///
  /// A countersignature that was cut short leaves them; they prove nothing and break nothing.
  package let unfinished: [BagPath]
  /// The lines of `bag-info.txt`.
  package let info: [Bag.Info.Line]
  /// The digest of the tag manifest as it was found.
  package let tagManifest: Digest?
  package internal(set) var signatures: [Signature]

  /// What the whole amounts to.
  package enum Verdict: Hashable, Sendable {
    /// Nothing changed, and a register knows every signer.
    case good
    /// Nothing changed, and a signer is one that no register given knows.
    case unknownSigner
    /// Nothing changed since somebody made it, and nobody says who.
    case unsigned
    case broken
  }

  /// A fault of shape.
  package enum Fault: Hashable, Sendable {
    case symbolicLink(String)
    /// A device, a pipe or a socket.
    case specialFile(String)
    /// A name with other characters than a bag's, or that lies too deep.
    case unacceptableName(String)
    /// A folder in which no listed file lies.
    case strayFolder(BagPath)
    case malformed(BagPath, line: Int)
    case listedTwice(BagPath)
    /// A file in a manifest that is not for it.
    case misplaced(BagPath, in: BagPath)
    /// A file that the tag manifest should list.
    case unlisted(BagPath)
    case payloadOxum(declared: String?, found: String)
    /// A number below the last signature's that none or several have.
    case signatureNumber(Int)
  }

  /// A file and what became of it.
  package struct File: Hashable, Sendable {
    package let path: BagPath
    package let state: State

    /// What became of a file since its digest was written down.
    package enum State: Hashable, Sendable {
      case intact
      case changed(found: Digest)
      case missing
      /// Found, and in no manifest, nor part of a signature.
      case added
    }
  }

  package var verdict: Verdict {
    guard faults.isEmpty, files.allSatisfy({ $0.state == .intact }),
      !signatures.contains(where: \.isBroken)
    else { return .broken }
    if signatures.isEmpty { return .unsigned }
    let allKnown = signatures.allSatisfy {
      guard case .known = $0.signer else { return false }
      return true
    }
    return allKnown ? .good : .unknownSigner
  }
}

extension BagVerification {
  /// A statement of the bag and its signature.
  package struct Signature: Hashable, Sendable {
    package let number: Int
    package let handle: String
    package let statementPath: BagPath
    package let signaturePath: BagPath
    /// The statement, or nothing when it is malformed.
    package let statement: SignatureStatement?
    /// The files that the statement names, as they are.
    package let lines: [File]
    /// The files that the statement should name and does not.
    package let omitted: [BagPath]
    /// How it was signed, as the name of the signature says.
    package let format: SignatureFormat
    /// The signature, or nothing when it is malformed.
    package let signature: DetachedSignature?
    /// The files of the signer's own beside the statement, which names them.
    package let companions: [SignatureStatement.File]
    package internal(set) var integrity = Integrity.unchecked
    /// What the register says, once the signature was found good and when there is one.
    package internal(set) var signer: Signer?
    /// What its certificate says of itself, where it has one.
    package internal(set) var certificate: CertificateDescription?
    /// The name that its OpenPGP key bears, where it has one: a claim.
    package internal(set) var owner: String?
    /// Whether the report's PDF is signed by itself too, and that holds.
    package internal(set) var report: Integrity?
    /// What the time stamp beside it proves, where there is one.
    package internal(set) var stamp: TimeStamp?
    /// The fingerprint of the key that made it, or the one that it names.
    package internal(set) var fingerprint: String?
    /// What is signed.
    package let statementBytes: [UInt8]
    /// The response of a time-stamping service that lies beside it, as it is.
    package let response: [UInt8]?
    /// The public half of an OpenPGP key that lies beside it.
    let publicKey: [UInt8]
    /// The path of a signature of the report's PDF that lies beside it, and its bytes.
    let reportSignature: [UInt8]?

    /// Whether a time stamp lies beside it.
    package var isStamped: Bool { response != nil }

    /// Whether the signature was made over the statement by the key that it names.
    package enum Integrity: Hashable, Sendable {
      case unchecked, good, bad
    }

    var isBroken: Bool {
      statement == nil || signature == nil || integrity == .bad || report == .bad
        || !omitted.isEmpty || lines.contains { $0.state != .intact }
        || (isStamped && (try? TimeStampResponse(der: response ?? [])) == nil)
        || (stamp.map { $0.time == nil } ?? false)
    }

    /// Whether the name in the statement is the one that the register has for the key, as a
    /// principal or a comment; nothing when there is none to compare.
    package var nameAgrees: Bool? {
      guard let name = statement?.name.lowercased(), case .known(_, let line?) = signer else {
        return nil
      }
      let names = line.principals + [line.comment]
      if names.contains(where: { $0.lowercased() == name }) { return true }
      return line.comment.isEmpty ? nil : false
    }
  }
}
