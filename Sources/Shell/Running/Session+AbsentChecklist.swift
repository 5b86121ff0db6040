import Auditing
import Scripting

/// What goes on without a pinned checklist: notes and photos, the status, and lists without titles.
extension Session {
  /// Says that the dossier's copy of a checklist is lost, and that the program's own stands for it.
  mutating func sayThatBuiltinStands(for checklist: Checklist, _ sha256: String) {
    let (id, file) = (checklist.id, "checklists/\(sha256.prefix(12))….rec")
    output.note(
      (
        "\(file) manque ou n’est plus le même\u{202F}; \(id), intégré au programme et de même empreinte, en tient lieu. Reprenez-le d’une copie\u{A0}: constat journal réparer COPIE",
        "\(file) is not here or no longer the same; \(id), built into the program and of the same digest, stands for it. Take it from a copy: constat journal repair COPY"
      ))
  }

  /// The pinned checklist of a digest, or where it cannot be had an empty one, once that was said.
  mutating func checklistOrEmpty(_ sha256: String) throws -> Checklist {
    do {
      return try checklist(sha256)
    } catch let failure as Failure {
      guard case .checklistAbsent = failure.error else { throw failure }
      let said = failure.error.wording
      output.note(
        (
          "\(said.fr). Reprenez-le d’une copie\u{A0}: constat journal réparer COPIE",
          "\(said.en). Take it from a copy: constat journal repair COPY"
        ))
      return Checklist(id: "", title: LocalizedText(fr: ""), edition: "", status: .official)
    }
  }

  /// What a note or a photo is about; where the checklist cannot be had, the criterion as it was
  /// typed, unchecked.
  mutating func visitToNote(_ bound: Bound) throws -> Visit {
    do {
      return try visit(bound)
    } catch let failure as Failure {
      guard case .checklistAbsent = failure.error, let word = bound["on"] ?? place.criterion
      else { throw failure }
      let audit = try currentAudit()
      let checklist = try checklistOrEmpty(audit.checklist)
      let known = state.evidence.compactMap(\.criterion)
      let id = known.first { $0.folded == word.folded } ?? word
      output.note(
        (
          "critère \(id) noté tel quel, sans vérifier qu’il existe ni qu’il est du périmètre",
          "criterion \(id) noted as it is, without checking that it exists or is in scope"
        ))
      return Visit(
        audit: audit, checklist: checklist,
        criterion: .init(
          id: id, module: "", title: LocalizedText(fr: ""), provenance: .inferred),
        site: try siteForVisit(bound, audit))
    }
  }
}
