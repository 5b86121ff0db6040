import Auditing
import Reporting
import Scripting

/// `report mask`: what a communicable edition leaves out, looked at and confirmed by a person.
enum MaskCommand {
  static let mask = CommandSpec(
    noun: Name("report", "rapport"), name: Name("mask", "masquer"),
    operands: [.init(name: Name("audit"), type: .reference(.audit), isOptional: true)],
    options: [
      .init(name: Name("name", "nom"), type: .text, isList: true),
      .init(name: Name("text", "texte"), type: .text, isList: true),
      .init(name: Name("as", "par"), type: .text),
      .init(name: Name("ground", "motif"), type: .choice(Choices.grounds)),
      .init(name: Name("keep", "garder"), type: .text, isList: true),
      .init(name: Name("confirm", "confirmer")),
    ],
    summary: (
      "montrer et confirmer ce que masque l’édition communicable d’un audit scellé",
      "show and confirm what the communicable edition of a sealed audit masks"
    ),
    manual: (
      """
      Toute personne du dossier est masquée sous toutes les graphies de son nom et sous son pseudo\u{202F}; \
      de même les noms précédés d’un titre, ceux des champs qui nomment quelqu’un, les adresses \
      électroniques, téléphones, NIR, IBAN et adresses réseau. --nom ajoute un nom et ses parties, \
      --texte un texte tel quel, --par dit ce qu’on lit à la place, --motif pourquoi (CRPA L311-5 et \
      L311-6), --garder ce qui reste lisible. Rien n’est enregistré sans --confirmer. Les pièces, \
      leurs noms et leurs empreintes ne partent jamais\u{202F}; l’heure des écritures reste visible dans \
      les en-têtes des journaux. Ensuite\u{A0}: rapport rédiger AUDIT --édition communicable.
      """,
      """
      Every person of the dossier is masked in all spellings of the name and under the handle; so are \
      names behind a title, those in fields that name someone, mail addresses, telephones, French \
      social security numbers, bank accounts and network addresses. --name adds a name and its parts, \
      --text a text as it stands, --as says what is read instead, --ground why (CRPA L311-5 and \
      L311-6), --keep what stays readable. Nothing is recorded without --confirm. Evidence, its names \
      and digests never leave; the times of entries stay visible in the headers of the journals. \
      Then: report write AUDIT --edition communicable.
      """
    ),
    example: #"report mask 2026-001 --name Dupont --as "[usager]""#, writes: true
  ) { session, bound in
    let audit = try session.audit(of: bound)
    let edition = try Communicable(audit, session) { masking, state in
      change(&masking, state.persons, bound, session.language)
    }
    let isConfirmed = bound.has("confirm")
    if isConfirmed {
      try session.record(
        "masking.confirmed",
        [
          "seal": .text(edition.seal.key), "maskings": .list(edition.proposal.masking.content),
        ])
    }
    let text = MaskingText(edition, counts: try edition.contents(session).counts)
    return .text(text.wording(isConfirmed: isConfirmed), value: .boolean(isConfirmed))
  }

  /// Takes in what the options say: what is added, what stays, what is read instead and why.
  private static func change(
    _ masking: inout Masking, _ persons: [Person], _ bound: Bound, _ language: Language
  ) {
    func known(_ word: String) -> Person? {
      persons.first { [$0.handle.folded, $0.name.folded].contains(word.folded) }
    }
    for word in bound.all("keep") {
      let person = known(word)
      masking.kept.append(word)
      masking.entries.removeAll { $0.isAbout(word, person) }
    }
    for (option, form) in [("name", Masking.Form.name), ("text", .text)] {
      for word in bound.all(option) { add(word, form, known(word), to: &masking, bound, language) }
    }
  }

