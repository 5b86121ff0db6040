import Glibc

/// The terminal that the program talks to.
package enum Terminal {
  /// The size of a terminal in character cells.
  package struct Size: Equatable, Sendable {
    package let columns: Int
    package let rows: Int

    package init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// When to use colour: the values of the option `--color`.
  package enum Colour: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// Whether a person is there: standard input and standard output are both terminals.
  package static var isInteractive: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// Whether standard output is a terminal.
  package static var showsOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The size of the terminal at standard output; 80 × 24 where it has none.
  package static var size: Size {
    var window = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 0
    else { return Size(columns: 80, rows: 24) }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Whether a terminal is sent lines alone: a `dumb` one, and any where `NO_COLOR` is not empty
  /// unless the option asks for colour.
  package static func printsOnly(_ choice: Colour, environment: [String: String]) -> Bool {
    if ["", "dumb"].contains(environment["TERM", default: ""]) { return true }
    return choice != .always && environment["NO_COLOR", default: ""] != ""
  }

  /// Whether the terminal can say what is pasted into it: not Linux's console, a DEC one or GNU
  /// screen, whose name tmux uses too.
  package static func marksPastes(environment: [String: String]) -> Bool {
    let name = environment["TERM", default: ""]
    if name.hasPrefix("screen") { return environment["TMUX", default: ""] != "" }
    return name != "linux" && !name.hasPrefix("vt")
  }

  /// Whether output is to be in colour.
  ///
  /// The option decides; else `NO_COLOR` that is not empty (no-color.org); else `CLICOLOR_FORCE`
  /// that is neither empty nor `0` (bixense.com/clicolors); else whether it goes to a terminal that
  /// is not `dumb`.
  package static func usesColour(
    _ choice: Colour, environment: [String: String], isTerminal: Bool
  ) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment["NO_COLOR", default: ""] != "" { return false }
    if !["", "0"].contains(environment["CLICOLOR_FORCE", default: ""]) { return true }
    return isTerminal && !printsOnly(choice, environment: environment)
  }
}
