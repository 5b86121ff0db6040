import Auditing

/// What `constat --help` says.
enum ProgramHelp {
  static func text(_ words: [String], _ session: Session) -> String {
    guard words.isEmpty else {
      return HelpPages(grades: session.grades).text(
        for: words.joined(separator: " "), session.language)
    }
    return session.language.pick((french, english))
  }

  private static let french = """
    constat                          la session interactive, sur le dossier du répertoire courant
    constat run FICHIER [--PARAM …]  un script\u{202F}; - est l’entrée standard
    constat check FICHIER…           contrôler scripts et référentiels sans rien lancer
    constat -c "COMMANDES"           des commandes données en texte
    constat MOT …                    une commande\u{A0}: constat seal verify exports/rapport-2026-001-e1

      --dossier RÉPERTOIRE   --lang fr|en   --json   --quiet   --accessible
      --dry-run   --answers FICHIER   --yes   --no-start   --color auto|always|never
      --now 2026-11-21T09:00:00Z   --seed N   --version   --help

    «\u{A0}constat help\u{A0}» donne la liste des commandes\u{202F}; «\u{A0}constat help MOT\u{A0}» en dit plus.
    Codes\u{A0}: 0 fait, 1 échec, 2 mauvais usage, 3 attendu non tenu, 5 intégrité, 6 scellé, 74 entrée-sortie.
    """

  private static let english = """
    constat                       the interactive session, on the dossier of the current folder
    constat run FILE [--PARAM …]  a script; - is standard input
    constat check FILE…           check scripts and checklists without running anything
    constat -c "COMMANDS"         commands given as text
    constat WORD …                one command: constat seal verify exports/rapport-2026-001-e1

      --dossier FOLDER   --lang fr|en   --json   --quiet   --accessible
      --dry-run   --answers FILE   --yes   --no-start   --color auto|always|never
      --now 2026-11-21T09:00:00Z   --seed N   --version   --help

    constat help gives the list of commands; constat help WORD tells more.
    Codes: 0 done, 1 failed, 2 usage, 3 expected and not held, 5 integrity, 6 sealed, 74 input/output.
    """
}
