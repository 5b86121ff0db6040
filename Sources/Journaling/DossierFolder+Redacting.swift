package import Auditing

extension DossierFolder {
  /// The journals up to an operation's past, with only the bodies that are to be kept.
  ///
  /// A body that is not kept is `redacted`: headers and links still verify.
  package func journals(
    upTo position: Int, keeping isKept: (Event) -> Bool
  ) throws(JournalError) -> [(name: String, bytes: [UInt8])] {
    var journals: [(name: String, bytes: [UInt8])] = []
    for file in try journalFiles() {
      var kept: [UInt8] = []
      for line in file.bytes.split(separator: Line.end) {
        let id = String(decoding: line.prefix(64), as: UTF8.self)
        guard let place = state.history.position(of: id),
          place == position || state.history.isInPast(place, of: position)
        else { break }
        let events = state.history.operations[place].events
        var columns = line.split(separator: Line.tab, omittingEmptySubsequences: false)
        for (index, event) in events.enumerated() where columns.count > index + 2 {
          if let event, !isKept(event) { columns[index + 2] = Line.redacted[...] }
        }
        kept += columns.joined(separator: [Line.tab]) + [Line.end]
      }
      if !kept.isEmpty { journals.append((file.name, kept)) }
    }
    return journals
  }
}
