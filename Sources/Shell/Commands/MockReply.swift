import Auditing
import Scripting
import Training

/// What people say and samples show, as lines.
enum MockReply {
  /// What a person answers; honest about what was not understood.
  static func lines(_ reply: Play.Reply, of person: Scenario.Person, _ language: Language)
    -> [String]
  {
    let name = person.name[language]
    guard let answer = reply.answer else {
      if let lost = person.lost { return [said(name, lost[language], language)] }
      return [
        language.pick(
          (
            "\(name) ne comprend pas la question. Demandez autrement, avec des mots simples.",
            "\(name) does not understand the question. Ask otherwise, in plain words."
          ))
      ]
    }
    var lines = [said(name, answer.text[language], language)]
    guard let more = answer.more else { return lines }
    if reply.isMoreTold {
      lines.append(said(name, more[language], language))
    } else {
      lines.append(
        language.pick(
          (
            "(\(name) semble pouvoir en dire davantage.)",
            "(\(name) seems to be able to say more.)"
          )))
    }
    return lines
  }

  private static func said(_ name: String, _ text: String, _ language: Language) -> String {
    language.pick(("\(name)\u{A0}: «\u{A0}\(text)\u{A0}»", "\(name): “\(text)”"))
  }

  /// The rows of a draw.
  static func rows(_ draw: Draw, _ language: Language) -> [String] {
    draw.rows.map { row in
      let unit = language == .fr ? draw.unit.french : draw.unit.rawValue
      let value = row.value.map { "\($0.written(in: language))\u{A0}\(unit)" } ?? "–"
      guard let received = row.received else {
        return "  " + value.trimmed
      }
      let answered =
        row.answered.map { language.pick(("répondu le \($0)", "answered \($0)")) }
        ?? language.pick(("sans réponse  ", "no answer"))
      let subject = row.subject.isEmpty ? "" : "\(row.subject)  "
      return language.pick(
        (
          "  \(subject)reçu le \(received)  \(answered)  \(value)",
          "  \(subject)received \(received)  \(answered)  \(value)"
        ))
    }
  }

  /// What a draw adds up to, where no fact says it.
  static func summary(_ draw: Draw, _ register: Register, _ language: Language) -> String {
    let text = language.pick(
      (
        "Échantillon de {n} sur {population}\u{A0}: {beyond} au-delà de {limit}, moyenne {mean}.",
        "Sample of {n} out of {population}: {beyond} beyond {limit}, mean {mean}."
      ))
    return "\(register.title[language]) — \(draw.completed(text, language))"
  }
}
