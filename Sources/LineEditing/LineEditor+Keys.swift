import CEditline

extension Engine {
  /// Binds keys that the user's settings may bind otherwise.
  func bindConveniences() {
    bind("^W", to: "ed-delete-prev-word")
  }
}

extension LineEditor {
  /// Binds the editor's keys, after the user's settings, which may have cleared all bindings.
  func bindKeys() {
    let isVi = engine.isVi
    // C calls this: it captures nothing, and finds its editor and its key again.
    unsafe engine.add("line-key", "A key of the line editor's own") { handle, letter in
      guard let scalar = Unicode.Scalar(letter), let key = Key(rawValue: Character(scalar)) else {
        return UInt8(CC_ERROR)
      }
      return unsafe LineEditor.of(handle)?.perform(key) ?? UInt8(CC_ERROR)
    }
    for key in Key.allCases {
      let command = key.libeditCommand ?? "line-key"
      engine.bind("^]\(key.rawValue)", to: command)
      if isVi { engine.bindViCommand("^]\(key.rawValue)", to: command) }
    }
    bindControlKeys(isVi: isVi)
  }

  private func bindControlKeys(isVi: Bool) {
    let everywhere: [(name: String, key: Key)] = [
      ("^J", .enter), ("^M", .enter), ("^C", .interrupt), ("^D", .endOfInput), ("^Z", .suspend),
    ]
    let inInsertion: [(name: String, key: Key)] = [
      ("^I", .complete), ("^P", .up), ("^N", .down), ("^F", .right), ("^A", .home), ("^E", .end),
    ]
    for (name, key) in everywhere + inInsertion { engine.bind(name, to: key) }
    engine.bind("^R", to: "em-inc-search-prev")
    engine.bind("^S", to: "em-inc-search-next")
    guard isVi else { return }
    for (name, key) in everywhere + [("k", .up), ("j", .down)] {
      engine.bindViCommand(name, to: key)
    }
  }

  /// Has libedit take keys before those of the person.
  func push(_ keys: Key...) {
    engine.push(keys.map(\.sequence).joined())
  }

  /// Does what a key is for; the answer is a code of libedit's.
  private func perform(_ key: Key) -> UInt8 {
    switch key {
    case .up: up()
    case .down: down()
    case .right: right()
    case .home: home()
    case .end: end()
    case .newRow: newRow()
    case .enter: enter()
    case .interrupt: interrupt()
    case .endOfInput: endOrDelete()
    case .suspend: suspend()
    case .complete: complete()
    case .paste: paste()
    case .showInterrupt: showInterrupt()
    case .left, .delete, .wordLeft, .wordRight, .submit, .nextCharacter, .lineEnd:
      UInt8(CC_ERROR)
    }
  }
}
