import Foundation
import Testing

struct `A seal that was interrupted` {
  /// The sealed dossier as it is when the program ends between two entries: the last entries were
  /// never written, nor remembered.
  private func interrupted(entries: Int, keepsBag: Bool) throws -> Sandbox {
    let sandbox = try SealedDossier.moved()
    let cut = """
      for f in d/journal/*.journal ../home/state/constat/writers/*; do
        case $f in *.lock) ;; *) head -n -\(entries) "$f" >x && cat x >"$f";; esac
      done; rm x
      """
    #expect(try sandbox.shell(cut).status == 0)
    if !keepsBag { try sandbox.shell("rm -r d/exports/rapport-2020-AI-e1") }
    return sandbox
  }

  @Test func `between signing and recording is finished with the very signature`() throws {
    let sandbox = try interrupted(entries: 1, keepsBag: true)
    let before = try sandbox.contents("d/exports")
    #expect(try sandbox.run("--dossier", "d", "audit", "close").status == 6, "it is frozen")
    let answer = try sandbox.run(
      ["--dossier", "d", "seal", "make"], environment: ["CONSTAT_ME": "cexemple"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try sandbox.contents("d/exports") == before, "nothing was signed anew")
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 0)
    let list = try sandbox.run("--dossier", "d", "-c", "seal list fields edition, made").output
    #expect(list.contains("oui") && !list.contains("non"))
    let twice = try sandbox.run(
      ["--dossier", "d", "seal", "make"], environment: ["CONSTAT_ME": "cexemple"])
    #expect(twice.status == 6)
  }

  @Test func `is told as begun and not signed, with what goes on with it`() throws {
    let sandbox = try interrupted(entries: 1, keepsBag: false)
    let status = try sandbox.run("--lang", "en", "--dossier", "d", "status").output
    #expect(status.contains("audit 2020-AI: seal begun, "), "\(status)")
    #expect(status.contains("to go on with it: seal make 2020-AI"), "\(status)")
    let refused = try sandbox.run("--lang", "en", "--dossier", "d", "audit", "close")
    #expect(refused.status == 6, "\(refused)")
    #expect(refused.errors.contains("a seal of audit 2020-AI (edition 1) was begun and is not"))
    #expect(refused.errors.contains("= to go on with it: seal make 2020-AI"), "\(refused.errors)")
    #expect(!refused.errors.contains("audit amend"), "\(refused.errors)")
    try sandbox.shell("cp -a d e")
    let copy = try sandbox.run("--lang", "en", "--dossier", "e", "audit", "close")
    #expect(copy.errors.contains("it goes on at the place of cexemple"), "\(copy.errors)")
  }

  @Test func `before signing is given up, and made anew`() throws {
    let sandbox = try interrupted(entries: 1, keepsBag: false)
    let answer = try sandbox.run(
      ["--dossier", "d", "seal", "make"], environment: ["CONSTAT_ME": "cexemple"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 0)
    #expect(try sandbox.run("--dossier", "d", "verify").status == 0)
  }

  @Test func `is not taken over from a bag that was changed`() throws {
    let sandbox = try interrupted(entries: 1, keepsBag: true)
    try sandbox.shell("echo x >> \(SealedDossier.bag)/data/report.md")
    let answer = try sandbox.run(
      ["--dossier", "d", "seal", "make"], environment: ["CONSTAT_ME": "cexemple"])
    let list = try sandbox.run("--dossier", "d", "-c", "seal list fields edition, made")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(list.output.contains("2") && list.output.contains("non"))
  }

  @Test func `elsewhere is left to those who began it`() throws {
    let sandbox = try interrupted(entries: 1, keepsBag: true)
    try sandbox.shell("cp -a d e")
    let answer = try sandbox.run(
      ["--dossier", "e", "seal", "make"], environment: ["CONSTAT_ME": "cexemple"])
    #expect(answer.status == 6, "\(answer.errors)")
  }
}

struct `Two seals of one edition` {
  @Test func `are both valid and in conflict, until an amendment settles them`() throws {
    let sandbox = try SealedDossier.moved()
    let fork = """
      cp -a d e; rm -r e/exports
      for f in e/journal/*.journal; do head -n -2 "$f" >x && cat x >"$f"; done; rm x
      """
    try sandbox.shell(fork)
    let rival = try sandbox.run(
      ["--dossier", "e", "seal", "make"], environment: ["CONSTAT_ME": "cexemple"])
    #expect(rival.status == 0, "\(rival.errors)")
    let merge = try sandbox.run("--dossier", "d", "merge", "e")
    #expect(merge.status == 4, "\(merge.output)\(merge.errors)")
    for bag in ["d", "e"] {
      let path = "\(bag)/exports/rapport-2020-AI-e1"
      #expect(try sandbox.run("--dossier", "d", "seal", "verify", path).status == 0)
    }
    let conflicts = try sandbox.run("--dossier", "d", "conflict", "list").output
    #expect(conflicts.contains("édition 1"), "\(conflicts)")
    let choices = try sandbox.run("--dossier", "d", "-c", "conflict list fields choices as tsv")
    #expect(choices.output.components(separatedBy: "scellée, manifeste ").count == 3)
    #expect(!choices.output.contains(/[0-9a-f]{16}/), "\(choices.output)")
    let amended = try sandbox.run("--dossier", "d", "audit", "amend", "--reason", "deux scellés")
    #expect(amended.status == 0, "\(amended.errors)")
    let settled = try sandbox.run("--dossier", "d", "-c", "conflict count where status = open")
    #expect(settled.output == "0\n", "\(settled)")
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 0)
  }
}
