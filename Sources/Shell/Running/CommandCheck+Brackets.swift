import Scripting

extension CommandCheck {
  /// Refuses a call that stands bare among arguments, such as `print round(2.5)`: it would be read
  /// as a word and a list.
  func checkBrackets(of command: Command) throws {
    var word: Spanned<String>?
    for argument in command.arguments {
      guard case .value(let value) = argument else {
        word = nil
        continue
      }
      if case .list = value.value, let word, word.range.upperBound == value.range.lowerBound {
        throw Failure(
          .gluedBracket(word.value), at: word.range.lowerBound..<value.range.upperBound)
      }
      word = if case .word(let name) = value.value { Spanned(name, value.range) } else { nil }
    }
  }
}
