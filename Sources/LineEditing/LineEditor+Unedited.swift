import Glibc

extension LineEditor {
  /// Reads a row as the terminal itself edits it, for those who turned editing off.
  func readUnedited() -> Line {
    engine.setRaw(false)
    write(PromptEncoding.visible(prompt))
    var bytes: [UInt8] = []
    while bytes.last != UInt8(ascii: "\n") {
      switch nextUneditedEvent() {
      case .input:
        var byte: UInt8 = 0
        let count = unsafe Glibc.read(STDIN_FILENO, &byte, 1)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count == 1 else {
          write("\n")
          return .end
        }
        bytes.append(byte)
      case .signal(SIGINT):
        write("\n")
        return .interrupted
      case .signal(let number) where number == SIGTERM || number == SIGHUP:
        write("\n")
        return .signal(number)
      case .signal, .wake, .timeOut:
        continue
      }
    }
    burst.endsRow()
    return .text(String(decoding: bytes.dropLast(), as: UTF8.self))
  }

  private func nextUneditedEvent() -> SignalWatch.Event {
    guard let watch else { return .input }
    let event = watch.wait(wake: nil, milliseconds: 0)
    guard event == .timeOut else {
      burst.goOn()
      return event
    }
    burst.end("")
    return watch.wait(wake: nil, milliseconds: nil)
  }
}
