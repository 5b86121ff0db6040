extension EditingError {
  /// What happened and what to do, in French and in English.
  package var wording: (fr: String, en: String) {
    switch self {
    case .noTerminal:
      (
        "L’éditeur de ligne ne démarre pas. "
          + "Écrivez les commandes dans un fichier, puis\u{A0}: constat run FICHIER",
        "The line editor does not start. Put the commands into a file, then: constat run FILE"
      )
    case .history(let path, let number):
      (
        "L’historique \(path) est inutilisable (erreur système \(number)). La session continue "
          + "sans lui\u{202F}; vérifiez les droits du fichier et la place sur le disque.",
        "The history \(path) cannot be used (system error \(number)). The session goes on "
          + "without it; check the file's permissions and the free space."
      )
    case .historyIsNoFile(let path):
      (
        "\(path) n’est pas un fichier\u{A0}: l’historique n’y est pas gardé. "
          + "Déplacez ce qui s’y trouve.",
        "\(path) is not a file: no history is kept there. Move away what stands there."
      )
    }
  }
}
