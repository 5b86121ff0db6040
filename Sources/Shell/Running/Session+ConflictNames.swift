import Auditing

/// What contradictions call the nouns, the fields and the values that they are about.
extension Session {
  /// What a noun is called in what is said of its records.
  static func name(of noun: Noun) -> Name { nounNames[noun] ?? Name(noun.rawValue) }

  private static let nounNames: [Noun: Name] = [
    .dossier: Name("dossier"), .site: Name("site"), .service: Name("service"),
    .person: Name("person", "personne"), .criterion: Name("criterion", "critère"),
    .evidence: Name("evidence", "preuve"), .measure: Name("measure", "mesure"),
    .label: Name("label"), .milestone: Name("milestone", "jalon"), .action: Name("action"),
    .audit: Name("audit"), .assessment: Name("assessment", "évaluation"),
    .finding: Name("finding", "constat"), .followup: Name("follow-up", "suivi"),
    .request: Name("request", "pièce"), .sample: Name("sample", "échantillon"),
    .seal: Name("seal", "scellé"), .signer: Name("signer", "signataire"),
    .meeting: Name("meeting", "réunion"), .plan: Name("plan"),
    .survey: Name("survey", "enquête"), .checklist: Name("checklist", "référentiel"),
    .mapping: Name("mapping", "correspondances"), .masking: Name("masking", "masquage"),
    .exercise: Name("exercise", "exercice"),
  ]

  /// What a unit, or a field in one, is called; the recording of an item is its rank's.
  static func name(ofUnit unit: String) -> Name {
    if unit.hasPrefix("values ") {
      let rank = unit.dropFirst("values ".count)
      return Name("item \(rank)", "élément \(rank)")
    }
    return unitNames[unit] ?? Name(unit)
  }

  /// The names of units and of the fields in them.
  private static let unitNames: [String: Name] = [
    "presence": Name("presence", "présence"), "verdict": Name("verdict"),
    "destroyed": Name("destruction"), "authority": Name("authority", "autorité"),
    "statement": Name("statement", "énoncé"), "text": Name("text", "texte"),
    "grade": Name("grade"), "criterion": Name("criterion", "critère"), "site": Name("site"),
    "service": Name("service"), "due": Name("due", "échéance"),
    "position": Name("position"), "words": Name("words", "propos"), "who": Name("who", "qui"),
    "conclusion": Name("conclusion"), "degree": Name("degree", "degré"),
    "recommendation": Name("recommendation", "recommandation"),
    "numbering": Name("numbering", "numérotation"), "numbers": Name("numbers", "numéros"),
    "name": Name("name", "nom"), "address": Name("address", "adresse"),
    "contact": Name("contact"), "staff": Name("staff", "effectif"),
    "holidays": Name("holidays", "fériés"), "handle": Name("handle", "pseudo"),
    "role": Name("role", "rôle"), "body": Name("body", "organisme"),
    "owner": Name("owner", "responsable"), "place": Name("place", "lieu"),
    "title": Name("title", "titre"), "client": Name("client", "commanditaire"),
    "objectives": Name("objectives", "objectifs"), "dates": Name("dates"),
    "start": Name("start", "début"), "end": Name("end", "fin"),
    "point": Name("value", "valeur"), "value": Name("value", "valeur"),
    "grant": Name("grant", "octroi"), "standing": Name("standing", "situation"),
    "account": Name("account", "circonstances"), "handling": Name("handling", "traitement"),
    "superseded": Name("superseded", "remplacée"), "lead": Name("lead", "responsable"),
    "what": Name("what", "objet"), "form": Name("kind", "nature"), "cause": Name("cause"),
    "completed": Name("completed", "achèvement"), "on": Name("on", "le"),
    "evidence": Name("evidence", "preuves"), "verified": Name("verified", "vérification"),
    "effective": Name("effective", "efficace"), "outcome": Name("outcome", "suite"),
    "as": Name("as", "en"), "slot": Name("line", "ligne"), "meeting": Name("meeting", "réunion"),
    "present": Name("present", "présents"), "request": Name("request", "pièce"),
    "received": Name("received", "réception"), "holder": Name("holder", "titulaire"),
    "person": Name("person", "personne"), "key": Name("key", "clé"),
    "format": Name("format"), "validity": Name("validity", "validité"),
    "from": Name("from", "du"), "until": Name("until", "jusqu-au"),
    "revoked": Name("revoked", "révocation"), "reason": Name("reason", "raison"),
    "status": Name("status", "statut"), "date": Name("date"),
    "plan": Name("decision", "décision"), "result": Name("result", "résultat"),
    "counts": Name("counts", "effectifs"), "answer": Name("answer", "réponse"),
    "count": Name("count", "nombre"), "sense": Name("sense", "sens"),
    "parts": Name("parts", "détail"), "draw": Name("draw", "tirage"),
    "size": Name("size", "taille"), "method": Name("method", "méthode"),
    "seed": Name("seed", "graine"), "values": Name("recorded", "relevé"),
    "answered": Name("answered", "répondu"), "conforming": Name("conforming", "conforme"),
    "checks": Name("questions"), "met": Name("met", "tenue"), "note": Name("note", "remarque"),
    "row": Name("row", "ligne"), "content": Name("content", "contenu"),
    "collected": Name("collected", "recueillie"), "covers": Name("covers", "couvre"),
    "sensitive": Name("sensitive", "sensible"), "pin": Name("edition", "édition"),
    "edition": Name("edition", "édition"), "mapping": Name("mapping", "correspondances"),
    "pairs": Name("pairs", "paires"), "engagement": Name("engagement", "mission"),
    "checklist": Name("checklist", "référentiel"), "milestones": Name("milestones", "jalons"),
    "confidentiality": Name("confidentiality", "confidentialité"),
    "obstacles": Name("obstacles"), "uncovered": Name("uncovered", "non couvert"),
    "retention": Name("retention", "conservation"), "migration": Name("migration"),
    "maskings": Name("maskings", "masquages"), "with": Name("with", "par"),
  ]
  /// The values that the language has words of its own for, by the field that holds them.
  static let choices: [String: [Name]] = [
    "verdict": Choices.verdicts, "position": Choices.positions, "outcome": Choices.outcomes,
    "standing": Choices.labelStatuses + [Name("confirmed", "confirmé")],
    "status": Choices.milestoneStatuses + Choices.checklistStatuses,
    "convention": Choices.conventions, "degree": Choices.degrees, "sense": Choices.senses,
    "method": Choices.methods, "cause": Choices.causes,
    "form": Choices.evidenceKinds + Choices.auditKinds + Choices.actionKinds
      + Choices.meetingKinds,
  ]
}
