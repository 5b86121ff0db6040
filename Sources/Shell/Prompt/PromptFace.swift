import Auditing
import Journaling
import LineEditing
import Scripting

/// What the prompt shows: the dossier, the audit, the site and criterion; on the right what is
/// still open.
struct PromptFace {
  let left: [Run]
  let right: [Run]

  init(_ session: Session) {
    guard session.dossier != nil else {
      left = [Run("constat", .bold), Run("> ")]
      right = []
      return
    }
    let folder = session.dossier?.path.split(separator: "/").last.map(String.init) ?? "constat"
    let audit = try? session.currentAudit()
    let mark = audit?.kind == .mock ? session.language.pick(("EXERCICE", "EXERCISE")) : nil
    let parts = [mark, folder, audit?.id, session.place.site, session.place.criterion].compactMap(
      \.self)
    left = [Run(parts.joined(separator: " · ").visible, .bold), Run("> ")]
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
