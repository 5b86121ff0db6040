import Auditing

/// One step of the tour: what is to be typed, and how it shows that it was.
struct TourStep: Sendable {
  let text: Wording
  /// Whether it is done, by how the dossier stands and by the commands just entered.
  let isDone: @Sendable (Session, Set<String>) -> Bool

  static let all = [
    me, status, next, note, ok, completion, finding, undo, measure, list, missing, help,
  ]

  static let end: Wording = (
    """

    La découverte est finie. «\u{A0}tour quitter\u{A0}» ferme ce dossier d’exercice et l’efface.
    Ensuite\u{A0}: «\u{A0}dossier créer NOM\u{A0}», «\u{A0}site ajouter\u{A0}», «\u{A0}audit ouvrir\u{A0}», «\u{A0}audit cadrer\u{A0}», puis «\u{A0}suivant\u{A0}».
    """,
    """

    The tour is over. tour leave closes this exercise dossier and erases it.
    Then: dossier new NAME, site add, audit open, audit scope, and next.
    """
  )

  private static let me = TourStep(
    text: (
      """
      qui saisit.
      Chaque écriture porte le nom de qui la fait. Tapez\u{A0}: régler moi PSEUDO (un nom court, sans espace).
      À tout moment\u{A0}: «\u{A0}tour\u{A0}» redit l’étape, «\u{A0}tour quitter\u{A0}» s’en va, et «\u{A0}tour\u{A0}» y revient plus tard.
      """,
      """
      who enters.
      Each entry bears the name of who makes it. Type: set me HANDLE (a short name, no spaces).
      At any time: tour says the step again, tour leave goes away, and tour comes back to it later.
      """
    )
  ) { session, _ in session.settings.me != nil }

  private static let status = TourStep(
    text: (
      """
      où l’on en est.
      Ce dossier est un exercice\u{A0}: rien n’y est vrai, tout s’y essaie. Tapez\u{A0}: état
      """,
      """
      how things stand.
      This dossier is an exercise: nothing in it is true, anything may be tried. Type: status
      """
    )
  ) { _, ran in ran.contains("status") }

  private static let next = TourStep(
    text: (
      """
      la visite.
      «\u{A0}suivant\u{A0}» (ou >) mène au prochain critère à évaluer et montre ce qu’il faut y voir. Tapez\u{A0}: suivant
      """,
      """
      the visit.
      next (or >) goes to the next criterion to assess and shows what to look for there. Type: next
      """
    )
  ) { session, _ in session.place.criterion != nil }

  private static let note = TourStep(
    text: (
      """
      noter.
      Ce que l’on voit se note d’une ligne, sans guillemets, et devient une preuve P1, P2… sur le disque \
      avant la réponse. Tapez par exemple\u{A0}: noter horaires affichés à l’entrée, lisibles de la rue
      """,
      """
      noting.
      What one sees is noted in one line, without quotes, and becomes evidence P1, P2 … on the disk \
      before the answer. Type for instance: note opening hours shown at the door, readable from the street
      """
    )
  ) { session, _ in !session.state.evidence.isEmpty }

  private static let ok = TourStep(
    text: (
      """
      dire que c’est conforme.
      Tapez\u{A0}: ok (avec ou sans texte derrière). L’invite dit toujours le site et le critère\u{202F}; à droite, \
      ce qui reste à évaluer.
      """,
      """
      saying that it conforms.
      Type: ok (with or without a text behind it). The prompt always says the site and the criterion; on \
      the right, what is still to assess.
      """
    )
  ) { session, _ in session.tourVerdicts.contains(.conforming) }

  private static let completion = TourStep(
    text: (
      """
      aller ailleurs.
      On va à un critère par son numéro ou par des mots de son titre\u{202F}; la touche Tab complète et explique.
      Tapez\u{A0}: aller courriel, puis Tab, choisissez M1-E1, puis Entrée.
      """,
      """
      going elsewhere.
      One goes to a criterion by its number or by words of its title; the Tab key completes and explains.
      Type: go M1-E, then Tab, choose M1-E1, then Enter.
      """
    )
  ) { session, _ in session.place.criterion == "M1-E1" }

  private static let finding = TourStep(
    text: (
      """
      constater un écart.
      Le grade est le mot de commande\u{A0}: pf, pp, ps, ncmin, ncmaj. Le texte suit, puis l’échéance.
      Tapez\u{A0}: ncmin courriels sans réponse depuis dix jours --échéance +60j
      """,
      """
      recording a finding.
      The grade is the command: pf, pp, ps, ncmin, ncmaj. The text follows, then the due date.
      Type: ncmin e-mails unanswered for ten days --due +60d
      """
    )
  ) { session, _ in session.tourAudit.map { !session.state.findings(in: $0).isEmpty } ?? false }

  private static let undo = TourStep(
    text: (
      """
      revenir sur ses pas.
      Rien ne s’efface, mais la dernière opération se reprend et se rétablit.
      Tapez\u{A0}: annuler, puis\u{A0}: rétablir
      """,
      """
      stepping back.
      Nothing is erased, but the last operation can be taken back and put back.
      Type: undo, then: redo
      """
    )
  ) { _, ran in ran.contains("redo") }

  private static let measure = TourStep(
    text: (
      """
      relever un indicateur.
      M1-E1 a un indicateur, le délai moyen de réponse. Une quantité a une unité.
      Tapez\u{A0}: valeur 6,4 jours (si vous êtes ailleurs\u{A0}: valeur 6,4 jours --sur M1-E1)
      """,
      """
      recording an indicator.
      M1-E1 has an indicator, the mean time to answer. A quantity has a unit.
      Type: value 6.4 days (if you are elsewhere: value 6.4 days --on M1-E1)
      """
    )
  ) { session, _ in !session.state.measures.isEmpty }

  private static let list = TourStep(
    text: (
      """
      retrouver.
      Tout se liste, se filtre et s’exporte\u{A0}: constat lister, preuve lister, critère lister where statut = \
      conforme… Tapez\u{A0}: constat lister
      """,
      """
      finding again.
      Everything can be listed, filtered and exported: finding list, evidence list, criterion list where \
      status = conforming … Type: finding list
      """
    )
  ) { _, ran in ran.contains("finding list") }

  private static let missing = TourStep(
    text: (
      """
      ce qui manque.
      «\u{A0}manques\u{A0}» dit ce qui manque à l’audit pour être clos, avec la commande qui y remédie.
      Tapez\u{A0}: manques
      """,
      """
      what is missing.
      missing says what the audit lacks before it can be closed, each with the command that mends it.
      Type: missing
      """
    )
  ) { _, ran in ran.contains("missing") }

  private static let help = TourStep(
    text: (
      """
      l’aide.
      «\u{A0}aide\u{A0}» donne la liste, «\u{A0}aide MOT\u{A0}» une page, et toute page a un exemple. Tapez\u{A0}: aide ncmin
      """,
      """
      the help.
      help gives the list, help WORD a page, and each page has an example. Type: help ncmin
      """
    )
  ) { _, ran in ran.contains("help") }
}

extension Session {
  fileprivate var tourAudit: Audit? { try? currentAudit() }

  /// The verdicts given so far.
  fileprivate var tourVerdicts: [Assessment.Verdict] {
    guard let audit = tourAudit else { return [] }
    return state.all(.assessment).compactMap { record in
      record.audit == audit.key
        ? record.text("verdict").flatMap(Assessment.Verdict.init) : nil
    }
  }
}
