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

  static let names: [String: Wording] = dossierNames.merging(auditNames) { first, _ in
    first
  }

  private static let dossierNames: [String: Wording] = [
    "dossier.created": ("création du dossier", "dossier made"),
    "dossier.set": ("dossier modifié", "dossier changed"),
    "dossier.adopted": ("dossier adopté", "dossier adopted"),
    "writer.opened": ("nouveau poste", "new writer"),
    "journal.recovered": ("fin de journal mise de côté", "torn tail set aside"),
    "journal.accepted": ("journal admis en l’état", "journal accepted as it is"),
    "undo": ("annulation", "undo"), "redo": ("rétablissement", "redo"),
    "conflict.resolved": ("contradiction tranchée", "conflict settled"),
    "record.withdrawn": ("retrait", "withdrawal"),
    "record.restored": ("remise en place", "restoration"),
    "record.same": ("réunion de deux fiches", "two records made one"),
    "import.done": ("import", "import"),
    "site.set": ("site", "site"), "service.set": ("service", "service"),
    "person.added": ("personne", "person"),
    "person.set": ("personne modifiée", "person changed"),
    "criterion.set": ("critère complété", "criterion completed"),
    "checklist.pinned": ("référentiel épinglé", "checklist pinned"),
    "checklist.mapped": ("référentiels reliés", "checklists mapped"),
    "evidence.attached": ("preuve", "evidence"),
    "evidence.set": ("preuve complétée", "evidence completed"),
    "evidence.superseded": ("preuve remplacée", "evidence superseded"),
    "evidence.destroyed": ("preuve détruite", "evidence destroyed"),
    "measure.recorded": ("mesure", "measure"), "survey.recorded": ("enquête", "survey"),
    "label.granted": ("label", "label"), "label.confirmed": ("label confirmé", "label confirmed"),
    "label.withdrawn": ("label retiré", "label withdrawn"),
    "milestone.set": ("jalon", "milestone"),
    "action.added": ("action", "action"), "action.set": ("action modifiée", "action changed"),
    "action.completed": ("action achevée", "action completed"),
    "action.verified": ("action vérifiée", "action verified"),
  ]

  private static let auditNames: [String: Wording] = [
    "audit.opened": ("ouverture de l’audit", "audit begun"),
    "audit.set": ("audit complété", "audit completed"),
    "audit.scoped": ("périmètre", "scope"), "audit.member": ("équipe", "team"),
    "plan.set": ("plan d’audit", "audit plan"), "meeting.set": ("réunion", "meeting"),
    "request.added": ("pièce demandée", "request"),
    "request.set": ("pièce modifiée", "request changed"),
    "request.received": ("pièce reçue", "request received"),
    "sample.drawn": ("échantillon tiré", "sample drawn"),
    "sample.extended": ("échantillon étendu", "sample extended"),
    "sample.recorded": ("échantillon relevé", "sample recorded"),
    "assessment.set": ("verdict", "verdict"), "finding.added": ("constat", "finding"),
    "finding.amended": ("constat rectifié", "finding amended"),
    "finding.cited": ("preuve citée", "evidence cited"),
    "finding.responded": ("position de l’audité", "auditee’s position"),
    "finding.followed": ("suite d’un constat", "finding followed up"),
    "audit.concluded": ("conclusion", "conclusion"),
    "audit.closed": ("numérotation", "numbering"),
    "audit.migrated": ("changement de référentiel", "change of checklist"),
    "audit.amended": ("rectificatif ouvert", "amendment opened"),
    "mock.started": ("exercice commencé", "exercise begun"),
    "mock.looked": ("lieu regardé", "place looked at"),
    "mock.asked": ("question posée", "question asked"),
    "mock.read": ("document lu", "document read"),
    "mock.sampled": ("échantillon d’exercice", "exercise sample"),
    "mock.hinted": ("indice donné", "hint given"),
    "mock.handed-in": ("exercice rendu", "exercise handed in"),
    "mock.scored": ("exercice noté", "exercise scored"),
    "seal.begun": ("scellement commencé", "seal begun"),
    "seal.made": ("scellé", "seal made"),
    "seal.abandoned": ("scellement abandonné", "seal abandoned"),
    "seal.countersigned": ("contreseing", "countersignature"),
    "seal.stamped": ("horodatage", "time stamp"),
    "signer.added": ("signataire inscrit", "signer entered"),
    "signer.revoked": ("signataire révoqué", "signer revoked"),
    "masking.confirmed": ("masquage confirmé", "masking confirmed"),
  ]
}
