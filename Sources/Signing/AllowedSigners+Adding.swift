extension AllowedSigners {
  /// The line that says whose a key is, for all namespaces of this program, and in which time:
  /// from the first day and to the end of the last, `20261121`.
  package static func line(
    for identity: Identity, _ key: PublicKey, comment: String = "", from: String? = nil,
    until: String? = nil
  ) throws(SigningError) -> String {
    let namespaces = Namespace.allCases.map(\.rawValue).joined(separator: ",")
    return try line(
      identity, ["namespaces=\"\(namespaces)\""] + times(from: from, until: until), key, comment)
  }

  private static func line(
    _ identity: Identity, _ options: [String], _ key: PublicKey, _ comment: String
  ) throws(SigningError) -> String {
    guard comment.unicodeScalars.allSatisfy(\.isPlain) else {
      throw .fieldRefused(field: "comment", value: comment)
    }
    let principal =
      identity.text.unicodeScalars.contains { $0.properties.isWhitespace }
      ? "\"\(identity)\"" : identity.text
    let words = [principal, options.joined(separator: ","), key.line, comment]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func times(from: String?, until: String?) -> [String] {
    let first = from.map { "valid-after=\"\($0)Z\"" }
    let last = until.map { "valid-before=\"\($0)235959Z\"" }
    return [first, last].compactMap(\.self)
  }

  /// Adds a key to the register of a path, which is made when there is none, and reads it anew.
  ///
  /// Nothing is written when the register already says so. What is there is never changed.
  package static func add(
    _ identity: Identity, _ key: PublicKey, comment: String = "", from: String? = nil,
    until: String? = nil, to path: String
  ) throws(SigningError) -> AllowedSigners {
    let line = try line(for: identity, key, comment: comment, from: from, until: until)
    let register = try read(path)
    if register.lines(for: key).contains(where: { $0.principals.contains(identity.text) }) {
      return register
    }
    let start = register.bytes.isEmpty || register.bytes.last == 0x0A ? "" : "\n"
    try Files.append(Array("\(start)\(line)\n".utf8), to: path)
    return try read(path)
  }

  /// The register with a comment or days put in the lines of a person's key, or nothing where it
  /// has none.
  ///
  /// What is not given stays, as do the other restrictions of the line: one that was written for
  /// another namespace never comes to count for a seal. Every other line stays as it is.
  package func changing(
    _ identity: Identity, _ key: PublicKey, comment: String?, from: String?, until: String?
  ) throws(SigningError) -> [UInt8]? {
    let own = lines(for: key).filter { $0.principals == [identity.text] }
    guard !own.isEmpty else { return nil }
    var texts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for line in own {
      let options = line.options.filter { option in
        (from == nil || !option.lowercased().hasPrefix("valid-after="))
          && (until == nil || !option.lowercased().hasPrefix("valid-before="))
      }
      let text = try Self.line(
        identity, options + Self.times(from: from, until: until), key, comment ?? line.comment)
      texts[line.number - 1] = Array(text.utf8)
    }
    return Array(texts.joined(separator: [0x0A]))
  }
}
