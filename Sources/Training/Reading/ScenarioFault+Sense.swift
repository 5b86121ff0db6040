extension ScenarioFault {
  /// What makes no sense.
  var senseTexts: Texts {
    switch kind {
    case .strengthAsFault(let code):
      Texts(
        ("\(code.fr) est un point fort, pas une faute", "donnez un grade plus sévère"),
        ("\(code.en) is a strength, not a fault", "give a more severe grade"))
    case .noRows:
      Texts(
        ("il n’y a aucune ligne à prélever", "ajoutez des lignes, ou Rows"),
        ("there is no row to draw", "add rows, or Rows"))
    case .rowsTwice:
      Texts(
        ("les lignes sont données et à fabriquer", "gardez les lignes, ou Rows"),
        ("rows are both given and to be made", "keep the rows, or Rows"))
    case .tooManyLate(let late, let rows):
      Texts(
        ("\(late) lignes en défaut pour \(rows) lignes", "réduisez Late, Unanswered ou Beyond"),
        ("\(late) rows amiss among \(rows)", "lower Late, Unanswered or Beyond"))
    case .badRange:
      Texts(
        (
          "l’intervalle ne permet pas de fabriquer ces lignes",
          "donnez From et To, ou Low et High de part et d’autre de la cible"
        ),
        (
          "the range does not allow these rows to be made",
          "give From and To, or Low and High on both sides of the target"
        ))
    case .smallDraw(let minimum, let percent):
      Texts(
        (
          "un prélèvement de \(minimum) lignes ne montre rien dans \(percent)\u{202F}% des cas",
          "relevez Minimum, ou le nombre de lignes en défaut"
        ),
        (
          "a draw of \(minimum) rows shows nothing in \(percent)% of cases",
          "raise Minimum, or the number of rows amiss"
        ))
    case .hiddenAnswer(let other):
      Texts(
        (
          "cette réponse n’est jamais donnée\u{A0}: \(other.fr) répond aux mêmes mots",
          "ajoutez un groupe Keywords, ou placez-la avant avec After"
        ),
        (
          "this answer is never given: \(other.en) answers the same words",
          "add a group of Keywords, or put it first with After"
        ))
    case .orphanFact:
      Texts(
        ("ce fait ne sert à rien", "dites son Criterion, ou citez-le dans Evidence"),
        ("this fact serves nothing", "give its Criterion, or cite it in Evidence"))
    case .unreachable:
      Texts(
        ("rien n’y mène", "placez-le (At) à un endroit que l’on atteint, ou changez After"),
        ("nothing leads to it", "put it (At) where one can get, or change After"))
    case .faultUnreachable(let reachable, let needs, let variant):
      Texts(
        (
          "cette faute ne peut être étayée\u{A0}: faits atteignables\u{A0}: \(reachable), il en faut \(needs) (variante \(variant))",
          "placez ses faits où l’on peut les voir, les lire ou les entendre"
        ),
        (
          "this fault cannot be supported: reachable facts: \(reachable), it needs \(needs) (variant \(variant))",
          "put its facts where they can be seen, read or heard"
        ))
    case .needsTooMuch(let needs, let evidence):
      Texts(
        (
          "faits que Needs demande\u{A0}: \(needs), qu’Evidence nomme\u{A0}: \(evidence)",
          "réduisez Needs"
        ),
        ("facts that Needs wants: \(needs), that Evidence names: \(evidence)", "lower Needs"))
    case .contradiction(let fact, let decoy, let variant):
      Texts(
        (
          "le fait \(fact.fr) étaye cette faute et le leurre \(decoy.fr) (variante \(variant))",
          "un même fait ne peut être une faute et n’en être pas une\u{A0}: séparez-les"
        ),
        (
          "the fact \(fact.en) supports this fault and the decoy \(decoy.en) (variant \(variant))",
          "one fact cannot be a fault and none: part them"
        ))
    default: keyTexts
    }
  }

  private var keyTexts: Texts {
    switch kind {
    case .sameFault(let other, let variant):
      Texts(
        (
          "même critère, même site et mêmes faits que \(other.fr) (variante \(variant))",
          "gardez une seule des deux fautes"
        ),
        (
          "same criterion, site and facts as \(other.en) (variant \(variant))",
          "keep one of the two faults"
        ))
    case .neverPlanted:
      Texts(
        ("aucune variante ne plante cette faute", "relevez Plant, ou ôtez Choice"),
        ("no variant plants this fault", "raise Plant, or drop Choice"))
    case .choiceTooLarge(let plant, let faults):
      Texts(
        ("Plant vaut \(plant) et \(faults) faute(s) nomment ce choix", "réduisez Plant"),
        ("Plant is \(plant) and \(faults) fault(s) name this choice", "lower Plant"))
    case .dearHints(let total):
      Texts(
        ("les indices coûtent \(total) points en tout", "n’allez pas au-delà de 50"),
        ("the hints cost \(total) points in all", "do not go beyond 50"))
    default:
      Texts(
        ("le scénario n’a aucune faute à trouver", "ajoutez au moins une fiche Fault"),
        ("the scenario has no fault to find", "add at least one Fault"))
    }
  }
}
