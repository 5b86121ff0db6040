package import Notation
package import Signing

/// What stops a dossier from being opened, read or written.
package enum JournalError: Error, Sendable {
  /// No `dossier.json` there.
  case notADossier(path: String)
  case exists(path: String)
  /// `dossier.json` cannot be read, or is of another format.
  case malformedDossier(path: String)
  case newerFormat(path: String, format: Int)
  /// The first operation that `dossier.json` names is in no journal.
  case firstOperationMissing(path: String)
  /// A body of an entry is larger than a MiB, or there are too many.
  case entryTooLarge(bytes: Int, limit: Int)
  /// An entry holds what no journal can keep, such as a number beyond 2^53.
  case entryRefused(NotationError?)
  /// A write failed; the file was cut back to what it was.
  case writeFailed(path: String, code: Int32)
  /// A synchronisation failed: what was entered may be lost, and is in the rescue file.
  case syncFailed(path: String, code: Int32, rescue: String?, entry: String)
  /// The folder in which the machine remembers its writers cannot be written.
  case stateUnwritable(folder: String, code: Int32)
  /// A file of the dossier is a link, a device or something else that is not to be opened.
  case unsafeFile(path: String)
  /// What has the name of one of the dossier's folders is a link or a file.
  case unsafeFolder(path: String)
  case damaged([Damage])
  /// A copy that is named is not one of this dossier.
  case otherDossier(path: String)
  /// Another process is writing to a file that was to be put anew.
  case busy(path: String)
  /// Another process of this user is making a seal of the dossier.
  case sealInProgress
  case evidence(EvidenceRefusal, path: String)
  case system(SigningError)

  // Merging and sharing

  case merging(MergeRefusal)
  case syncing(GitRefusal)
}

/// A place where a journal does not hold.
package struct Damage: Hashable, Sendable {
  /// The file's name in the dossier.
  package let file: String
  /// The line, from 1.
  package let line: Int
  package let kind: Kind

  /// Creates a damage.
  package init(file: String, line: Int, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  package enum Kind: Hashable, Sendable {
    /// The line is not made of an id, a header and bodies.
    case shape
    case header(NotationError)
    case body(Int, NotationError)
    /// The header lacks a field or has one of another type.
    case fields
    /// The line is whole, and of a later form than this program reads: nothing is wrong with it.
    case newerVersion(Int)
    /// A body does not say which person caused its event.
    case anonymous(Int)
    /// The line belongs to another writer, or its number does not follow.
    case number(expected: Int, found: Int)
    case writer(String)
    /// It names another operation before it than the line before it is.
    case link
    /// The id is not the digest of the header.
    case id
    /// A body is not the one whose digest the header holds.
    case digest(Int)
    case bodyCount(expected: Int, found: Int)
    /// A body of an operation was left out where it should be.
    case leftOut(operation: String)
    /// The last line has no end: what follows the last whole line was never acknowledged.
    case torn(bytes: Int)
    /// What follows in this place's own file after a synchronisation that failed: it was never
    /// acknowledged, and the next operation sets it aside.
    case unacknowledged(bytes: Int)
    /// This writer's own file lacks what was acknowledged.
    case lostEntries(acknowledged: Int, found: Int)
    /// A journal lacks what was shared with another place: a folder, or a repository where none is
    /// named.
    case lostShare(operation: String, n: Int, with: String?)
    /// A pinned checklist is not here, or is not what its name says.
    case checklist(isAbsent: Bool)
    /// A checkpoint that somebody answers for shows that the journals were altered.
    case checkpoint(Checkpoint.Fault)
    /// The system does not give what the file holds.
    case unreadable(code: Int32)
    /// A link, a folder or a device stands in the file's place.
    case notAFile
    /// The file `dossier.json` is not here or cannot be understood.
    case identity
    /// The first operation, which `dossier.json` names, is in no journal as a whole line.
    case firstOperation
  }
}

/// Why a file cannot be taken in as evidence.
package enum EvidenceRefusal: Error, Hashable, Sendable {
  case absent
  case unreadable(code: Int32)
  case symbolicLink
  case folder
  case device
  /// What the system makes up as it is read, as under `/proc`.
  case kernelFile
  case pipe
  case socket
  case empty
  case sparse
  case tooLarge(bytes: Int, limit: Int)
  case changedWhileRead
  case noSpace(needed: Int, free: Int)
  /// With it the contents of the dossier would exceed what one may hold.
  case dossierFull(bytes: Int, limit: Int)
  /// The dossier holds another content under this digest.
  case damagedStore(sha256: String)
}

extension JournalError {
  /// Whether it is mended from another copy though the dossier cannot be opened.
  package var isMended: Bool {
    switch self {
    case .firstOperationMissing, .malformedDossier, .notADossier: true
    default: false
    }
  }
}
