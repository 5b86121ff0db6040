import Auditing
import Glibc
import Signing

/// What hashing the evidence of a dossier anew has found, by digest.
package struct EvidenceCheck: Sendable {
  /// Contents that are here and are what their digests say.
  package var verified: [String] = []
  /// Contents that are here and are not.
  package var changed: [String] = []
  /// Contents that should be here and that no other place is known to hold.
  package var missing: [String] = []
  package var elsewhere: [(sha256: String, sighting: Sighting)] = []
  package var destroyed: [(sha256: String, decision: Destruction)] = []
  /// Contents that are under a decision for some evidence, and are cited by other evidence as well.
  package var destroyedInPart: [(sha256: String, decision: Destruction)] = []

  /// Whether nothing was lost or altered.
  package var isWhole: Bool { changed.isEmpty && missing.isEmpty }

  /// The contents of which a seal cannot hold a copy though nobody decided to destroy them.
  package var lacking: [String] { changed + missing + elsewhere.map(\.sha256) }
}

extension EvidenceLocker {
  /// The digests of the files that standing evidence names, each once, in the order of their
  /// taking in.
  package var digests: [String] {
    var seen: Set<String> = []
    return state.all(.evidence).compactMap { record in
      guard let content = record.unit("content"), content["form"]?.text != "statement",
        let digest = content["sha256"]?.text, Digest(hex: digest) != nil,
        seen.insert(digest).inserted
      else { return nil }
      return digest
    }
  }

  /// The digests of the contents that are not here and that nobody decided to destroy.
  package var absent: [String] {
    let digests = digests
    let whereabouts = whereabouts(of: digests)
    return digests.filter { digest in
      switch whereabouts[digest] {
      case .elsewhere, .missing, nil: true
      case .here, .destroyed: false
      }
    }
  }

  /// Hashes contents anew, all that standing evidence names unless told which.
  ///
  /// What stops it by `progress` is thrown as `system(.interrupted)`.
  package func check(
    _ digests: [String]? = nil, progress: Progress = { _, _ in }
  ) throws(JournalError) -> EvidenceCheck {
    let digests = digests ?? self.digests
    let whereabouts = whereabouts(of: digests, isHashing: true)
    let sizes = Dictionary(
      digests.filter(holds).map { ($0, size(of: $0)) },
      uniquingKeysWith: { first, _ in first })
    let total = sizes.values.reduce(0, +)
    var (check, done) = (EvidenceCheck(), 0)
    let decisions = self.decisions
    for digest in digests {
      let place = whereabouts[digest] ?? .missing
      if let decision = decisions[digest], place.word != "destroyed" {
        check.destroyedInPart.append((digest, decision))
      }
      switch place {
      case .destroyed(let decision): check.destroyed.append((digest, decision))
      case .elsewhere(let sighting): check.elsewhere.append((digest, sighting))
      case .missing: check.missing.append(digest)
      case .here:
        let isIntact: Bool
        do throws(SigningError) {
          isIntact = try self.isIntact(digest) { (count) throws(SigningError) in
            try Self.tell(progress, done + count, total)
          }
        } catch .interrupted {
          throw .system(.interrupted)
        } catch {
          isIntact = false
        }
        if isIntact { check.verified.append(digest) } else { check.changed.append(digest) }
        done += sizes[digest] ?? 0
      }
    }
    return check
  }

  /// How many bytes the content of a digest that is here takes.
  private func size(of digest: String) -> Int {
    let disk = folder.disk
    guard let file = try? disk.openRegular(path(of: digest)), let status = try? disk.status(file)
    else { return 0 }
    return Int(status.st_size)
  }
}
