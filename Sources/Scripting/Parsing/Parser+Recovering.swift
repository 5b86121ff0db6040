import Auditing

/// Going on after a fault, so that one reading finds all faults of a file.
extension Parser {
  /// How many faults of one file are told: more are seldom looked at.
  static let mostFaults = 20

  /// Whether nothing more is read, since what follows the last fault would only be guessed.
  var isFinished: Bool {
    guard let last = faults.last else { return false }
    if faults.count >= Self.mostFaults { return true }
    switch last.kind {
    case .unclosedText, .unclosedParenthesis, .unclosedBlock, .tooDeep: return true
    default: return false
    }
  }

  /// Passes a bracket that closes nothing, when reading goes on after faults.
  mutating func passStray(_ bracket: Unicode.Scalar) -> Bool {
    guard recovers, bracket == ")" || openBlocks == 0 else { return false }
    if bracket == "}", missingBraces > 0 {
      missingBraces -= 1
    } else {
      note(unexpected())
    }
    reader.advance()
    return true
  }

  private mutating func note(_ fault: ScriptError) {
    faults.append(fault)
    if isFinished { reader.offset = reader.end }
  }

  /// Notes the fault of a statement and passes the rest of it; the blocks on the way are read.
  ///
  /// The rest ends with the line, at a semicolon, or at the end of the block around it.
  mutating func recovered(from fault: ScriptError, since start: Int) -> Statement {
    let head = declared(at: start)
    if case .expectedBlock = fault.kind { missingBraces += 1 }
    if fault.isInText { passRestOfText() }
    note(fault)
    if head.definition != nil { inDefinition = true }
    defer { if head.definition != nil { inDefinition = false } }
    var blocks: [[Statement]] = []
    while let scalar = reader.current, scalar != "\n", scalar != ";" {
      if scalar == "}" {
        if openBlocks > 0 || missingBraces > 0 { break }
        reader.advance()
      } else if scalar == "\"" {
        reader.advance()
        passRestOfText()
      } else if scalar == "#", reader.peek(-1)?.isSpace != false {
        reader.skipComment()
      } else if scalar == "{" {
        let levels = (depth, openBlocks)
        do throws(ScriptError) {
          blocks.append(try block())
        } catch {
          (depth, openBlocks) = levels
          note(error)
        }
      } else {
        reader.advance()
      }
    }
    return .broken(names: head.names, definition: head.definition, blocks: blocks)
  }

  /// Passes the rest of a quoted text when it ends on this line.
  private mutating func passRestOfText() {
    var copy = reader
    while let scalar = copy.current, scalar != "\n" {
      copy.advance(scalar == "\\" ? 2 : 1)
      if scalar == "\"" {
        reader = copy
        return
      }
    }
  }

  /// The names that a statement at fault would have made, so that their use is no second fault.
  private func declared(at start: Int) -> (names: [String], definition: String?) {
    var copy = reader
    copy.offset = start
    let word = copy.word { Self.endsWord($0) }
    copy.offset = word.upperBound
    copy.skipSpaces()
    guard let name = copy.takeName()?.value else { return ([], nil) }
    let text = reader.source.text(word)
    switch Vocabulary.englishStatements[text.folded] ?? text {
    case "let", "param", "for": return ([name], nil)
    case "def":
      var parameters: [String] = []
      while let scalar = copy.current, scalar != ")", scalar != "\n", scalar != "{" {
        if let parameter = copy.takeName() {
          parameters.append(parameter.value)
        } else {
          copy.advance()
        }
      }
      return (parameters, name)
    default: return ([], nil)
    }
  }
}

extension ScriptError {
  /// Whether the fault was found within a quoted text that goes on after it.
  fileprivate var isInText: Bool {
    switch kind {
    case .unknownEscape, .substitutionInText: true
    default: false
    }
  }
}
