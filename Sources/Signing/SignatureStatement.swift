/// The text that is signed: who does what about which document, and the digests it rests on.
package struct SignatureStatement: Hashable, Sendable {
  package let document: String
  /// What the signer is to the document: auditor, auditee.
  package let role: String
  /// The signer's name, which is a claim until a register bears it out.
  package let name: String
  package let quality: String
  package let act: Act
  /// The signer's clock in UTC, `2026-11-21T08:56:37Z`.
  package let date: String
  /// The files of the bag that the signer answers for, in order; never empty.
  package let files: [File]

  /// A file of a bag and its digest.
  package struct File: Hashable, Sendable {
    package let path: BagPath
    package let digest: Digest

    /// Creates a line of a statement.
    package init(path: BagPath, digest: Digest) {
      self.path = path
      self.digest = digest
    }
  }

  /// Creates a statement.
  ///
  /// - Throws: `fieldRefused` for an empty field, one with spaces at its ends, a line's end or
  ///   a control in it, one over 1,000 bytes, or a date of another shape.
  package init(
    document: String, role: String, name: String, quality: String, act: Act, date: String,
    files: [File]
  ) throws(SigningError) {
    let fields = [
      ("Document", document), ("Role", role), ("Name", name), ("Quality", quality),
      ("Act", act.text),
    ]
    for (field, value) in fields where !Self.isAcceptable(value) {
      throw .fieldRefused(field: field, value: value)
    }
    if let reason = act.reason, !Self.isAcceptable(reason) {
      throw .fieldRefused(field: "Act", value: reason)
    }
    guard Self.isInstant(date) else { throw .fieldRefused(field: "Date", value: date) }
    guard !files.isEmpty else { throw .fieldRefused(field: "files", value: "") }
    (self.document, self.role, self.name, self.quality) = (document, role, name, quality)
    (self.act, self.date, self.files) = (act, date, files)
  }

  /// Whether a value is one plain line of 1 to 1,000 bytes without spaces at its ends.
  static func isAcceptable(_ value: String) -> Bool {
    let scalars = value.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, value.utf8.count <= 1000 else {
      return false
    }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && scalars.allSatisfy(\.isPlain)
  }

  private static func isInstant(_ text: String) -> Bool {
    let shape = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count == shape.count else { return false }
    for (byte, expected) in zip(bytes, shape) {
      guard expected == 0x64 ? (0x30...0x39).contains(byte) : byte == expected else { return false }
    }
    func number(_ place: Int) -> Int { Int(bytes[place]) * 10 + Int(bytes[place + 1]) - 528 }
    return (1...12).contains(number(5)) && (1...31).contains(number(8)) && number(11) < 24
      && number(14) < 60 && number(17) < 60
  }
}

extension SignatureStatement {
  /// What a signature does; a refusal to sign is signed too, so that a disagreement is kept
  /// with its author (ISO 19011:2018, 6.5.1 j).
  package enum Act: Hashable, Sendable {
    case signs
    case approves
    case acknowledges
    case acknowledgesWithReservations(String)
    case refuses(reason: String)

    private static let reservations = "prend acte avec réserves : "
    private static let refusal = "refuse de signer : "

    /// The words of the statement, in French as the documents are.
    package var text: String {
      switch self {
      case .signs: "signe le rapport"
      case .approves: "approuve"
      case .acknowledges: "prend acte"
      case .acknowledgesWithReservations(let reservations): Self.reservations + reservations
      case .refuses(let reason): Self.refusal + reason
      }
    }

    /// The reservations, or the reason of a refusal.
    package var reason: String? {
      switch self {
      case .acknowledgesWithReservations(let reason), .refuses(let reason): reason
      default: nil
      }
    }

    /// Reads the words of a statement, or nothing for any others.
    package init?(text: String) {
      switch text {
      case Self.signs.text: self = .signs
      case Self.approves.text: self = .approves
      case Self.acknowledges.text: self = .acknowledges
      default:
        if let reason = text.after(Self.reservations) {
          self = .acknowledgesWithReservations(reason)
        } else if let reason = text.after(Self.refusal) {
          self = .refuses(reason: reason)
        } else {
          return nil
        }
      }
    }
  }
}

extension String {
  /// What follows a beginning, byte for byte, or nothing when the text begins otherwise.
  func after(_ beginning: String) -> String? {
    guard utf8.starts(with: beginning.utf8) else { return nil }
    return String(Substring(utf8.dropFirst(beginning.utf8.count)))
  }
}
