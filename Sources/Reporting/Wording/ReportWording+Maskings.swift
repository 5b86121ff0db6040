import Auditing

/// What a communicable edition says of itself.
extension ReportWording {
  var communicableTitle: RichText { pick("ÉDITION COMMUNICABLE", "COMMUNICABLE EDITION") }

  func communicable(_ count: Int, grounds: Int) -> RichText {
    pick(
      """
      \(count, "mention est occultée", "mentions sont occultées") pour \
      \(grounds, "motif", "motifs") : l'annexe F les compte (CRPA, L311-7). Cette édition n'est \
      pas signée ; elle est tirée de l'édition complète, qui est scellée. Les pièces, leurs noms \
      et leurs empreintes n'y sont pas.
      """,
      """
      \(count, "mention is", "mentions are") masked on \(grounds, "ground", "grounds"): annex F \
      counts them (CRPA, L311-7). This edition is not signed; it is drawn from the complete \
      edition, which is sealed. Evidence, its file names and its digests are not in it.
      """)
  }

  var trainingText: RichText {
    pick(
      "Les noms, les lieux et les dates sont changés. Ce rapport ne dit rien d'un audit réel.",
      "Names, places and dates are changed. This report says nothing about a real audit.")
  }

  var maskings: RichText { pick("Occultations", "Maskings") }
  var maskingColumn: RichText { pick("À la place", "Instead") }
  var groundColumn: RichText { pick("Motif", "Ground") }
  var placesColumn: RichText { pick("Mentions", "Mentions") }
  var maskingCaption: RichText {
    pick("Ce qui est occulté, et pourquoi", "What is masked, and why")
  }
  var nothingMasked: RichText { pick("Rien n'est occulté.", "Nothing is masked.") }

  var maskingLaw: RichText {
    pick(
      """
      Le code des relations entre le public et l'administration ne rend pas communicable à tous \
      ce que protègent ses articles L311-5 et L311-6 ; le reste se communique après occultation \
      (L311-7). Une même mention désigne toujours la même personne.
      """,
      """
      The French code of relations between the public and the administration does not open to \
      everyone what its articles L311-5 and L311-6 protect; the rest is communicated once that is \
      masked (L311-7). The same words always stand for the same person.
      """)
  }

  func word(_ ground: Masking.Ground) -> RichText {
    let article = ground.article
    return switch ground {
    case .privacy: pick("vie privée (\(article))", "private life (\(article))")
    case .judgement:
      pick(
        "appréciation sur une personne (\(article))",
        "judgment on a person (\(article))")
    case .behaviour:
      pick("comportement d'une personne (\(article))", "conduct of a person (\(article))")
    case .business: pick("secret des affaires (\(article))", "business secret (\(article))")
    case .security: pick("sécurité (\(article))", "security (\(article))")
    }
  }
}
