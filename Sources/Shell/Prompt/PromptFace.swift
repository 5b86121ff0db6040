import Auditing
import Journaling
import LineEditing
import Scripting

/// What the prompt shows: the dossier, the audit, the site and criterion; on the right what is
/// still open.
struct PromptFace {
  let left: [Run]
  let right: [Run]

  /// What stands before the line: on a narrow screen the dossier, the audit and the site are left
  /// out, in this order, until three columns of eight are free to type in.
  static func name(_ parts: [String], after mark: String?, columns: Int) -> String {
    var parts = parts[...]
    func name() -> String { ([mark].compactMap(\.self) + parts).joined(separator: " · ") }
    while parts.count > 1, name().columns + 2 > columns * 5 / 8 { parts.removeFirst() }
    return name()
  }

  init(_ session: Session) {
    guard session.dossier != nil else {
      left = [Run("constat", .bold), Run("> ")]
      right = []
      return
    }
    let folder = session.dossier?.path.split(separator: "/").last.map(String.init) ?? "constat"
    let audit = try? session.currentAudit()
    let mark = audit?.kind == .mock ? session.language.pick(("EXERCICE", "EXERCISE")) : nil
    let name = Self.name(
      [folder, audit?.id, session.place.site, session.place.criterion].compactMap(\.self),
      after: mark, columns: Terminal.size.columns)
    left = [Run(name.visible, .bold), Run("> ")]
    guard let audit, audit.status != .sealed else {
      right = audit == nil ? [] : [Run(session.language.pick(("scellé", "sealed")), .grey)]
      return
    }
    guard let checklist = session.readChecklist(audit.checklist) else {
      right = []
      return
    }
    let open = session.state.assessments(in: audit, on: checklist).filter {
      $0.verdict == .notAssessed
    }.count
    let time = audit.kind == .mock ? session.minutesLeft.map { "\($0) min · " } ?? "" : ""
    right = [Run(time + session.language.pick(("\(open) à évaluer", "\(open) to assess")), .grey)]
  }
}
