/// What a key does, and the letter that stands for it.
///
/// libedit is given every such key as Ctrl-] and the letter: a sequence of the editor's own, bound
/// alike in emacs and in vi mode, that nobody types.
enum Key: Character, CaseIterable {
  // Keys that a terminal sends as a sequence.
  case up = "u"
  case down = "j"
  case left = "l"
  case right = "f"
  case home = "h"
  case end = "x"
  case delete = "d"
  case wordLeft = "b"
  case wordRight = "w"
  case newRow = "k"
  // Keys that are one control character.
  case enter = "g"
  case interrupt = "i"
  case endOfInput = "o"
  case suspend = "s"
  case complete = "t"
  // Steps that the editor itself asks for.
  case paste = "v"
  case submit = "m"
  case nextCharacter = "r"
  case lineEnd = "e"
  case showInterrupt = "c"

  /// What libedit is given for the key.
  var sequence: String { "\u{1D}\(rawValue)" }

  /// The command of libedit's for it; `nil` where the editor has its own.
  var libeditCommand: String? {
    switch self {
    case .left: "ed-prev-char"
    case .delete: "ed-delete-next-char"
    case .wordLeft: "ed-prev-word"
    case .wordRight: "em-next-word"
    case .submit: "ed-newline"
    case .nextCharacter: "ed-next-char"
    case .lineEnd: "ed-move-to-end"
    default: nil
    }
  }

  /// Reads what follows Escape in a sequence, as xterm, the Linux console and rxvt spell it.
  init?(afterEscape sequence: String) {
    guard let key = Key.sequences[sequence] else { return nil }
    self = key
  }

  private static let sequences: [String: Key] = [
    "[A": .up, "OA": .up, "[B": .down, "OB": .down, "[C": .right, "OC": .right,
    "[D": .left, "OD": .left, "[H": .home, "OH": .home, "[1~": .home, "[7~": .home,
    "[F": .end, "OF": .end, "[4~": .end, "[8~": .end, "[3~": .delete,
    "[1;5D": .wordLeft, "[1;3D": .wordLeft, "Od": .wordLeft,
    "[1;5C": .wordRight, "[1;3C": .wordRight, "Oc": .wordRight,
  ]
}
