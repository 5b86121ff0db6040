import Auditing
import Notation
package import Signing

/// What is offered to be united with a dossier, read into memory and checked for its shape.
///
/// Evidence alone stays where it is until it is copied.
package struct MergeSource: Sendable {
  /// The path under which a person knows it.
  package let path: String
  /// The ids that it says its dossier has.
  package internal(set) var declared: Set<String> = []
  /// The copies of each writer's lines.
  var journals: [String: [[UInt8]]] = [:]
  /// The checklists by their digests, each what its digest says.
  var checklists: [String: [UInt8]] = [:]
  /// The checkpoints and their signatures, by their names.
  var checkpoints: [String: [UInt8]] = [:]
  /// The folder in which evidence lies, and where in it by digest.
  var evidence: [String: SourceFolder.File] = [:]
  /// The heads on which a sealed bag rests.
  var heads: [Head] = []
  /// The names in a commit whose content is not the one that they are made of.
  var altered: Set<DossierName> = []

  init(path: String) { self.path = path }

  /// The sorts of things that can be merged.
  package enum Kind: Sendable { case dossier, journal, bundle, bag }

  /// The most that is read of a source: bytes of a journal, of a checklist, of a checkpoint, and
  /// the number of names in a folder.
  enum Limit {
    static let journal = 1 << 30
    static let checklist = 16 << 20
    static let checkpoint = 64 << 10
    static let names = 100_000
  }
}

extension MergeSource {
  /// What lies at a path.
  ///
  /// - Throws: `merging` with `notASource`, `unsafeFile`, `unreadable`.
  package static func kind(of path: String) throws(JournalError) -> Kind {
    if let folder = try? SourceFolder(path) {
      // What says that it is a seal is checked as one, whatever else lies in it.
      if try folder.holds(["bagit.txt"]) { return .bag }
      if try folder.holds(["dossier.json"]) { return .dossier }
      throw .merging(.notASource(path: path))
    }
    let start = try SourceFolder.start(of: path, count: 64)
    if String(decoding: start, as: UTF8.self).hasPrefix("# v"),
      String(decoding: start, as: UTF8.self).contains(" git bundle\n")
    {
      return .bundle
    }
    guard start.isEmpty || start.count == 64,
      Digest(hex: String(decoding: start, as: UTF8.self)) != nil || path.hasSuffix(".journal")
    else { throw .merging(.notASource(path: path)) }
    return .journal
  }

  /// Reads the folder of a dossier.
  ///
  /// - Throws: `malformedDossier`, `newerFormat`; `merging` for what is not to be opened, is too
  ///   large or cannot be read.
  package static func dossier(_ path: String) throws(JournalError) -> MergeSource {
    var source = MergeSource(path: path)
    try source.add(try SourceFolder(path), at: [])
    return source
  }

  /// Reads a sealed bag that was verified.
  ///
  /// - Throws: `merging` with `brokenBag`, or as for a dossier.
  package static func bag(
    _ path: String, _ verification: BagVerification
  ) throws(JournalError) -> MergeSource {
    guard verification.verdict != .broken else { throw .merging(.brokenBag(path: path)) }
    var source = MergeSource(path: path)
    try source.add(try SourceFolder(path), at: ["data"])
    source.heads = verification.info.filter { $0.label == "Journal-Head" }
      .compactMap { Head(text: $0.value) }
    return source
  }

  /// Reads one file of a journal, whatever its name: the writer is the one its lines name.
  ///
  /// - Throws: `merging` for what is not to be opened, is too large or cannot be read.
  package static func journal(_ path: String) throws(JournalError) -> MergeSource {
    var source = MergeSource(path: path)
    let whole = try SourceFolder.contents(of: path, limit: Limit.journal)
    let mark = try? SourceFolder.contents(
      of: path + SuspectMark.ending, limit: SuspectMark.limit)
    let bytes = whole.counted(upTo: mark.flatMap(SuspectMark.length))
    guard !bytes.isEmpty else { return source }
    let first = bytes.prefix { $0 != Line.end }
    guard let operation = try? Line.decode(first, checkingHashes: true) else {
      throw .damaged([Damage(file: path, line: 1, kind: .shape)])
    }
    source.journals[operation.writer] = [bytes]
    return source
  }

  /// Adds what lies in a folder laid out as a dossier, or as the payload of a bag.
  mutating func add(_ folder: SourceFolder, at base: [String]) throws(JournalError) {
    let identity = base + ["dossier.json"]
    if try folder.holds(identity) {
      try declare(try folder.contents(identity, limit: 1 << 16), folder.path(of: identity))
    }
    for name in try folder.names(base + ["journal"], limit: Limit.names) {
      guard name.hasSuffix(".journal"), Line.isWriter(name.dropLast(8)) else { continue }
      let bytes = try folder.journal(base + ["journal", name])
      journals[String(name.dropLast(8)), default: []].append(bytes)
    }
    for name in try folder.names(base + ["checklists"], limit: Limit.names) {
      guard name.hasSuffix(".rec"), Digest(hex: name.dropLast(4)) != nil else { continue }
      let bytes = try folder.contents(base + ["checklists", name], limit: Limit.checklist)
      guard Digest.of(bytes).hex == name.dropLast(4) else { continue }
      checklists[String(name.dropLast(4))] = bytes
    }
    for name in try folder.names(base + ["checkpoints"], limit: Limit.names)
    where CheckpointName.matches(name) {
      checkpoints[name] = try folder.contents(
        base + ["checkpoints", name], limit: Limit.checkpoint)
    }
    try addEvidence(folder, base + ["evidence"])
  }

  /// Takes note of the id that a `dossier.json` says.
  mutating func declare(_ bytes: [UInt8], _ path: String) throws(JournalError) {
    guard let json = try? JSON.parse(bytes), let format = json["format"]?.integer, format > 0,
      let id = json["id"]?.text, Digest(hex: id) != nil
    else { throw .malformedDossier(path: path) }
    guard format == 1 else { throw .newerFormat(path: path, format: format) }
    declared.insert(id)
  }

  private mutating func addEvidence(
    _ folder: SourceFolder, _ store: [String]
  ) throws(JournalError) {
    for name in try folder.names(store, limit: Limit.names) {
      if Digest(hex: name) != nil {
        evidence[name] = SourceFolder.File(folder: folder, parts: store + [name])
      } else if name.utf8.count == 2, Digest(hex: name + String(Line.zeros.dropLast(2))) != nil {
        for digest in try folder.names(store + [name], limit: Limit.names)
        where Digest(hex: digest) != nil && digest.hasPrefix(name) {
          evidence[digest] = SourceFolder.File(folder: folder, parts: store + [name, digest])
        }
      }
    }
  }
}

extension Head {
  /// Reads `<writer> <n> <id>`, or nothing of any other text.
  init?(text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, Line.isWriter(parts[0]), let n = Int(parts[1]), n > 0,
      Digest(hex: parts[2]) != nil
    else { return nil }
    self.init(writer: String(parts[0]), n: n, id: String(parts[2]))
  }
}

/// The name of a checkpoint or of its signature, `<writer>-<n>.txt` and `.txt.sig`.
enum CheckpointName {
  /// Whether a text is such a name.
  static func matches(_ name: String) -> Bool {
    let isSignature = name.hasSuffix(".txt.sig")
    guard isSignature || name.hasSuffix(".txt") else { return false }
    let parts = name.dropLast(isSignature ? 8 : 4)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, Line.isWriter(parts[0]), let n = Int(parts[1]), n > 0
    else { return false }
    return "\(n)" == parts[1]
  }
}
