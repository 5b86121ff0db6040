extension Int {
  /// The number and a French phrase, in which each `(s)` stands from two on.
  func fr(_ phrase: String) -> String {
    "\(self) " + phrase.replacing("(s)", with: self < 2 ? "" : "s")
  }

  /// The number and an English phrase, in which each `(s)` and each `y(ies)` stands unless it is
  /// one.
  func en(_ phrase: String) -> String {
    "\(self) "
      + phrase.replacing("(s)", with: self == 1 ? "" : "s")
      .replacing("y(ies)", with: self == 1 ? "y" : "ies")
  }
}
