import Auditing
import Journaling
import LineEditing
import Signing

/// What the program is given by the machine and the user's environment, as values.
struct Surroundings: Sendable {
  var variables: [String: String]
  var now: @Sendable () -> Timestamp
  var isClockGiven = false
  /// How far the place is ahead of UTC, in minutes.
  var offsetMinutes = 0
  var random: @Sendable (Int) -> [UInt8] = Workplace.systemRandom
  /// Whether randomness was given (`--seed`): a dossier made under it is a trial for ever.
  var isSeeded = false
  var machine: String
  /// What the machine calls who uses it: named by what is entered as long as nobody says more.
  var account: @Sendable () -> String = { "" }

  /// The program's name and version.
  static let tool = "constat 0.1.0"

  /// The home folder of the account, where the environment names none.
  var accountHome: String?

  /// The user's folder; without any, one that is never there, so that nothing lands below `/`.
  var home: String {
    let given = variables["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return given ?? accountHome ?? "/nonexistent"
  }

  /// A folder of the XDG base directory specification, by its variable or its default at home.
  func folder(_ variable: String, _ fallback: String) -> String {
    if let value = variables[variable], value.hasPrefix("/") { return value }
    return "\(home)/\(fallback)"
  }

  var stateHome: String { folder("XDG_STATE_HOME", ".local/state") }
  var dataHome: String { folder("XDG_DATA_HOME", ".local/share") }
  var configHome: String { folder("XDG_CONFIG_HOME", ".config") }

  /// The file in which the lines entered at the prompt are kept.
  var historyFile: String { "\(stateHome)/constat/history" }

  var workplace: Workplace {
    Workplace(
      stateHome: stateHome, machine: machine, tool: Self.tool, now: now,
      isClockGiven: isClockGiven, random: random, judge: judge)
  }

  /// Tells whose signature a checkpoint bears, by the user's register of signers.
  private var judge: @Sendable () -> CheckpointJudge? {
    let register = "\(configHome)/constat/\(Trust.File.register)"
    return { [variables] in
      (try? AllowedSigners.read(register)).map {
        CheckpointJudge(SSHKeygen(Programs(environment: variables)), $0)
      }
    }
  }
}

/// How things look, and who enters: nothing that changes a result.
struct Settings: Sendable {
  var language: Language
  /// The handle of the person who enters.
  var me: String?
  var isColoured = false
  /// Whether what is shown can be read aloud line by line.
  var isAccessible = false
  /// Whether the terminal only prints lines, as `dumb` ones do and as `NO_COLOR` asks.
  var printsOnly = false
  var isQuiet = false
  var isJSON = false
  var confirms = false
  /// What shows long results on a terminal.
  var pager: Pager?
  /// Whether the rest of a line is suggested in grey.
  var suggests = true
  /// Whether the keys of the line editor are vi's or emacs's; nothing where the user's `.editrc`
  /// decides.
  var keys: LineEditor.Keys?
  /// The width of the terminal, or nothing when output goes to a pipe.
  var width: Int?

  /// Whether no escape sequence is sent, a status is a word and not a mark, and choices are
  /// numbered lines.
  var isPlain: Bool { isAccessible || printsOnly }
}
