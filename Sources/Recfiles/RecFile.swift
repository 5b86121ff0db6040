/// A text in the rec format (GNU recutils manual, chapter 2): sets of records, in order.
package struct RecFile: Sendable {
  package var sets: [RecordSet]

  /// Creates a file of such sets.
  package init(sets: [RecordSet] = []) {
    self.sets = sets
  }

  /// The records between one descriptor and the next.
  package struct RecordSet: Sendable {
    /// The declaration of their type; none for the records before the first `%rec`.
    package var descriptor: Descriptor?
    package var records: [Record]

    /// Creates a set.
    package init(descriptor: Descriptor? = nil, records: [Record] = []) {
      self.descriptor = descriptor
      self.records = records
    }
  }

  /// The record that opens a set: `%rec` with a type, and the other special fields.
  package struct Descriptor: Sendable {
    /// The type, without the source that may stand behind it.
    package var type: String
    /// All its fields in order, `%rec` among them.
    package var fields: [Field]

    /// Creates a descriptor from its fields, or nothing when none is `%rec` with a type.
    package init?(fields: [Field]) {
      guard let declaration = fields.first(where: { $0.name == "%rec" }),
        let type = declaration.value.split(whereSeparator: \.isWhitespace).first
      else { return nil }
      self.type = String(type)
      self.fields = fields
    }

    /// The line of its `%rec`, from 1; 0 when it was not read from a file.
    package var line: Int { fields.first { $0.name == "%rec" }?.line ?? 0 }
  }

  /// Fields in the order in which they stand; a name may come back.
  package struct Record: Sendable {
    package var fields: [Field]

    /// Creates a record.
    package init(fields: [Field] = []) {
      self.fields = fields
    }

    /// The line of its first field, from 1; 0 when it was not read from a file.
    package var line: Int { fields.first?.line ?? 0 }

    /// The fields of a name, in order.
    package subscript(name: String) -> [Field] { fields.filter { $0.name == name } }
  }
}
