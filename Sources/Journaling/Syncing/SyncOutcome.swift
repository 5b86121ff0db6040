package import Signing

/// What a person asks of a sync.
package struct SyncRequest: Sendable {
  /// A git address, the name of a remote or the path of a folder; nothing for the remembered one.
  package var target: String?
  /// What is said of the commit.
  package var message: String?
  /// Whether a copy may be made where there is none yet.
  package var creates = false
  /// Who shares, as git says it.
  package var author: String
  package var programs: Programs
  /// Whether somebody is at the terminal to type a passphrase.
  package var mayAsk = false
  /// A folder that is made and taken away again.
  package var temporary: String

  /// Creates a request.
  package init(author: String, programs: Programs, temporary: String) {
    self.author = author
    self.programs = programs
    self.temporary = temporary
  }
}

/// What a sync has brought, as data.
package struct SyncOutcome: Sendable {
  /// Where it was shared: an address or a folder.
  package var remote: String
  /// What came from there.
  package var taken = MergeOutcome()
  /// How many operations are there now that were not.
  package var shared = 0
  /// How many operations are here and not there; more than none when it was out of reach.
  package var unshared = 0
  /// Why the other place was out of reach, in the words of what tried; nothing when it was not.
  package var outOfReach: String?
  /// The files that did not enter git, by their names in the dossier: what they hold is not the
  /// content that they are named by.
  package var leftOut: [String] = []
  /// The address by which git reaches the other place.
  var address = ""
  /// The names of which a commit that was taken holds another content, to be replaced.
  var altered: Set<DossierName> = []
  /// Whether the dossier became a git work tree, or a copy was made in a folder.
  package var isNew = false
  /// Whether the file system of a copy that was made keeps others out of it.
  package var keepsModes = true

  init(remote: String) { self.remote = remote }
}

extension MergeOutcome {
  /// Adds what a later merge of the same sync has brought.
  mutating func add(_ later: MergeOutcome) {
    var sum = later
    sum.operations += operations
    sum.people.merge(people) { $0 + $1 }
    sum.writers = writers + later.writers
    sum.filled += filled
    sum.checklists += checklists
    sum.checkpoints += checkpoints
    sum.evidenceTaken = evidenceTaken + later.evidenceTaken
    sum.newConflicts += newConflicts
    sum.forks = forks + later.forks
    sum.held = held + later.held
    sum.heldPeople.formUnion(heldPeople)
    sum.damages = damages + later.damages.filter { !damages.contains($0) }
    sum.mended = mended + later.mended
    self = sum
  }
}
