import Auditing
import Reporting

/// A network as a page to read: what is labelled, what ends, what recurs, what to copy.
struct NetworkDocument {
  let network: Network
  let language: Language
  private let typography: Typography

  init(_ network: Network, in language: Language) {
    self.network = network
    self.language = language
    typography = Typography(language)
  }

  /// The page with some parts, after the figures that all share.
  func document(_ parts: [Document.Section]) -> Document {
    var sections = parts + [leftOut, method].compactMap(\.self)
    for index in sections.indices { sections[index].number = RichText(data: String(index + 1)) }
    let title = text("Le réseau", "The network")
    return Document(
      language: language,
      metadata: Document.Metadata(
        kicker: text("Dossiers d'un réseau", "Dossiers of a network"), title: title,
        subtitle: RichText(data: network.folder),
        state: Document.State(
          word: text(
            "dossiers lus : \(network.counted.count)", "dossiers read: \(network.counted.count)"),
          tone: .neutral), date: network.today, generator: Surroundings.tool, footer: title.plain,
        labels: Document.Labels(
          skip: pick("Aller au contenu", "Skip to content"), contents: pick("Sommaire", "Contents"),
          page: "Page", nothing: "—")),
      opening: Document.Section(
        title: text("En bref", "In short"), blocks: [.keyFigures(figures)]),
      sections: sections)
  }

  private var figures: [Document.KeyFigure] {
    let share = Network.share(network.labelled, of: network.sites)
    let ending = network.expiring(by: network.today.adding(months: 12))
    return [
      figure("\(network.counted.count)", "dossiers dans les chiffres", "dossiers in the figures"),
      figure("\(network.leftOut.count)", "laissés de côté", "left out"),
      figure("\(network.labelled)/\(network.sites)", "sites labellisés", "labelled sites"),
      figure(share?.written(in: language) ?? "–", "couverture", "coverage"),
      figure(
        "\(ending.count)", "labels à renouveler d'ici 12 mois", "labels to renew within 12 months"),
    ]
  }

  private func figure(_ value: String, _ fr: String, _ en: String) -> Document.KeyFigure {
    Document.KeyFigure(value: RichText(data: value), label: text(fr, en))
  }

  /// The dossiers that are in no figure, and why.
  private var leftOut: Document.Section? {
    guard !network.leftOut.isEmpty else { return nil }
    let rows = network.leftOut.map { member -> [Document.Cell] in
      [
        .text(RichText(data: member.path)), .text(RichText(data: member.title)),
        .text(RichText(data: member.reason(language))),
      ]
    }
    return Document.Section(
      title: text("Laissés de côté", "Left out"),
      blocks: [
        .table(
          Document.Table(
            caption: text("Dossiers dans aucun chiffre", "Dossiers in no figure"),
            columns: [
              .init(text("Chemin", "Path"), share: 25), .init(text("Titre", "Title"), share: 30),
              .init(text("Pourquoi", "Why"), share: 45),
            ], rows: rows))
      ])
  }

  private var method: Document.Section {
    Document.Section(
      title: text("Comment ces chiffres sont faits", "How these figures are made"),
      blocks: [
        .list([
          text(
            "Chaque dossier est lu sans rien y écrire ni y exécuter, et chaque empreinte de son journal est vérifiée ; ce qui ne se vérifie pas, un exercice ou un essai n'entre dans aucun chiffre.",
            "Each dossier is read with nothing written or run in it, and every digest of its journal is checked; what does not verify, an exercise or a trial enters no figure."
          ),
          text(
            "Couverture : sites qui ont un label valide à la date du document, divisés par les sites des dossiers lus.",
            "Coverage: sites with a label that is valid on the day of the document, divided by the sites of the dossiers read."
          ),
          text(
            "Récurrence : dossiers qui ont une non-conformité au critère, sur ceux où un audit l'a évalué. Ce qui concerne trop peu de dossiers n'est pas montré, pour que nul ne soit deviné.",
            "Recurrence: dossiers with a nonconformity at the criterion, out of those where an audit has assessed it. What concerns too few dossiers is not shown, so that none is to be guessed."
          ),
        ])
      ])
  }

  func pick(_ fr: String, _ en: String) -> String { typography.typeset(language.pick((fr, en))) }
  func text(_ fr: String, _ en: String) -> RichText { RichText(data: pick(fr, en)) }
}

extension NetworkMember {
  /// Why it is in no figure, in words.
  func reason(_ language: Language) -> String {
    let name = PortfolioNoun.standings.first { $0.en == standing.rawValue }?[language] ?? ""
    return name + (why.map { " – " + language.pick($0) } ?? "")
  }
}
