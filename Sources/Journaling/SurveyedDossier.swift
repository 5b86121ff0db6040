package import Auditing
import Glibc
import Notation
import Signing

/// A dossier that is read to be summed up with others: nothing in it is run, followed or written.
///
/// It is read by the rules of intake, and every hash, number and link of its journals is checked.
package struct SurveyedDossier: Sendable {
  /// The path under which it was read.
  package let path: String
  /// The id of its first operation.
  package let id: String
  package let state: State
  private let folder: SourceFolder

  /// Reads the dossier of a folder.
  ///
  /// - Throws: `notADossier`, `malformedDossier`, `newerFormat`; `damaged` and
  ///   `firstOperationMissing` where it does not verify; `merging` with `unreadable`,
  ///   `unsafeFile`, `fileTooLarge`.
  package init(reading path: String) throws(JournalError) {
    self.path = path
    folder = try SourceFolder(path)
    guard try folder.holds(["dossier.json"]) else { throw .notADossier(path: path) }
    id = try DossierFolder.identity(
      in: try folder.contents(["dossier.json"], limit: 1 << 16), of: path)
    var readers: [JournalReader] = []
    var operations: [Operation] = []
    for name in try folder.names(["journal"], limit: MergeSource.Limit.names).sorted() {
      guard name.hasSuffix(".journal"), Line.isWriter(name.dropLast(8)) else { continue }
      var reader = JournalReader(writer: String(name.dropLast(8)))
      let bytes = try folder.contents(["journal", name], limit: MergeSource.Limit.journal)
      let read = reader.read(bytes, checkingHashes: true)
      if operations.isEmpty { operations = read } else { operations += read }
      readers.append(reader)
    }
    state = State(History(uniting: operations))
    try check(readers)
  }

  /// Refuses what does not hold and no entry lets stand.
  private func check(_ readers: [JournalReader]) throws(JournalError) {
    let accepted = DossierFolder.accepted(in: state)
    let damages = readers.filter {
      $0.isNewer || accepted[$0.writer]?.contains($0.last) != true
    }
    .compactMap(\.flaw)
    let missing = state.history.missing.filter { accepted[$0.writer]?.contains($0.id) != true }
      .map { head in
        let known = state.history.heads[head.writer]?.n ?? 0
        return Damage(
          file: "journal/\(head.writer).journal", line: known + 1,
          kind: .lostEntries(acknowledged: head.n, found: known))
      }
    let checklists = state.all(.checklist).map(\.key).filter { checklist($0) == nil }.map { key in
      let name = "\(key).rec"
      let isAbsent = (try? folder.holds(["checklists", name])) != true
      return Damage(file: "checklists/\(name)", line: 1, kind: .checklist(isAbsent: isAbsent))
    }
    let broken = (damages + missing + checklists).sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    if !broken.isEmpty { throw .damaged(broken) }
    guard state.history.contains(id) else { throw .firstOperationMissing(path: path) }
  }

  /// The bytes of a pinned checklist; nothing where it is not here, or is not what it is pinned as.
  package func checklist(_ sha256: String) -> [UInt8]? {
    guard Digest(hex: sha256) != nil,
      let bytes = try? folder.contents(
        ["checklists", "\(sha256).rec"], limit: MergeSource.Limit.checklist),
      Digest.of(bytes).hex == sha256
    else { return nil }
    return bytes
  }
}

extension JournalReader {
  /// Where the file stops to hold, an end that was torn off included.
  fileprivate var flaw: Damage? {
    damage ?? (torn > 0 ? Damage(file: file, line: count + 1, kind: .torn(bytes: torn)) : nil)
  }
}

extension SurveyedDossier {
  /// The paths of the dossiers below a folder, in order; links are not followed, and what lies in a
  /// dossier is not looked into.
  ///
  /// - Parameters:
  ///   - folder: The folder; when it is a dossier, it is the only one.
  ///   - depth: How many folders deep is looked.
  /// - Returns: The paths, each beginning with that of the folder.
  /// - Throws: `merging` with `unreadable` when the folder itself cannot be read.
  package static func paths(below folder: String, depth: Int = 4) throws(JournalError) -> [String] {
    let source = try SourceFolder(folder)
    if try source.holds(["dossier.json"]) { return [folder] }
    var paths: [String] = []
    for name in try source.names([], limit: MergeSource.Limit.names).sorted() {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard depth > 0, !name.hasPrefix("."), Files.kind(of: path) == .folder else { continue }
      do throws(JournalError) {
        paths += try Self.paths(below: path, depth: depth - 1)
      } catch {
        // A folder that cannot be looked into is named as a dossier that cannot be read.
        paths.append(path)
      }
    }
    return paths
  }

  /// How many bytes the journals of a dossier hold, as far as that can be told.
  private static func size(of path: String) -> Int {
    guard let names = try? SourceFolder(path).names(["journal"], limit: MergeSource.Limit.names)
    else { return 0 }
    return names.filter { $0.hasSuffix(".journal") }.reduce(0) { sum, name in
      var status = stat()
      guard unsafe lstat("\(path)/journal/\(name)", &status) == 0 else { return sum }
      return sum + Int(status.st_size)
    }
  }

  /// Reads dossiers on all processors, and gives what is made of each, in order.
  ///
  /// - Parameters:
  ///   - paths: The folders of the dossiers.
  ///   - progress: Told on the calling thread how many bytes are about done, of how many.
  ///   - isStopped: Whether nothing more is to be read; asked on every thread.
  ///   - body: Makes something of a dossier, or of why it is none; called on every thread.
  /// - Returns: What was made of each, nothing for those left unread.
  package static func survey<Made: Sendable>(
    _ paths: [String], progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    isStopped: @Sendable () -> Bool = { false },
    _ body: @Sendable (String, Result<SurveyedDossier, JournalError>) -> Made
  ) -> [Made?] {
    let sizes = paths.map(size)
    let total = sizes.reduce(0, +)
    let threads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var done = 0
    return Concurrently.map(Array(paths.enumerated()), threads: threads) {
      (thread, item) -> Made? in
      guard !isStopped() else { return nil }
      let reading: Result<SurveyedDossier, JournalError>
      do throws(JournalError) {
        reading = .success(try SurveyedDossier(reading: item.element))
      } catch {
        reading = .failure(error)
      }
      let result = body(item.element, reading)
      if thread == 0 {
        done += sizes[item.offset] * min(threads, paths.count)
        progress(min(done, total), total)
      }
      return result
    }
  }
}
