/// Turns the bytes of a terminal into characters, keys and pasted texts.
///
/// The terminal's sequences are taken apart here and not by libedit, because a sequence that it
/// knows makes Escape wait for a next key: in vi mode Escape must leave insertion at once.
struct KeyDecoder {
  /// What bytes amount to.
  enum Event: Equatable {
    case character(Unicode.Scalar)
    case key(Key)
    case paste(String)
  }

  private enum State: Equatable {
    case ground
    case letter(expected: Int)
    case escape
    case sequence
    case paste
  }

  private var state = State.ground
  private var bytes: [UInt8] = []

  /// Whether a sequence or a letter has begun; its end comes within milliseconds, if ever.
  var isMidway: Bool { state != .ground && state != .paste }

  /// Whether a pasted text has begun and not ended.
  var isPasting: Bool { state == .paste }

  /// Takes one more byte.
  mutating func take(_ byte: UInt8) -> [Event] {
    switch state {
    case .ground: return begin(byte)
    case .letter(let expected): return continueLetter(byte, expected: expected)
    case .escape: return afterEscape(byte)
    case .sequence: return continueSequence(byte)
    case .paste: return continuePaste(byte)
    }
  }

  /// What is there when nothing more came in time: Escape alone, or a sequence cut short.
  mutating func giveUp() -> [Event] {
    defer { reset() }
    if case .letter = state { return [.character("\u{FFFD}")] }
    return isPasting ? [] : raw(bytes)
  }

  private mutating func reset() {
    state = .ground
    bytes = []
  }

  private func raw(_ bytes: [UInt8]) -> [Event] {
    bytes.map { .character(Unicode.Scalar($0)) }
  }

  private mutating func begin(_ byte: UInt8) -> [Event] {
    switch byte {
    case 0x1B:
      bytes = [byte]
      state = .escape
      return []
    case 0..<0x80:
      return raw([byte])
    case 0xC2...0xF4:
      bytes = [byte]
      state = .letter(expected: byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
      return []
    default:
      return [.character("\u{FFFD}")]
    }
  }

  private mutating func continueLetter(_ byte: UInt8, expected: Int) -> [Event] {
    guard (0x80...0xBF).contains(byte) else {
      reset()
      return [.character("\u{FFFD}")] + begin(byte)
    }
    bytes.append(byte)
    guard bytes.count == expected else { return [] }
    defer { reset() }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(1).map { .character($0) }
  }

  private mutating func afterEscape(_ byte: UInt8) -> [Event] {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      bytes.append(byte)
      state = .sequence
      return []
    case 0x1B:
      return raw([byte])
    case 0x0A, 0x0D:
      reset()
      return [.key(.newRow)]
    default:
      reset()
      return raw([0x1B]) + begin(byte)
    }
  }

  private mutating func continueSequence(_ byte: UInt8) -> [Event] {
    bytes.append(byte)
    if (0x20...0x3F).contains(byte), bytes.count < 32, bytes[1] == UInt8(ascii: "[") { return [] }
    let sequence = String(decoding: bytes.dropFirst(), as: UTF8.self)
    if sequence == "[200~" {
      bytes = []
      state = .paste
      return []
    }
    defer { reset() }
    return Key(afterEscape: sequence).map { [.key($0)] } ?? raw(bytes)
  }

  private mutating func continuePaste(_ byte: UInt8) -> [Event] {
    bytes.append(byte)
    guard byte == UInt8(ascii: "~"), bytes.suffix(6).elementsEqual("\u{1B}[201~".utf8) else {
      return []
    }
    defer { reset() }
    return [.paste(PastedText.cleaned(bytes.dropLast(6)))]
  }
}
