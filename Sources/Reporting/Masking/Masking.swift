/// What a communicable edition leaves out, and what stands in its place.
///
/// Each masking has its ground in law; what a person decided to leave readable is named too.
package struct Masking: Hashable, Sendable {
  package var entries: [Entry]
  /// Names and words that stay, without regard to case and accents.
  package var kept: [String]

  /// Creates a masking.
  package init(entries: [Entry] = [], kept: [String] = []) {
    self.entries = entries
    self.kept = kept
  }

  /// One name or text with what is read instead.
  package struct Entry: Hashable, Sendable {
    package var form: Form
    /// The name or the text.
    package var what: String
    /// The short name that texts say of a person.
    package var handle: String?
    package var replacement: String
    package var ground: Ground

    /// Creates an entry.
    package init(
      _ form: Form, _ what: String, handle: String? = nil, replacement: String, ground: Ground
    ) {
      self.form = form
      self.what = what
      self.handle = handle
      self.replacement = replacement
      self.ground = ground
    }
  }

  /// How far an entry reaches: a name goes with its parts, a text only as it stands.
  package enum Form: String, CaseIterable, Sendable { case person, name, text }

  /// Why something is not communicated (code des relations entre le public et l'administration).
  package enum Ground: String, CaseIterable, Sendable {
    /// Private life (L311-6, 1°).
    case privacy
    /// A judgment on a person who is named or easily identified (L311-6, 2°).
    case judgement
    /// The conduct of a person, which made public could harm them (L311-6, 3°).
    case behaviour
    /// A business secret (L311-6, 1°).
    case business
    /// The security of persons or of information systems (L311-5, 2° d).
    case security

    /// The article that says so.
    package var article: String {
      switch self {
      case .privacy, .business: "L311-6, 1°"
      case .judgement: "L311-6, 2°"
      case .behaviour: "L311-6, 3°"
      case .security: "L311-5, 2° d"
      }
    }
  }

  /// The letters that tell the n-th person from the others: A to Z, AA and on.
  package static func letters(_ number: Int) -> String {
    var (rest, letters) = (number, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
