extension AllowedSigners {
  /// The line that says whose a key is, for all namespaces of this program, and in which time:
  /// from the first day and to the end of the last, `20261121`.
  package static func line(
    for identity: Identity, _ key: PublicKey, comment: String = "", from: String? = nil,
    until: String? = nil
  ) throws(SigningError) -> String {
    guard comment.unicodeScalars.allSatisfy(\.isPlain) else {
      throw .fieldRefused(field: "comment", value: comment)
    }
    let principal =
      identity.text.unicodeScalars.contains { $0.properties.isWhitespace }
      ? "\"\(identity)\"" : identity.text
    let namespaces = Namespace.allCases.map(\.rawValue).joined(separator: ",")
    let times =
      (from.map { ",valid-after=\"\($0)Z\"" } ?? "")
      + (until.map { ",valid-before=\"\($0)235959Z\"" } ?? "")
    let line = "\(principal) namespaces=\"\(namespaces)\"\(times) \(key.line)"
    return comment.isEmpty ? line : "\(line) \(comment)"
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

  /// The register with the line of a person's key written anew, or nothing where it has none.
  ///
  /// Every other line stays as it is.
  package func changing(
    _ identity: Identity, _ key: PublicKey, comment: String, from: String?, until: String?
  ) throws(SigningError) -> [UInt8]? {
    let own = lines(for: key).filter { $0.principals == [identity.text] }.map(\.number)
    guard !own.isEmpty else { return nil }
    let line = try Self.line(for: identity, key, comment: comment, from: from, until: until)
    var texts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for number in own { texts[number - 1] = Array(line.utf8) }
    return Array(texts.joined(separator: [0x0A]))
  }
}
