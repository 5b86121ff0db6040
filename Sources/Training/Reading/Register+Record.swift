import Auditing

extension Register {
  /// Creates a register from a record in which nothing is wrong in form.
  init?(_ record: SourceRecord) {
    let content: Content
    var plan: Plan?
    if record.type == .mailbox {
      guard let limit = FieldValue.limit(record.required("Limit")) else { return nil }
      content = .letters(record.texts("Row").compactMap(FieldValue.row), limit)
      if let rows = record.integer("Rows") {
        let from = record.text("From").flatMap { CalendarDate($0) }
        let to = record.text("To").flatMap { CalendarDate($0) }
        plan = Plan(
          rows: rows, beyond: record.integer("Late") ?? 0,
          unanswered: record.integer("Unanswered") ?? 0,
          dates: from.flatMap { from in to.flatMap { from <= $0 ? from...$0 : nil } }, range: nil)
      }
    } else {
      guard let (comparison, limit) = FieldValue.target(record.required("Target")) else {
        return nil
      }
      content = .values(
        Self.values(record), unit: Self.unit(record.required("Unit")) ?? .count,
        Target(comparison: comparison, limit: limit))
      if let rows = record.integer("Rows") {
        let low = record.text("Low").flatMap { DecimalNumber($0) }
        let high = record.text("High").flatMap { DecimalNumber($0) }
        plan = Plan(
          rows: rows, beyond: record.integer("Beyond") ?? 0, unanswered: 0, dates: nil,
          range: low.flatMap { low in high.map { (low, $0) } })
      }
    }
    self.init(
      id: record.id, site: record.text("Site"), title: record.wording("Title"),
      at: record.texts("At"), minimum: record.integer("Minimum") ?? 10, content: content,
      plan: plan, condition: record.text("If"))
  }

  /// The unit of a word; `count` is what an indicator counts.
  static func unit(_ word: String) -> Unit? { word == "count" ? .count : Unit(word: word) }

  private static func values(_ record: SourceRecord) -> [DecimalNumber] {
    record.texts("Value").flatMap { line in
      line.split(whereSeparator: \.isWhitespace).compactMap { DecimalNumber($0) }
    }
  }
}
