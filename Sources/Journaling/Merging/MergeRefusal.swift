package import Auditing

/// Why nothing was taken out of a source, or not all of it.
package enum MergeRefusal: Error, Hashable, Sendable {
  /// No dossier, journal, git bundle or sealed bag.
  case notASource(path: String)
  /// The folder into which it was to be united, or one that lies in it.
  case itself
  /// What lies there is a symbolic link, a device or something else that is not to be opened.
  case unsafeFile(path: String)
  case tooLarge(path: String, limit: Int)
  case tooManyFiles(path: String, limit: Int)
  case unreadable(path: String, code: Int32)
  /// The entries are of another dossier, or of several; the texts are their ids.
  case otherDossier([String])
  /// No entry of the source is named by one of the dossier's, nor names one.
  case unrelated(path: String)
  /// The first entry of another dossier, which says what it is for, is not in the source; the text
  /// is its id.
  case beginningLost(String)
  /// A dossier of one purpose is never joined to one of another.
  case otherPurpose(ours: Purpose, theirs: Purpose)
  case contradictions([Contradiction])
  case brokenBag(path: String)
  /// A git bundle that git does not read; the words are git's.
  case brokenBundle(path: String, words: String)
  /// Another process holds the file of a writer.
  case busy(path: String)
  /// A file that the disk did not confirm; it was cut back to what it was.
  case syncFailed(path: String, code: Int32)
  /// A file changed under the merge again and again.
  case restless(path: String)
  /// Somebody asked to stop; what was taken by then stays.
  case cancelled
}

/// An entry that something names and that the file which should hold it contradicts.
package struct Contradiction: Hashable, Sendable {
  /// The entry that is named and is not there, though its writer's file goes as far.
  package let head: Head
  package let witness: Witness

  /// Creates a contradiction.
  package init(_ head: Head, by witness: Witness) {
    self.head = head
    self.witness = witness
  }

  /// What names the entry.
  package enum Witness: Hashable, Sendable {
    /// An operation that had seen it.
    case seen(by: Head)
    /// A checkpoint, by its name.
    case checkpoint(String)
    /// The bag that was sealed upon it.
    case seal
    /// What this machine remembers of its own writer.
    case remembered
  }
}
