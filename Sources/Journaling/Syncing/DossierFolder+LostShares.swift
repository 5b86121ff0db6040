import Auditing

extension DossierFolder {
  /// The furthest operation of each journal that was here, was shared with another place and is in
  /// no journal here any more, with the folder that it was shared with; nothing is named where that
  /// was a repository.
  ///
  /// What another operation here names is among the missing heads, and not told again.
  func lostShares() -> [(head: Head, folder: String?)] {
    var lost: [String: (head: Head, folder: String?)] = [:]
    func note(_ heads: some Sequence<Head>, _ folder: String?) {
      for head in heads where head.n > lost[head.writer]?.head.n ?? 0 && isLost(head) {
        lost[head.writer] = (head, folder)
      }
    }
    if GitRepository.exists(path) { note(sharedHeads(Self.sharedFile("\(path)/.git")).values, nil) }
    for entry in sharedFolders.entries { note(entry.heads, entry.path) }
    guard !lost.isEmpty else { return [] }
    // Another process may have taken it in since the journals were read.
    let held = held(among: lost.values.map(\.head))
    return lost.values.filter { !held.contains($0.head) }.sorted { $0.head.writer < $1.head.writer }
  }

  private func isLost(_ head: Head) -> Bool {
    !state.history.contains(head.id) && !state.history.missing.contains(head)
  }

  /// Remembers how far the journals in a folder are, and what was shared with it and is now lost
  /// here.
  func noteShared(_ heads: [Head], inFolder folder: String) {
    let lost = sharedFolders[folder]?.heads.filter { !state.history.contains($0.id) } ?? []
    sharedFolders.note(heads + lost, in: folder)
  }
}
