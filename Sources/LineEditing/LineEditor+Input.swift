import CEditline
import Glibc

extension LineEditor {
  /// Gives libedit the next character: 1 when there is one, 0 at the end of input, −1 to stop.
  func nextCharacter(_ character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    while true {
      if let scalar = queue.popFirst() {
        hideSuggestion()
        if scalar != "\t" { listed.text = nil }
        unsafe character?.pointee = wchar_t(bitPattern: scalar.value)
        return 1
      }
      switch nextEvent() {
      case .input:
        guard readInput() else {
          stop(.end)
          return 0
        }
      case .timeOut: receive(decoder.giveUp())
      case .wake: announce()
      case .signal(let number):
        if isEnd(number) { return -1 }
      }
    }
  }

  /// What happens next; before a wait for the person the colours and the suggestion are drawn.
  private func nextEvent() -> SignalWatch.Event {
    guard let watch else { return .input }
    if decoder.isMidway { return watch.wait(wake: nil, milliseconds: 50) }
    let wake = announcements?.descriptor
    let event = watch.wait(wake: wake, milliseconds: 0)
    guard event == .timeOut else {
      if event == .input { burst.goOn() }
      return event
    }
    draw()
    if !isPrepared {
      isPrepared = true
      assistant.prepare()
    }
    burst.end(marksPastes ? "" : engine.content.before)
    return watch.wait(wake: wake, milliseconds: nil)
  }

  /// Reads what has come; `false` when the terminal is gone.
  ///
  /// One byte at a time, save in a pasted text: what is typed ahead stays for the program that a
  /// command may start.
  private func readInput() -> Bool {
    var bytes = [UInt8](repeating: 0, count: decoder.isPasting ? 4096 : 1)
    let count = unsafe Glibc.read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    for byte in bytes.prefix(count) { receive(decoder.take(byte)) }
    return count > 0
  }

  private func receive(_ events: [KeyDecoder.Event]) {
    for event in events {
      switch event {
      case .character(let scalar):
        // A NUL would end the text where C reads it.
        if scalar != "\0" { queue.append(scalar) }
      case .key(let key): queue += key.sequence.unicodeScalars
      case .paste(let text):
        pastes.append(text)
        queue += Key.paste.sequence.unicodeScalars
      }
    }
  }

  /// Deals with a signal; whether it ends the program.
  private func isEnd(_ number: Int32) -> Bool {
    switch number {
    case SIGTERM, SIGHUP:
      stop(.signal(number))
      return true
    case SIGINT:
      queue = ["\u{3}"]
    case SIGCONT:
      engine.setRaw(false)
      engine.setRaw(true)
      setBracketedPaste(true)
      engine.refresh()
    default:
      hideSuggestion()
      engine.resize()
      drawing.isStale = true
    }
    return false
  }

  /// Ends the reading, with the cursor below the text.
  private func stop(_ outcome: Outcome) {
    hideSuggestion()
    self.outcome = outcome
    write(String(repeating: "\n", count: rowsBelowCursor + 1))
  }

  /// Shows messages above the line being typed.
  private func announce() {
    guard let text = announcements?.next(), !text.isEmpty else { return }
    let ending = text.hasSuffix("\n") ? "" : "\n"
    if isPlain {
      write("\n" + text + ending)
    } else {
      hideSuggestion()
      let climb = place.row == 0 ? "" : "\u{1B}[\(place.row)A"
      write("\r\(climb)\u{1B}[J" + text + ending)
    }
    engine.refresh()
  }
}
