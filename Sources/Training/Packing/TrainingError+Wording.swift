extension TrainingError {
  /// What is wrong and what to do.
  package var wording: (fr: String, en: String) {
    switch self {
    case .noSuchKey(let scenario):
      (
        "cette clé n’est pas celle du paquet\u{A0}: aucune empreinte ne correspond (scénario \(scenario))",
        "this key is not the pack’s: no digest agrees (scenario \(scenario))"
      )
    case .keyChanged:
      (
        "la clé a été modifiée depuis que son empreinte a été donnée",
        "the key was changed after its digest was given out"
      )
    case .packChanged:
      (
        "le paquet joué n’est pas celui que fait la clé",
        "the pack that was played is not the one that the key makes"
      )
    }
  }
}
