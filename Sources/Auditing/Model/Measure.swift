/// The value of an indicator for a period, with its sample size and source.
package struct Measure: Hashable, Sendable {
  package var key: String
  package var indicator: String
  package var site: String
  /// The period as it was written: `2020`, `2020-T1`, `2014-06-03..2014-06-30`.
  package var period: String
  /// What the value is of the cases behind it; empty where that is not said.
  package var statistic: String
  /// What it is measured of, where an indicator has several figures a period; empty otherwise.
  package var item: String
  package var value: Quantity
  package var n: Int?
  package var source: String?
  /// What it adds up from, in order; their sum is the value.
  package var parts: [Part] = []
  /// The keys of the evidence it rests on.
  package var evidence: [String] = []
  package var by: String
  package var at: Timestamp

  /// A named part of a total.
  package struct Part: Hashable, Sendable {
    package var name: String
    package var value: Quantity

    /// Creates a part.
    package init(_ name: String, _ value: Quantity) {
      self.name = name
      self.value = value
    }

    /// Reads `courrier:1` or `permis: 27 j`; nothing of any other text.
    package init?(_ text: String) {
      guard let colon = text.lastIndex(of: ":") else { return nil }
      func trimmed(_ part: Substring) -> Substring {
        var part = part.drop(while: \.isWhitespace)
        while part.last?.isWhitespace == true { part.removeLast() }
        return part
      }
      let name = trimmed(text[..<colon])
      guard !name.isEmpty, let value = Quantity(trimmed(text[text.index(after: colon)...]))
      else { return nil }
      self.init(String(name), value)
    }

    /// The part as the language and the journal write it.
    package var written: String { "\(name):\(value)" }
  }

  /// Creates a measure.
  package init(
    key: String, indicator: String, site: String, period: String, statistic: String = "",
    item: String = "", value: Quantity, n: Int? = nil, source: String? = nil, by: String,
    at: Timestamp
  ) {
    self.key = key
    self.indicator = indicator
    self.site = site
    self.period = period
    self.statistic = statistic
    self.item = item
    self.value = value
    self.n = n
    self.source = source
    self.by = by
    self.at = at
  }

  init?(_ record: Record) {
    guard let point = record.unit("point"),
      let value = point["value"]?.text.flatMap({ Quantity($0) }),
      let write = record.write("point")
    else { return nil }
    func identity(_ name: String) -> String { record.identity(name)?.text ?? "" }
    self.init(
      key: record.key, indicator: identity("indicator"), site: identity("site"),
      period: identity("period"), statistic: identity("statistic"), item: identity("item"),
      value: value, n: point["n"]?.integer, source: point["source"]?.text, by: write.by,
      at: write.at)
    parts = (point["parts"]?.texts ?? []).compactMap { Part($0) }
    evidence = point["evidence"]?.texts ?? []
  }
}

extension Measure {
  /// Whether it meets its indicator's target; nothing where there is none, or where the value is
  /// another statistic than the one the target is set for.
  package func meets(_ indicator: Checklist.Indicator?) -> Bool? {
    guard let indicator,
      statistic.isEmpty || statistic == indicator.statistic?.rawValue
    else { return nil }
    return indicator.target?.isMet(by: value)
  }

  /// The sum of parts, or nothing when they do not add up in one unit.
  package static func sum(_ parts: [Part]) -> Quantity? {
    guard let first = parts.first?.value else { return nil }
    var sum = Quantity(DecimalNumber(0), first.unit)
    for part in parts {
      guard part.value.unit == sum.unit,
        let next = DecimalNumber.add(sum.number, part.value.number)
      else { return nil }
      sum = Quantity(next, sum.unit)
    }
    return sum
  }
}
