import Auditing

/// What cannot be done with a sample.
enum SampleFault {
  /// Neither a count nor a list says what is drawn from, or both do.
  case populationNeeded
  case populationSize(Int)
  /// No size was given, and the criterion has no minimum.
  case sizeNeeded
  case size(Int, population: Int)
  /// A list that is too long to be kept in the journal.
  case longList(Int)
  case badSeed
  case badLimit(String)
  case exhausted(String)
  /// An item that the draw did not take.
  case notDrawn(String, drawn: [String])
  case noItem(String, count: Int)
  case nothingRecorded
  case answeredBeforeReceived
  case noResult(String)
}

extension SampleFault {
  var wording: Wording {
    switch self {
    case .populationNeeded:
      (
        "tirer dans quoi\u{202F}? --population N, ou --depuis FICHIER (l’un des deux)",
        "draw from what? --population N, or --from FILE (one of the two)"
      )
    case .populationSize(let count):
      (
        "une population va de 1 à \(Drawing.limit), pas \(count)",
        "a population goes from 1 to \(Drawing.limit), not \(count)"
      )
    case .sizeNeeded:
      (
        "combien en tirer\u{202F}? --taille N (ce critère n’a pas d’échantillon minimal)",
        "how many to draw? --size N (this criterion has no minimum sample)"
      )
    case .size(let size, let population):
      (
        "on ne peut pas tirer \(size) dans \(population)",
        "\(size) cannot be drawn from \(population)"
      )
    case .longList(let count):
      (
        "cette liste de \(count) éléments est trop longue pour être gardée\u{A0}: numérotez-la et tirez des rangs avec --population \(count)",
        "this list of \(count) items is too long to be kept: number it and draw ranks with --population \(count)"
      )
    case .badSeed:
      (
        "une graine a de 1 à 64 caractères ordinaires",
        "a seed has 1 to 64 ordinary characters"
      )
    case .badLimit(let text):
      (
        "«\u{A0}\(text)\u{A0}» n’est pas une limite\u{A0}: écrivez \"<= 5 j\", \"< 60 min\" ou 15jo",
        "\(text) is no limit: write \"<= 5 d\", \"< 60 min\" or 15wd"
      )
    case .exhausted(let id):
      (
        "\(id) contient déjà toute la population",
        "\(id) holds the whole population already"
      )
    case .notDrawn(let item, let drawn):
      (
        "«\u{A0}\(item)\u{A0}» n’a pas été tiré\u{202F}; tirés\u{A0}: \(drawn.joined(separator: ", "))",
        "\(item) was not drawn; drawn: \(drawn.joined(separator: ", "))"
      )
    case .noItem(let item, let count):
      (
        "«\u{A0}\(item)\u{A0}» n’est pas dans la population de \(count)",
        "\(item) is not in the population of \(count)"
      )
    case .nothingRecorded:
      (
        "que relever\u{202F}? --reçu et --répondu, --valeur, ou --conforme (ou --depuis FICHIER)",
        "record what? --received and --answered, --value, or --conforming (or --from FILE)"
      )
    case .answeredBeforeReceived:
      ("la réponse précède la réception", "the answer comes before the receipt")
    case .noResult(let id):
      (
        "\(id) ne donne pas encore de valeur\u{A0}: échantillon relever \(id) …",
        "\(id) gives no value yet: sample record \(id) …"
      )
    }
  }
}
