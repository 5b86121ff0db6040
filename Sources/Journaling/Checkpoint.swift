package import Auditing
import Signing

/// How far a writer's journal had come, in a text that a person signs.
///
/// The first line is the origin, then the number and the id of the last operation, each line with
/// its end: the shape of a checkpoint of the C2SP.
package struct Checkpoint: Hashable, Sendable {
  /// The id of the dossier.
  package let dossier: String
  /// The head that is signed for.
  package let head: Head

  /// Creates the checkpoint of a head.
  package init(dossier: String, head: Head) {
    self.dossier = dossier
    self.head = head
  }

  /// Reads the signed bytes, strictly: any other way of writing the same is none.
  package init?(bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let origin = lines[0].split(separator: "/", omittingEmptySubsequences: false)
    guard lines.count == 4, origin.count == 3, origin[0] == "constat", let n = Int(lines[1]),
      Digest(hex: origin[1]) != nil, Line.isWriter(String(origin[2])),
      Digest(hex: lines[2]) != nil
    else { return nil }
    dossier = String(origin[1])
    head = Head(writer: String(origin[2]), n: n, id: String(lines[2]))
    guard self.bytes == bytes else { return nil }
  }

  /// The signed bytes.
  package var bytes: [UInt8] {
    Array("constat/\(dossier)/\(head.writer)\n\(head.n)\n\(head.id)\n".utf8)
  }

  /// The name of its file in `checkpoints`; its signature's ends in `.sig` after that.
  package var name: String { "\(head.writer)-\(head.n).txt" }

  /// What is wrong with a checkpoint that lies in the dossier.
  package enum Fault: Hashable, Sendable {
    /// The text cannot be read, or is not the one its name says.
    case malformed(name: String)
    /// It is another dossier's.
    case foreign(name: String, dossier: String)
    /// Its signature does not hold over its text.
    case badSignature(name: String)
    /// The journal has another operation at that number, or none: `found` is its length.
    case contradicted(Checkpoint, found: Int)
    /// The journal has none such, and the key of who signed is in no register of this user.
    case doubted(Checkpoint, fingerprint: String)

    /// Whether it shows that something was altered, and not only that something is odd.
    package var breaksIntegrity: Bool {
      switch self {
      case .badSignature, .contradicted: true
      case .malformed, .foreign, .doubted: false
      }
    }

    /// The name of the checkpoint.
    var name: String {
      switch self {
      case .malformed(let name), .foreign(let name, _), .badSignature(let name): name
      case .contradicted(let checkpoint, _), .doubted(let checkpoint, _): checkpoint.name
      }
    }
  }
}

/// What the signed heads in a dossier prove, and what they contradict.
package struct Attestations: Sendable {
  /// By writer, the furthest head that someone in the register of signers signed.
  package var byWriter: [String: Attestation] = [:]
  /// Signed heads whose signer is not in the register, by writer.
  package var bySigner: [(checkpoint: Checkpoint, fingerprint: String)] = []
  package var faults: [Checkpoint.Fault] = []
  /// The heads of the writers that nothing attests at all, and since when they write.
  package var unattested: [(head: Head, since: Timestamp)] = []
  /// The heads that go on beyond what is attested of their writers, and since when.
  package var ahead: [(head: Head, attested: Int, since: Timestamp)] = []

  /// Whether no signed head is contradicted and no signature is broken.
  package var holds: Bool { !faults.contains(where: \.breaksIntegrity) }

  /// The writers whose journal contradicts what somebody of the register signed.
  package var contradicted: [String] {
    faults.compactMap { fault in
      if case .contradicted(let checkpoint, _) = fault { checkpoint.head.writer } else { nil }
    }
  }

  /// Creates the attestations of a dossier without checkpoints.
  package init() {}
}

/// A head for which someone in the register answers.
package struct Attestation: Hashable, Sendable {
  package let head: Head
  /// The signer, as the register names them, and the fingerprint of the key.
  package let signer: String
  package let fingerprint: String
}