  /// Masks a name or a text, or changes how it is masked.
  private static func add(
    _ word: String, _ form: Masking.Form, _ person: Person?, to masking: inout Masking,
    _ bound: Bound, _ language: Language
  ) {
    let names = Set([word.folded] + (person.map { [$0.handle.folded, $0.name.folded] } ?? []))
    masking.kept.removeAll { names.contains($0.folded) }
    let number = masking.entries.count { $0.form != .text }
    let standard =
      form == .text
      ? language.pick(("[mention occultée]", "[masked]"))
      : "[\(language.pick(("personne", "person"))) \(Masking.letters(number))]"
    let place = masking.entries.firstIndex { $0.isAbout(word, person) }
    var entry =
      place.map { masking.entries[$0] }
      ?? Masking.Entry(
        person == nil ? form : .person, person?.name ?? word, handle: person?.handle,
        replacement: standard, ground: .privacy)
    if let replacement = bound["as"] { entry.replacement = replacement }
    if let ground = bound["ground"].flatMap(Masking.Ground.init) { entry.ground = ground }
    if let place { masking.entries[place] = entry } else { masking.entries.append(entry) }
  }
}

extension Masking.Entry {
  /// Whether it masks what was typed, or the person who is meant.
  fileprivate func isAbout(_ word: String, _ person: Person?) -> Bool {
    what.folded == word.folded || (person != nil && handle == person?.handle)
  }
}

/// What a communicable edition would mask, for the person who confirms it.
private struct MaskingText {
  let edition: Communicable
  let counts: [MaskedCount]

  init(_ edition: Communicable, counts: [MaskedCount]) {
    (self.edition, self.counts) = (edition, counts)
  }

  func wording(isConfirmed: Bool) -> Wording {
    (
      text(.fr, isConfirmed).joined(separator: "\n"), text(.en, isConfirmed).joined(separator: "\n")
    )
  }

  private func text(_ language: Language, _ isConfirmed: Bool) -> [String] {
    let (audit, number) = (edition.audit.id, edition.seal.edition)
    var lines = [
      language.pick(
        (
          "édition communicable de l’audit \(audit), édition \(number)\u{A0}:",
          "communicable edition of audit \(audit), edition \(number):"
        ))
    ]
    let entries = edition.proposal.masking.entries
    let named = entries.filter { entry in counts.contains { $0.replacement == entry.replacement } }
    lines += named.map { line($0, language) }
    lines += counts.filter { count in !entries.contains { $0.replacement == count.replacement } }
      .map {
        "  \($0.replacement) — \(reason($0.ground, language)), \(mentions($0.count, language))"
      }
    if counts.isEmpty { lines.append(language.pick(("  rien", "  nothing"))) }
    let others = entries.count - named.count
    if others > 0 {
      lines.append(
        language.pick(
          (
            "  et \(others.fr("nom(s)")) que le rapport ne dit pas",
            "  and \(others.en("name(s)")) that the report does not say"
          )))
    }
    let stays = edition.proposal.masking.kept + edition.proposal.spared
    if !stays.isEmpty {
      let list = stays.map(\.visible).joined(separator: ", ")
      lines.append(language.pick(("reste lisible\u{A0}: \(list)", "stays readable: \(list)")))
    }
    lines.append(language.pick(isConfirmed ? confirmed(audit) : unconfirmed(audit)))
    return lines
  }

  private func line(_ entry: Masking.Entry, _ language: Language) -> String {
    let handle = entry.handle.flatMap { $0 == entry.what ? nil : " (\($0))" } ?? ""
    let count = counts.filter { $0.replacement == entry.replacement }.reduce(0) { $0 + $1.count }
    return "  \((entry.what + handle).visible) → \(entry.replacement.visible) — "
      + "\(reason(entry.ground, language)), \(mentions(count, language))"
  }

  private func reason(_ ground: Masking.Ground, _ language: Language) -> String {
    let word = Choices.name(ground.rawValue, Choices.grounds, language)
    return "\(word.replacing("-", with: " ")) (CRPA \(ground.article))"
  }

  private func mentions(_ count: Int, _ language: Language) -> String {
    language.pick((count.fr("mention(s)"), count.en("mention(s)")))
  }

  private func confirmed(_ id: String) -> Wording {
    (
      "confirmé. Ensuite\u{A0}: rapport rédiger \(id) --édition communicable",
      "confirmed. Then: report write \(id) --edition communicable"
    )
  }

  private func unconfirmed(_ id: String) -> Wording {
    (
      "rien n’est encore confirmé\u{A0}: la même commande avec --confirmer l’enregistre",
      "nothing is confirmed yet: the same command with --confirm records it"
    )
  }
}
