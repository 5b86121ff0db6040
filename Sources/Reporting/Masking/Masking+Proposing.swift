package import Auditing

/// A masking with what it spares of the fields that hold names, for a person to judge.
package struct MaskingProposal: Sendable {
  package var masking: Masking
  /// What those fields say that looks like an office and not like a name.
  package var spared: [String] = []
}

extension MaskingProposal {
  /// Proposes what to mask in an edition: everyone it names.
  ///
  /// - Parameters:
  ///   - edition: What is to be told.
  ///   - since: What the dossier has learned since of its people.
  ///   - known: What a person has decided already, which stays as it is.
  ///   - language: The language of what is put in the place of names.
  package init(
    _ edition: State, since: State, known: Masking, in language: Language
  ) {
    masking = Masking(kept: known.kept)
    var kept: Set<String> { Set(masking.kept.map(\.folded)) }
    var builder = Builder(known: known, language: language)
    for person in edition.persons + since.persons {
      guard !kept.contains(person.handle.folded), !kept.contains(person.name.folded) else {
        for name in [person.handle, person.name] where !masking.kept.contains(name) {
          masking.kept.append(name)
        }
        continue
      }
      builder.add(.person, person.name, handle: person.handle, role: person.role)
    }
    for handle in edition.handles + since.handles where !kept.contains(handle.folded) {
      builder.add(.person, handle, handle: handle)
    }
    let texts = edition.texts
    var common: Set<String>?
    for name in edition.namesInFields where !kept.contains(name.folded) {
      guard !builder.has(name), name.contains(where: \.isLetter),
        PersonalData.found(in: name).isEmpty
      else { continue }
      let words = WordSpan.words(of: name)
      let capitals = words.filter { name[$0.range].first?.isUppercase == true }
      let isAcronym = capitals.allSatisfy { name[$0.range].allSatisfy { !$0.isLowercase } }
      if words.count == 1, capitals.count == 1, !isAcronym {
        let known = common ?? ProperNames.common(in: texts)
        common = known
        if known.contains(words[0].folded) {
          spared.append(name)
          continue
        }
      }
      if capitals.isEmpty || isAcronym || (words.count > 1 && capitals.count == 1) {
        if !spared.contains(name) { spared.append(name) }
      } else {
        builder.add(.name, name)
      }
    }
    for name in texts.flatMap(PersonalData.titledNames) where !kept.contains(name.folded) {
      if !builder.has(name) { builder.add(.name, name) }
    }
    for entry in known.entries where !builder.holds(entry) && !kept.contains(entry.what.folded) {
      builder.keep(entry)
    }
    masking.entries = builder.entries
  }
}

/// Gathers the entries of a masking, each person once.
private struct Builder {
  let known: Masking
  let language: Language
  private(set) var entries: [Masking.Entry] = []
  private var names: Set<String> = []
  private var number: Int

  init(known: Masking, language: Language) {
    self.known = known
    self.language = language
    number = known.entries.count { $0.form != .text }
  }

  /// Whether a name, or one of which it is a part, is there already.
  func has(_ name: String) -> Bool {
    if names.contains(name.folded) { return true }
    let words = Set(WordSpan.words(of: name).map(\.folded))
    return entries.contains { words.isSubset(of: Set(WordSpan.words(of: $0.what).map(\.folded))) }
  }

  func holds(_ entry: Masking.Entry) -> Bool {
    entries.contains { $0.form == entry.form && $0.what == entry.what && $0.handle == entry.handle }
  }

  mutating func keep(_ entry: Masking.Entry) { entries.append(entry) }

  mutating func add(
    _ form: Masking.Form, _ what: String, handle: String? = nil, role: String? = nil
  ) {
    let isNew = names.insert(what.folded).inserted
    let isNewHandle = handle.map { names.insert($0.folded).inserted } ?? false
    guard isNew || (isNewHandle && what != handle) else { return }
    if let entry = known.entries.first(where: {
      $0.form == form && $0.what == what && $0.handle == handle
    }) {
      entries.append(entry)
      return
    }
    // Another name of a person who has one already goes with it.
    let twin = handle.flatMap { handle in entries.first { $0.handle == handle } }
    let noun = role.flatMap { $0.isEmpty ? nil : $0 } ?? language.pick(("personne", "person"))
    let replacement = twin?.replacement ?? "[\(noun) \(Masking.letters(number))]"
    if twin == nil { number += 1 }
    entries.append(
      Masking.Entry(form, what, handle: handle, replacement: replacement, ground: .privacy))
  }
}

extension PersonalData.Kind {
  /// What stands in the place of such a trace.
  package func replacement(_ language: Language) -> String {
    switch self {
    case .mail: language.pick(("[adresse électronique]", "[mail address]"))
    case .telephone: language.pick(("[téléphone]", "[telephone]"))
    case .socialSecurity:
      language.pick(("[numéro de sécurité sociale]", "[social security number]"))
    case .account: language.pick(("[compte bancaire]", "[bank account]"))
    case .networkAddress: language.pick(("[adresse réseau]", "[network address]"))
    }
  }

  /// Why it is not communicated.
  package var ground: Masking.Ground { self == .networkAddress ? .security : .privacy }
}
