extension State {
  /// All that the state says, in one text: equal texts are equal states.
  ///
  /// Operations are named by their ids, fields and units are sorted; records stand in the order in
  /// which they were made. Nothing in it depends on a clock, a place or an order of arrival.
  package var canonicalText: String {
    var lines: [String] = []
    for noun in Noun.allCases {
      for record in everything(noun) { lines += Self.lines(of: record, in: history) }
    }
    for (kind, count) in unknownKinds.sorted(by: { $0.key < $1.key }) {
      lines.append("unknown \(kind) \(count)")
    }
    for conflict in conflicts {
      lines.append("conflict \(conflict.id) \(conflict.heads.joined(separator: " "))")
    }
    for held in held {
      let id = history.operations[held.operation].id
      lines.append("held \(id) \(held.place.event) \(held.audit)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The part of the canonical text that is about the records of one audit.
  package func canonicalText(ofAudit audit: String) -> String {
    var lines: [String] = []
    for noun in Noun.allCases where noun.belongsToAudit {
      for record in everything(noun) where record.audit == audit {
        lines += Self.lines(of: record, in: history)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(of record: Record, in history: History) -> [String] {
    func name(_ place: EventPlace) -> String {
      "\(history.operations[place.operation].id).\(place.event)"
    }
    let origin = history.operations[record.origin].id
    var lines = [
      "\(record.noun.rawValue) \(Content.text(record.key).canonicalText) "
        + "\(record.isMade ? "made" : "named") \(record.audit ?? "-") \(origin) "
        + "\(Content.text(record.by).canonicalText) "
        + Content.object(record.identity).canonicalText
    ]
    for unit in record.units.sorted(by: { $0.name < $1.name }) where !unit.writes.isEmpty {
      let writes = unit.writes.map { write in
        "\(name(write.place))\(write.isUse ? "?" : "") "
          + "\(Content.object(write.value).canonicalText) "
          + "\(Content.object(write.remarks).canonicalText)"
      }
      lines.append("  \(unit.name): \(writes.joined(separator: " | "))")
    }
    for (list, elements) in record.lists.sorted {
      for element in elements {
        let additions = element.additions.map { name($0.place) }.joined(separator: " ")
        lines.append("  \(list) has \(element.content.canonicalText) \(additions)")
      }
    }
    return lines
  }
}

extension Content {
  /// The content as JSON whose keys are sorted.
  fileprivate var canonicalText: String {
    switch self {
    case .text(let text): text.quoted
    case .integer(let integer): "\(integer)"
    case .boolean(let boolean): "\(boolean)"
    case .list(let list): "[" + list.map(\.canonicalText).joined(separator: ",") + "]"
    case .object(let object):
      "{"
        + object.sorted { $0.key < $1.key }
        .map { "\($0.key.quoted):\($0.value.canonicalText)" }.joined(separator: ",") + "}"
    }
  }
}

extension String {
  fileprivate var quoted: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.value < 0x20: text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
