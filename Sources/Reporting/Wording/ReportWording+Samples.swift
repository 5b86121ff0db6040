import Auditing

/// Samples and surveys, in annex B.
extension ReportWording {
  var samples: RichText { pick("Échantillons", "Samples") }
  var samplesCaption: RichText {
    pick("Échantillons tirés au sort et leurs résultats", "Samples drawn, and what they came to")
  }
  var sampleNameColumn: RichText { pick("Échantillon", "Sample") }
  var drawColumn: RichText { pick("Tirage", "Draw") }
  var resultColumn: RichText { pick("Résultat", "Result") }
  var casesColumn: RichText { pick("Cas non conformes", "Cases that do not conform") }

  var samplesText: RichText {
    pick(
      """
      Chaque tirage se refait avec sa graine : le rang r de la population a pour numéro le SHA-256 \
      de « graine,r », et les plus petits numéros sont tirés (\(code: "sha256sum"), \
      \(code: "sort")). L'intervalle à 95 % (Wilson) dit ce que l'échantillon laisse inconnu de la \
      population.
      """,
      """
      Each draw can be made again from its seed: rank r of the population has the SHA-256 of \
      “seed,r” as its ticket, and the smallest tickets are drawn (\(code: "sha256sum"), \
      \(code: "sort")). The 95% interval (Wilson) says what the sample leaves unknown of the \
      population.
      """)
  }

  func samplesInBrief(_ count: Int, items: Int) -> RichText {
    pick(
      """
      \(count, "échantillon", "échantillons") de \(items, "élément", "éléments") au total \
      \(for: count, "a été tiré", "ont été tirés") au sort (annexe B).
      """,
      """
      \(count, "sample", "samples") of \(items, "item", "items") in all \
      \(for: count, "was", "were") drawn by chance (annex B).
      """)
  }

  func drawn(_ size: Int, of population: Int) -> RichText {
    pick("\(size) sur \(population)", "\(size) of \(population)")
  }

  func extended(from first: Int) -> RichText {
    pick("étendu depuis \(first)", "extended from \(first)")
  }

  func seed(_ seed: String) -> RichText { pick("graine \(code: seed)", "seed \(code: seed)") }

  func drawnFrom(_ source: String, digest: String?) -> RichText {
    guard let digest else { return RichText(data: source) }
    let short = String(digest.prefix(12))
    return pick("\(source) \(code: short)", "\(source) \(code: short)")
  }

  func within(_ limit: Checklist.Target?, _ within: Proportion) -> RichText {
    let rate = proportion(within)
    guard let limit else { return pick("conformes : \(rate)", "conforming: \(rate)") }
    let target = target(limit)
    return pick("\(target) : \(rate)", "\(target): \(rate)")
  }

  func proportion(_ proportion: Proportion) -> RichText {
    RichText(data: proportion.written(in: language))
  }

  func mean(_ mean: Quantity, median: Quantity, n: Int) -> RichText {
    pick(
      "moyenne \(mean), médiane \(median) (n = \(n))",
      "mean \(mean), median \(median) (n = \(n))")
  }

  func met(_ question: String, _ met: Proportion) -> RichText {
    let rate = proportion(met)
    return pick("\(question) : \(rate)", "\(question): \(rate)")
  }

  func pending(_ count: Int) -> RichText {
    pick("\(count) sans réponse à ce jour", "\(count) without an answer so far")
  }

  func unrecorded(_ count: Int) -> RichText {
    pick("\(count) à relever", "\(count) to record")
  }

  var toExtend: RichText {
    pick(
      "échantillon non étendu après ces cas", "the sample was not extended after these cases")
  }

  /// A case that does not conform: what it is, how long it took, what was not met.
  func lateCase(
    _ item: String, _ value: Quantity?, row: Int?, unmet: [String], note: String?
  ) -> RichText {
    let value = value.map { pick("\($0)", "\($0)") }
    let row = row.map { pick("ligne \($0)", "row \($0)") }
    let unmet = unmet.map { pick("non : \($0)", "not met: \($0)") }
    let details = ([value] + unmet + [note.map { RichText(data: $0) }, row])
      .compactMap(\.self).joined(separator: comma)
    let name = RichText([.strong(item)])
    return details.isEmpty ? name : pick("\(name) : \(details)", "\(name): \(details)")
  }

  var surveys: RichText { pick("Enquêtes de satisfaction", "Satisfaction surveys") }
  var surveysCaption: RichText {
    pick("Enquêtes, avec leurs effectifs", "Surveys, with their counts")
  }
  var surveyColumn: RichText { pick("Enquête et question", "Survey and question") }
  var answersColumn: RichText { pick("Réponses", "Answers") }
  var favourableColumn: RichText { pick("Favorables", "Favourable") }
  var noOpinion: RichText { pick("aucun avis exprimé", "no opinion given") }

  var surveysText: RichText {
    pick(
      """
      Le taux est la part des réponses favorables parmi celles qui expriment un avis, avec son \
      effectif et son intervalle de confiance à 95 % (Wilson).
      """,
      """
      The rate is the share of favourable answers among those that give an opinion, with its \
      count and its 95% confidence interval (Wilson).
      """)
  }

  func answer(_ answer: Survey.Answer) -> RichText {
    let (name, count) = (answer.name, answer.count)
    return switch answer.sense {
    case .favourable: pick("\(name) : \(count) (favorable)", "\(name): \(count) (favourable)")
    case .other: pick("\(name) : \(count)", "\(name): \(count)")
    case .excluded: pick("\(name) : \(count) (hors compte)", "\(name): \(count) (not counted)")
    }
  }
}
