import CEditline
import Glibc

/// What a command of a key answers: a code of libedit's.
extension LineEditor {
  func enter() -> UInt8 {
    if !isPlain, !marksPastes, burst.isOn {
      if Burst.hasMore(within: 5) {
        burst.goesOn()
        return newRow()
      }
      // It ended the pasted text: it is for the person to press Enter.
      if burst.hasRows || burst.isRow { return UInt8(CC_NORM) }
    }
    if !isPlain, assistant.isIncomplete(engine.content.text) { return newRow() }
    burst.endsRow()
    push(.submit)
    return UInt8(CC_NORM)
  }

  func newRow() -> UInt8 {
    if isPlain { return UInt8(CC_ERROR) }
    engine.insert("\n")
    return UInt8(CC_REFRESH)
  }

  func interrupt() -> UInt8 {
    outcome = .interrupted
    push(.lineEnd, .showInterrupt, .submit)
    return UInt8(CC_NORM)
  }

  func showInterrupt() -> UInt8 {
    write("^C")
    return UInt8(CC_NORM)
  }

  func endOrDelete() -> UInt8 {
    if engine.content.scalars.isEmpty {
      outcome = .end
      write("\n")
      return UInt8(CC_EOF)
    }
    push(.delete)
    return UInt8(CC_NORM)
  }

  /// Stops the process group as the terminal would; the kernel does not if nobody could wake it.
  func suspend() -> UInt8 {
    write(String(repeating: "\n", count: rowsBelowCursor + 1))
    setBracketedPaste(false)
    engine.setRaw(false)
    kill(0, SIGTSTP)
    SignalWatch.discard(SIGCONT)
    engine.setRaw(true)
    setBracketedPaste(true)
    engine.refresh()
    return UInt8(CC_NORM)
  }

  func paste() -> UInt8 {
    guard let text = pastes.popFirst(), !text.isEmpty else { return UInt8(CC_NORM) }
    engine.insert(assistant.pasted(text, after: engine.content.before))
    return UInt8(CC_REFRESH)
  }
}

extension LineEditor {
  func up() -> UInt8 {
    let content = engine.content
    if let offset = Rows.offset(toRowAbove: content) { return move(offset) }
    return replace(content, by: history.older(than: content.text))
  }

  func down() -> UInt8 {
    let content = engine.content
    if let offset = Rows.offset(toRowBelow: content) { return move(offset) }
    return replace(content, by: history.newer(than: content.text))
  }

  func home() -> UInt8 {
    move(Rows.offset(toStartIn: engine.content))
  }

  func end() -> UInt8 {
    takeSuggestion() ?? move(Rows.offset(toEndIn: engine.content))
  }

  func right() -> UInt8 {
    if let answer = takeSuggestion() { return answer }
    push(.nextCharacter)
    return UInt8(CC_NORM)
  }

  /// Inserts the suggestion that is seen behind the cursor; `nil` if there is none.
  private func takeSuggestion() -> UInt8? {
    let content = engine.content
    guard let offer = drawing.offer, offer.after == content.scalars,
      content.cursor == content.scalars.count
    else { return nil }
    engine.insert(offer.text)
    return UInt8(CC_REFRESH)
  }

  private func move(_ offset: Int) -> UInt8 {
    engine.move(offset)
    return UInt8(CC_CURSOR)
  }

  private func replace(_ content: Engine.Content, by line: String?) -> UInt8 {
    guard let line else { return UInt8(CC_ERROR) }
    engine.move(content.scalars.count - content.cursor)
    engine.delete(content.scalars.count)
    engine.insert(line)
    return UInt8(CC_REFRESH)
  }
}

extension LineEditor {
  func complete() -> UInt8 {
    let content = engine.content
    if !marksPastes, burst.isOn, Burst.hasMore(within: 0) {
      engine.insert("\t")
      return UInt8(CC_REFRESH)
    }
    if let answer = chosen(before: content.before) { return answer }
    // What is listed is above; it need not be listed again.
    if listed.text == content.before { return UInt8(CC_ERROR) }
    let completion = assistant.complete(content.before)
    let typed = completion.replaced
    guard let only = completion.candidates.first else { return UInt8(CC_ERROR) }
    if completion.candidates.count == 1 {
      let isFollowed =
        content.cursor < content.scalars.count
        && content.scalars[content.cursor] == " "
      let space = only.text.hasSuffix("/") || isFollowed ? "" : " "
      return replace(typed, by: only.text + space)
    }
    let common = CandidateList.commonStart(completion.candidates)
    if completion.goesOn, common != typed, common.count >= typed.count {
      return replace(typed, by: common)
    }
    show(completion, before: content.before)
    return UInt8(CC_NORM)
  }

  private func replace(_ typed: String, by text: String) -> UInt8 {
    engine.delete(typed.unicodeScalars.count)
    engine.insert(text)
    return UInt8(CC_REFRESH)
  }

  private func show(_ completion: Completion, before text: String) {
    var rows = CandidateList.rows(
      completion.candidates, omitted: completion.omitted, size: Terminal.size,
      noteStyle: usesColour ? .grey : .plain, isNumbered: isPlain)
    if isPlain, !assistant.choosing.isEmpty { rows.append(assistant.choosing) }
    write(String(repeating: "\n", count: rowsBelowCursor + 1))
    write(rows.map { $0 + "\n" }.joined())
    engine.refresh()
    listed = Listed(text: text, before: text, completion: completion)
  }

  /// Puts the candidate in place whose number was typed behind the listed text; `nil` where none
  /// was.
  private func chosen(before text: String) -> UInt8? {
    guard isPlain, let completion = listed.completion, text.hasPrefix(listed.before) else {
      return nil
    }
    let digits = text.dropFirst(listed.before.count)
    guard let number = Int(digits), completion.candidates.indices.contains(number - 1) else {
      return nil
    }
    listed = Listed()
    let candidate = completion.candidates[number - 1].text
    let space = candidate.hasSuffix("/") ? "" : " "
    return replace(completion.replaced + digits, by: candidate + space)
  }
}

/// The candidates that stand above the line, and for which text.
struct Listed {
  /// The text before the cursor while no other key has come.
  var text: String?
  var before = ""
  var completion: Completion?
}
