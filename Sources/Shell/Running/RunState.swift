import Auditing
import Journaling
import Scripting

/// What the run at hand is, and what it has come to.
struct RunState {
  /// Whether nothing is written and what would change is told instead (`--dry-run`).
  var isDry = false
  /// Whether the start-up file is left alone (`--no-start`).
  var skipsStart = false
  /// Whether the script is only checked.
  var isOnlyChecked = false
  /// The run that events belong to, so that undo can take it back as one: that of a script that
  /// asks.
  var name: String?
  /// The script, as its errors name it.
  var script = ""
  /// Whether a person was asked: every command from there on is put on disk by itself.
  var hasAsked = false
  /// The answers that were given beforehand (`--answers`) and are not used yet.
  var answers: [String]?
  /// When the command at hand began.
  var began: ContinuousClock.Instant?
  /// Whether the command at hand lists records for somebody who waits for them.
  var isListing = false
  /// Whether it was told what a merge would bring, which no record of the dossier at hand shows.
  var hasPreviewed = false
  /// The operations of this run that are on disk, by their ids.
  var kept: [String] = []
  /// What the last command showed, for `last`.
  var last: Outcome.View?
  /// The exit code that `stop` gave.
  var stopCode: Int32?
  /// What is supposed, one within the other; a dry run is one.
  var suppositions: [Supposed] = []

  /// What is gone back to when a supposition ends.
  struct Supposed {
    let dossier: DossierFolder?
    let place: Place
    let trail: [Place]
    let gathered: [Place.Spot: [String]]
  }
}
