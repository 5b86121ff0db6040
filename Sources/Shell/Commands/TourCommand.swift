import Auditing
import Journaling
import Scripting

/// `tour`: a guided first quarter of an hour in a dossier that is no real one.
enum TourCommand {
  static let all = [tour]

  private static let choices = [Name("leave", "quitter"), Name("again", "recommencer")]

  static let tour = CommandSpec(
    name: Name("tour", "découverte"),
    operands: [
      .init(name: Name("what", "quoi"), type: .choice(choices), isOptional: true)
    ],
    summary: (
      "apprendre en un quart d’heure, dans un dossier d’exercice",
      "learn in a quarter of an hour, in an exercise dossier"
    ),
    manual: (
      """
      Une étape après l’autre, chacune vérifiée. «\u{A0}tour\u{A0}» redit l’étape, «\u{A0}tour quitter\u{A0}» revient au \
      dossier d’avant, «\u{A0}tour\u{A0}» y revient plus tard, «\u{A0}tour recommencer\u{A0}» repart du début.
      """,
      """
      One step after the other, each checked. tour says the step again, tour leave goes back to the \
      dossier before, tour comes back to it later, tour again begins anew.
      """
    ),
    example: "tour", isCommitPoint: true, isPromptOnly: true
  ) { session, bound in
    let choice = bound["what"]
    if choice == "leave" {
      guard let tour = session.tour else {
        return .acknowledged(("aucune découverte en cours", "no tour is going on"))
      }
      try tour.leave(&session, forgetting: false)
      return .acknowledged(
        tour.isOver
          ? ("découverte finie, son dossier est effacé", "tour over, its dossier is erased")
          : (
            "découverte quittée\u{A0}: «\u{A0}tour\u{A0}» y revient",
            "tour left: tour comes back to it"
          ))
    }
    var before = session.tour?.before ?? session.dossier?.path
    if choice == "again" {
      let tour = try session.tour ?? Tour.begin(&session)
      before = tour.before
      try tour.leave(&session, forgetting: true)
    }
    if let tour = session.tour { return .text((tour.text(.fr), tour.text(.en))) }
    var tour = try Tour.begin(&session)
    tour.before = before
    _ = try tour.advance(session, after: [])
    session.tour = tour
    return .text((tour.text(.fr), tour.text(.en)))
  }
}
