import Auditing

/// Annex D, what the report rests on and how to check it.
extension ReportWording {
  var traceability: RichText { pick("Traçabilité", "Traceability") }
  var toolLabel: RichText { pick("Logiciel", "Program") }
  var writtenLabel: RichText { pick("Rapport écrit", "Report written") }
  var checklistDigestLabel: RichText { pick("Empreinte du référentiel", "Digest of the checklist") }
  var givenClockLabel: RichText {
    pick("Entrées sous horloge donnée", "Entries under a given clock")
  }
  var headsCaption: RichText {
    pick("Dernières entrées des journaux", "Last entries of the journals")
  }
  var writerColumn: RichText { pick("Scripteur", "Writer") }
  var entryColumn: RichText { pick("Entrée", "Entry") }
  var noHeads: RichText { pick("Aucun journal n'est lié au rapport.", "No journal is linked.") }
  var howToCheck: RichText { pick("Comment vérifier", "How to check") }

  func written(_ at: Timestamp) -> RichText { pick("le \(at)", "on \(at)") }

  func entries(_ count: Int) -> RichText {
    pick("\(count, "entrée", "entrées")", "\(count, "entry", "entries")")
  }

  var sources: RichText { pick("Des chiffres aux écritures", "From figures to entries") }
  var sourcesCaption: RichText {
    pick("Écritures dont chaque chiffre est fait", "Entries that each figure is made of")
  }
  var saidColumn: RichText { pick("Ce qui est dit", "What is said") }
  var entriesColumn: RichText { pick("Écritures", "Entries") }
  var writtenByColumn: RichText { pick("Par, le", "By, on") }

  func sourcesText(_ tool: String) -> RichText {
    let explain = "\(tool) \(language == .fr ? "expliquer" : "explain")"
    return pick(
      """
      Une écriture est dite par les huit premiers chiffres de son empreinte dans le journal ; \
      \(code: explain) y mène pas à pas.
      """,
      """
      An entry is named by the first eight digits of its digest in the journal; \(code: explain) \
      leads there step by step.
      """)
  }

  func waysToCheck(_ tool: String) -> [RichText] {
    let verify = "\(tool) verify"
    let seal = "\(tool) seal verify"
    return [
      pick(
        "Une pièce : \(code: "sha256sum FICHIER") doit donner l'empreinte du registre (annexe A).",
        """
        A piece of evidence: \(code: "sha256sum FILE") must give the digest of the register \
        (annex A).
        """
      ),
      pick(
        "Le dossier entier : \(code: verify) recalcule les journaux, les preuves et les scellés.",
        "The whole dossier: \(code: verify) recomputes journals, evidence and seals."),
      pick(
        """
        Un scellé : \(code: seal) suivi du dossier du scellé dit ce qui tient et qui a signé, et \
        donne les commandes usuelles pour le vérifier sans ce logiciel.
        """,
        """
        A seal: \(code: seal) followed by its folder says what holds and who signed, and gives \
        the standard commands that check it without the program.
        """
      ),
    ]
  }
}
