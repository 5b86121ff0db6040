extension SignatureStatement {
  /// The first line, which names the format and its version.
  private static let format = "constat-signature-statement/1"
  private static let labels = ["Format", "Document", "Role", "Name", "Quality", "Act", "Date"]

  /// The bytes that are signed: UTF-8, LF; fields, an empty line, lines of `sha256sum`.
  package var bytes: [UInt8] {
    let values = [Self.format, document, role, name, quality, act.text, date]
    let fields = zip(Self.labels, values).map { "\($0): \($1)\n" }
    let lines = files.map { "\($0.digest)  \($0.path)\n" }
    return Array((fields + ["\n"] + lines).joined().utf8)
  }

  /// Reads the bytes of a statement, which must be exactly what it would be written as.
  ///
  /// - Throws: `statementMalformed` with the first line at fault, from 1.
  package init(bytes: [UInt8]) throws(SigningError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .statementMalformed(line: 1)
    }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    let values = try Self.fields(of: lines)
    guard lines.count > Self.labels.count + 2, lines[Self.labels.count].isEmpty,
      lines.last?.isEmpty == true
    else { throw .statementMalformed(line: min(lines.count, Self.labels.count + 1)) }
    var files: [File] = []
    for place in (Self.labels.count + 1)..<(lines.count - 1) {
      guard let (digest, path) = ManifestLine.parts(of: lines[place]) else {
        throw .statementMalformed(line: place + 1)
      }
      files.append(File(path: path, digest: digest))
    }
    guard let act = Act(text: values[5]) else { throw .statementMalformed(line: 6) }
    do throws(SigningError) {
      try self.init(
        document: values[1], role: values[2], name: values[3], quality: values[4], act: act,
        date: values[6], files: files)
    } catch .fieldRefused(let field, _) {
      throw .statementMalformed(line: (Self.labels.firstIndex(of: field) ?? 0) + 1)
    }
    guard self.bytes == bytes else { throw .statementMalformed(line: 1) }
  }

  private static func fields(of lines: [String]) throws(SigningError) -> [String] {
    var values: [String] = []
    for (place, label) in labels.enumerated() {
      guard place < lines.count, let value = lines[place].after("\(label): ") else {
        throw .statementMalformed(line: place + 1)
      }
      values.append(value)
    }
    guard values[0] == format else { throw .statementMalformed(line: 1) }
    return values
  }
}
