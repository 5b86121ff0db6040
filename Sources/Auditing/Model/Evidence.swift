/// What a finding rests on: a file or a statement, relevant and verifiable.
///
/// ISO 9000:2015 3.8.3 (objective evidence), ISO 19011:2018 3.9 (audit evidence).
package struct Evidence: Sendable {
  package var key: String
  /// The display id, such as `P3`.
  package var id: String
  package var form: Form
  /// SHA-256 of a file's content, in hexadecimal, and its size in bytes.
  package var sha256: String?
  package var size: Int?
  /// The name the file had when it was taken in.
  package var name: String?
  /// The words of a statement.
  package var text: String?
  package var criterion: String?
  package var site: String?
  package var source: String?
  package var method: Checklist.Method?
  /// The day it was collected, and the period it is about.
  package var collected: CalendarDate?
  package var covers: String?
  package var isSensitive = false
  /// The key of the audit during which it was gathered, where there was one.
  package var audit: String?
  package var status: Status = .current
  /// The key of the version that was put in its place.
  package var successor: String?
  package var by: String
  package var at: Timestamp

  /// Creates a piece of evidence.
  package init(key: String, id: String, form: Form, by: String, at: Timestamp) {
    self.key = key
    self.id = id
    self.form = form
    self.by = by
    self.at = at
  }

  package enum Form: String, CaseIterable, Sendable { case file, statement }
  package enum Status: String, CaseIterable, Sendable { case current, superseded, withdrawn }

  init(_ record: Record, id: String) {
    let content = record.unit("content") ?? [:]
    let account = record.unit("account") ?? [:]
    self.init(
      key: record.key, id: id, form: content["form"]?.text.flatMap(Form.init) ?? .statement,
      by: record.by, at: record.at)
    sha256 = content["sha256"]?.text
    size = content["size"]?.integer
    name = content["name"]?.text
    text = content["text"]?.text
    criterion = content["criterion"]?.text
    site = content["site"]?.text
    source = account["source"]?.text
    method = account["method"]?.text.flatMap(Checklist.Method.init)
    collected = account["collected"]?.text.flatMap { CalendarDate($0) }
    covers = account["covers"]?.text
    isSensitive = record.field("sensitive", of: "handling")?.boolean ?? false
    audit = record.identity("during")?.text
    if record.units["superseded"] != nil { status = .superseded }
    successor = record.text("with", of: "superseded")
    if !record.isPresent { status = .withdrawn }
  }
}

extension State {
  /// The evidence of an audit: what was gathered during it or during none, and what it cites.
  package func evidence(of audit: Audit) -> [Evidence] {
    let cited = citedEvidence(of: audit)
    return evidence.filter { $0.isGathered(during: audit) || cited.contains($0.key) }
  }
}

extension Evidence {
  /// Whether it was gathered during an audit; what was gathered during none may serve any.
  package func isGathered(during audit: Audit) -> Bool {
    self.audit.map { $0 == audit.key } ?? true
  }
}
