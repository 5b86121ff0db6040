/// A register of who holds which key: OpenSSH's allowed signers (ssh-keygen(1)).
///
/// A register is believed because of where it lies, so that none is ever read from what it
/// would vouch for.
package struct AllowedSigners: Hashable, Sendable {
  /// The file as it was read, which is what `ssh-keygen` is given.
  package let bytes: [UInt8]
  /// The lines that name a key.
  package let lines: [Line]

  /// One key and whom it belongs to.
  package struct Line: Hashable, Sendable {
    /// Its number in the file, from 1.
    package let number: Int
    package let principals: [String]
    /// The restrictions as they are written: `namespaces="…"`, `valid-before="…"`.
    package let options: [String]
    package let key: PublicKey
    package let comment: String
  }

  /// The register of a file; none is a register of nobody.
  ///
  /// - Throws: `registerMalformed`, `notARegularFile`, `fileTooLarge` over 1 MiB, `system`.
  package static func read(_ path: String) throws(SigningError) -> AllowedSigners {
    guard Files.exists(path) else { return try AllowedSigners([], path: path) }
    return try AllowedSigners(
      Files.contents(path, limit: 1 << 20, followingLinks: true), path: path)
  }

  /// Reads a register; the path is for errors.
  package init(_ bytes: [UInt8], path: String = "") throws(SigningError) {
    self.bytes = bytes
    var lines: [Line] = []
    let texts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (place, text) in texts.enumerated() {
      let trimmed = text.drop { $0 == 0x20 || $0 == 0x09 }
      if trimmed.isEmpty || trimmed.first == 0x23 || trimmed.first == 0x0D { continue }
      guard let text = String(validating: trimmed, as: UTF8.self),
        let line = Line(text, number: place + 1)
      else { throw .registerMalformed(path: path, line: place + 1) }
      lines.append(line)
    }
    self.lines = lines
  }

  /// The lines that name a key, in order.
  package func lines(for key: PublicKey) -> [Line] { lines.filter { $0.key == key } }
}

extension AllowedSigners.Line {
  fileprivate init?(_ text: String, number: Int) {
    var columns = Self.columns(of: text)[...]
    guard columns.count >= 3, var principals = columns.popFirst() else { return nil }
    if principals.first == "\"" {
      guard principals.count > 2, principals.last == "\"" else { return nil }
      principals = String(principals.dropFirst().dropLast())
    }
    var options: [String] = []
    var key = columns.count >= 2 ? PublicKey(type: columns[1], base64: columns[2]) : nil
    if key == nil, columns.count >= 3, let written = columns.popFirst() {
      options = Self.list(written)
      key = PublicKey(type: columns[columns.startIndex], base64: columns[columns.startIndex + 1])
    }
    guard let key else { return nil }
    self.number = number
    self.principals = principals.split(separator: ",").map(String.init)
    self.options = options
    self.key = key
    comment = columns.dropFirst(2).joined(separator: " ")
  }

  /// The words of a line; spaces between quotation marks part none.
  private static func columns(of text: String) -> [String] {
    parts(of: text) { $0 == " " || $0 == "\t" || $0 == "\r" }
  }

  private static func list(_ text: String) -> [String] { parts(of: text) { $0 == "," } }

  private static func parts(
    of text: String, separator: (Unicode.Scalar) -> Bool
  ) -> [String] {
    var isQuoted = false
    return text.unicodeScalars.split { scalar in
      if scalar == "\"" { isQuoted.toggle() }
      return !isQuoted && separator(scalar)
    }.map { String(Substring($0)) }
  }
}
