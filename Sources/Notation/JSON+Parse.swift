extension JSON {
  /// What a reader accepts.
  package struct Limits: Sendable {
    /// The longest text read, in bytes.
    package var size: Int
    /// How many lists and objects may lie in each other.
    package var depth: Int
    /// Whether keys must be in strictly increasing order of UTF-16 units, and values be
    /// texts, integers up to 2^53, booleans, lists and objects only.
    package var canonicalKeys: Bool

    /// Creates limits: 16 MiB and 64 levels unless others are given.
    package init(size: Int = 16 << 20, depth: Int = 64, canonicalKeys: Bool = false) {
      self.size = size
      self.depth = depth
      self.canonicalKeys = canonicalKeys
    }
  }

  /// Reads one JSON text (RFC 8259), strictly.
  ///
  /// Refused besides: a key twice in one object, a byte order mark, half of a surrogate pair,
  /// UTF-8 that is not well-formed, and anything beyond the limits.
  package static func parse(
    _ bytes: Span<UInt8>, limits: Limits = Limits()
  ) throws(NotationError) -> JSON {
    var reader = Reader(limits: limits)
    return try reader.document(bytes)
  }

  /// Reads one JSON text out of an array.
  package static func parse(
    _ bytes: [UInt8], limits: Limits = Limits()
  ) throws(NotationError) -> JSON {
    try parse(bytes.span, limits: limits)
  }

  /// Reads one JSON text out of part of an array; offsets in errors count from its start.
  package static func parse(
    _ bytes: ArraySlice<UInt8>, limits: Limits = Limits()
  ) throws(NotationError) -> JSON {
    try parse(bytes.span, limits: limits)
  }

  /// Reads one JSON text out of a string.
  package static func parse(
    _ text: String, limits: Limits = Limits()
  ) throws(NotationError) -> JSON {
    try parse(Array(text.utf8), limits: limits)
  }
}
