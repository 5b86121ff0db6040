import Auditing

extension Event {
  /// What happened, in a few words with the id of what it happened to.
  var words: Wording {
    let kind = Self.names[kind] ?? (kind, kind)
    let spot = [self["criterion"]?.text, self["site"]?.text].compactMap(\.self)
    let id =
      self["id"]?.text ?? (spot.isEmpty ? nil : spot.joined(separator: " · "))
      ?? self["handle"]?.text ?? self["indicator"]?.text
    return id.map { ("\(kind.fr) \($0)", "\(kind.en) \($0)") } ?? kind
  }

  private static let names: [String: Wording] = [
    "dossier.created": ("création du dossier", "dossier made"),
    "dossier.set": ("dossier modifié", "dossier changed"),
    "undo": ("annulation", "undo"), "redo": ("rétablissement", "redo"),
    "journal.recovered": ("fin de journal mise de côté", "torn tail set aside"),
    "record.withdrawn": ("retrait", "withdrawal"),
    "site.set": ("site", "site"), "person.added": ("personne", "person"),
    "person.set": ("personne modifiée", "person changed"),
    "checklist.pinned": ("référentiel épinglé", "checklist pinned"),
    "evidence.attached": ("preuve", "evidence"),
    "measure.recorded": ("mesure", "measure"), "label.granted": ("label", "label"),
    "audit.opened": ("ouverture de l’audit", "audit begun"),
    "audit.set": ("audit complété", "audit completed"),
    "audit.scoped": ("périmètre", "scope"), "audit.member": ("équipe", "team"),
    "assessment.set": ("verdict", "verdict"), "finding.added": ("constat", "finding"),
    "finding.amended": ("constat rectifié", "finding amended"),
    "finding.cited": ("preuve citée", "evidence cited"),
    "finding.responded": ("position de l’audité", "auditee’s position"),
    "audit.concluded": ("conclusion", "conclusion"),
    "audit.closed": ("numérotation", "numbering"),
    "seal.begun": ("scellement commencé", "seal begun"),
    "seal.made": ("scellé", "seal made"),
    "seal.abandoned": ("scellement abandonné", "seal abandoned"),
  ]
}
