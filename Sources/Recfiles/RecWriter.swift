/// Writes records as rec text, so that reading it gives the same records again.
package struct RecWriter: Sendable {
  /// What is written so far; each line ends in LF.
  package private(set) var text = ""

  /// Creates a writer that has written nothing.
  package init() {}

  /// The text of a whole file.
  package static func text(of file: RecFile) -> String {
    var writer = RecWriter()
    for set in file.sets {
      if let descriptor = set.descriptor { writer.append(descriptor) }
      for record in set.records { writer.append(record) }
    }
    return writer.text
  }

  /// Writes a descriptor: the records after it are of its type.
  package mutating func append(_ descriptor: RecFile.Descriptor) {
    append(RecFile.Record(fields: descriptor.fields))
  }

  /// Writes a record after an empty line; one without fields leaves no trace.
  package mutating func append(_ record: RecFile.Record) {
    guard !record.fields.isEmpty else { return }
    if !text.isEmpty { text += "\n" }
    for field in record.fields { append(field) }
  }

  private mutating func append(_ field: RecFile.Field) {
    var mark = field.name + ":"
    for line in field.value.utf8.split(separator: Ascii.lineFeed, omittingEmptySubsequences: false)
    {
      text += mark
      if !line.isEmpty { text += " \(Substring(line))" }
      text += Self.end(of: line)
      mark = "+"
    }
  }

  /// The end of a line of a value.
  ///
  /// A last backslash or carriage return would be taken for a part of the line's end; a backslash
  /// and an empty line after it keep it.
  private static func end(of line: Substring.UTF8View) -> String {
    switch line.last {
    case Ascii.backslash, Ascii.carriageReturn: "\\\n\n"
    default: "\n"
    }
  }
}
