/// A folder that can be handed on and checked: BagIt 1.0 (RFC 8493) with signed statements.
///
/// The files under `data/` are in the manifest, the manifest and the other tag files in the tag
/// manifest, and the tag manifest in each statement, whose signature stands beside it. Statements
/// are in no manifest, so that another can be added; each names those before it.
package enum Bag {
  static let declaration = BagPath(unchecked: "bagit.txt")
  static let info = BagPath(unchecked: "bag-info.txt")
  static let manifest = BagPath(unchecked: "manifest-sha256.txt")
  static let tagManifest = BagPath(unchecked: "tagmanifest-sha256.txt")
  static let instructions = BagPath(unchecked: "VERIFIER.txt")

  /// The files that the tag manifest lists, and no others.
  static let tagFiles = [declaration, info, manifest, instructions]
  static let payloadFolder = "data/"
  /// The report as a PDF, where the bag has one.
  package static let report = BagPath(unchecked: "data/report.pdf")
  static let signatureFolder = "signatures/"
  static let declarationText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
  static let payloadOxum = "Payload-Oxum"

  /// A file to be put into the bag.
  package struct Entry: Sendable {
    /// Its name under `data/`.
    package let path: String
    package let source: Source

    /// Creates a file to be put into the bag.
    package init(path: String, source: Source) {
      self.path = path
      self.source = source
    }

    /// How many bytes some files have together, as far as they are there.
    package static func size(of entries: [Entry]) -> Int {
      entries.reduce(0) { sum, entry in
        switch entry.source {
        case .bytes(let bytes): sum + bytes.count
        case .file(let path, _): sum + (Files.size(path) ?? 0)
        }
      }
    }

    /// Where the bytes come from.
    package enum Source: Sendable {
      case bytes([UInt8])
      /// A regular file, which must have a digest where that is known.
      case file(path: String, expected: Digest?)
    }
  }

  /// What `bag-info.txt` says (RFC 8493, 2.2.2), besides the `Payload-Oxum` that is counted.
  package struct Info: Hashable, Sendable {
    package var externalIdentifier: String
    /// A civil date, `2026-11-21`.
    package var baggingDate: String
    package var softwareAgent: String
    /// Further labels, of letters, digits and hyphens, with their values.
    package var more: [Line] = []

    /// Creates the description of a bag.
    package init(externalIdentifier: String, baggingDate: String, softwareAgent: String) {
      self.externalIdentifier = externalIdentifier
      self.baggingDate = baggingDate
      self.softwareAgent = softwareAgent
    }

    /// A label and its value.
    package struct Line: Hashable, Sendable {
      package let label: String
      package let value: String

      /// Creates a line.
      package init(label: String, value: String) {
        self.label = label
        self.value = value
      }
    }
  }

  /// Who is about to sign a bag.
  package struct Signer: Hashable, Sendable {
    package let identity: Identity
    package let name: String
    package let format: SignatureFormat
    /// What names the key or the certificate.
    package let fingerprint: String
    /// What the names of the signer's files carry: `[A-Za-z0-9._-]`, 64 bytes at most.
    package let handle: String

    /// Creates a signer.
    ///
    /// - Throws: `nameRefused` for the handle, `fieldRefused` for the name.
    package init(
      identity: Identity, name: String, format: SignatureFormat = .ssh, fingerprint: String,
      handle: String
    ) throws(SigningError) {
      guard BagPath.isName(handle.utf8), handle.utf8.count <= 64 else {
        throw .nameRefused(handle)
      }
      guard SignatureStatement.isAcceptable(name) else {
        throw .fieldRefused(field: "Name", value: name)
      }
      (self.identity, self.name, self.handle) = (identity, name, handle)
      (self.format, self.fingerprint) = (format, fingerprint)
    }
  }
}

extension Bag.Info {
  /// The bytes of `bag-info.txt`.
  ///
  /// - Throws: `fieldRefused` for a label or a value that is no single plain line.
  func bytes(octets: Int, files: Int) throws(SigningError) -> [UInt8] {
    let own = [
      Line(label: "Bag-Software-Agent", value: softwareAgent),
      Line(label: "Bagging-Date", value: baggingDate),
      Line(label: "External-Identifier", value: externalIdentifier),
      Line(label: Bag.payloadOxum, value: "\(octets).\(files)"),
    ]
    for line in more {
      let isLabel = line.label.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        default: false
        }
      }
      let isOwn = own.contains { $0.label.lowercased() == line.label.lowercased() }
      guard isLabel, !line.label.isEmpty, !isOwn else {
        throw .fieldRefused(field: "bag-info.txt", value: line.label)
      }
    }
    for line in own + more where !SignatureStatement.isAcceptable(line.value) {
      throw .fieldRefused(field: line.label, value: line.value)
    }
    return Array((own + more).map { "\($0.label): \($0.value)\n" }.joined().utf8)
  }
}
