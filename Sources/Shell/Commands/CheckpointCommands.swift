import Auditing
import Journaling
import Scripting

/// `journal checkpoint`: the head of one's journal, signed.
enum CheckpointCommands {
  static let all = [checkpoint]

  static let checkpoint = CommandSpec(
    noun: Name("journal"), name: Name("checkpoint", "jalonner"),
    summary: (
      "signer jusqu’où va le journal de ce poste", "sign how far this writer’s journal has come"
    ),
    manual: (
      """
      Un jalon est un petit texte signé par ssh-keygen, dans checkpoints/\u{A0}: il prouve ensuite que \
      rien de ce qui le précède n’a été réécrit ni coupé. Il s’en fait un à la fin d’une session à \
      l’invite et avant un scellé. La clé est créée à la première fois, hors du dossier.
      """,
      """
      A checkpoint is a short text signed by ssh-keygen, in checkpoints/: from then on it proves that \
      nothing before it was rewritten or cut off. One is made at the end of a session at the prompt \
      and before a seal. The key is made on first use, outside the dossier.
      """
    ),
    example: "journal checkpoint", isCommitPoint: true
  ) { session, _ in
    let made = try session.attest()
    guard !made.isEmpty else {
      return .acknowledged(
        ("tout est déjà signé\u{A0}: rien de neuf", "all is signed already: nothing is new"))
    }
    var outcome = Outcome(value: .number(DecimalNumber(made.count)))
    outcome.acknowledgements = made.map { checkpoint in
      (
        "jalon signé\u{A0}: checkpoints/\(checkpoint.name) (écriture \(checkpoint.head.n), \(checkpoint.head.id.prefix(12)))",
        "checkpoint signed: checkpoints/\(checkpoint.name) (operation \(checkpoint.head.n), \(checkpoint.head.id.prefix(12)))"
      )
    }
    return outcome
  }
}
