/// What can go wrong around the line editor.
package enum EditingError: Error, Equatable {
  /// The line editor cannot start.
  case noTerminal
  /// The history file cannot be used; with the system's error number.
  case history(path: String, number: Int32)
  /// What stands at the history's path is no file.
  case historyIsNoFile(path: String)
}
