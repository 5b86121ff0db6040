import Foundation
import Testing

struct `Sealing` {
  /// A real dossier with a concluded and numbered audit of one criterion's findings.
  private func concluded() throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      "ncmin \"délai non affiché\" --on M1-B4 --site digne --due +60j\nphoto hall.jpg --on M1-B4 --site digne"
    )
    try sandbox.demo("audit conclude \"Un écart.\" --degree partly")
    return sandbox
  }

  private func seal(_ sandbox: Sandbox) throws -> Sandbox.Answer {
    try sandbox.run("--dossier", "demo", "seal", "make")
  }

  @Test func `waits for a conclusion and for numbers`() throws {
    let sandbox = try concluded()
    let early = try seal(sandbox)
    #expect(early.status == 1 && early.errors.contains("ne sont pas numérotés"))
    try sandbox.demo("audit close")
    let codes = try sealTwiceAtOnce(sandbox)
    #expect(codes == ["0", "1"] || codes == ["0", "6"])
    #expect(try sandbox.demo("seal count where made").output == "1\n")
    #expect(try sandbox.demo("seal count").output == "1\n", "none was begun and given up")
    #expect(try seal(sandbox).status == 6)
  }

  /// What two programs that begin at the same moment answer, in order.
  private func sealTwiceAtOnce(_ sandbox: Sandbox) throws -> [Substring] {
    let script = """
      for n in 1 2; do "$1" --dossier demo seal make >"$n" 2>&1 & all="$all $!"; done
      for one in $all; do wait "$one"; echo $?; done
      """
    return try sandbox.shell(script, Sandbox.program).output.split(separator: "\n").sorted()
  }

  @Test func `judges what a colleague entered while the key was looked for`() throws {
    let sandbox = try concluded()
    try sandbox.demo("audit close")
    try sandbox.write(
      "lent/ssh-keygen",
      """
      #!/bin/sh
      [ -e dit ] || { touch dit; CONSTAT_ME=bob "\(Sandbox.program)" --dossier demo finding add M7-2 tard --grade ncmaj \
        --seen vu --due +30j --site digne; } >/dev/null 2>&1
      PATH=${PATH#*:} exec ssh-keygen "$@"

      """)
    try sandbox.shell("chmod +x lent/ssh-keygen")
    let path = "\(sandbox.at("lent")):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    let answer = try sandbox.run(
      ["--dossier", "demo", "seal", "make"],
      environment: ["PATH": path])
    #expect(answer.status == 1 && answer.errors.contains("est périmée"), "\(answer.errors)")
    #expect(try sandbox.demo("finding count").output == "2\n")
    #expect(try sandbox.demo("seal count").output == "0\n")
  }

  @Test func `is refused while the conclusion is older than what it concludes`() throws {
    let sandbox = try concluded()
    try sandbox.demo("audit close")
    try sandbox.demo(
      "finding add M7-2 \"annuaire\" --grade ncmin --seen \"vu\" --due +30j --site digne")
    let status = try sandbox.demo("status").output
    #expect(status.contains("conclusion périmée"))
    #expect(status.contains("clos"))
    let stale = try seal(sandbox)
    #expect(stale.status == 1 && stale.errors.contains("est périmée"))
    try sandbox.demo("audit conclude \"Deux écarts.\"")
    let unnumbered = try seal(sandbox)
    #expect(unnumbered.status == 1 && unnumbered.errors.contains("depuis la numérotation"))
    try sandbox.demo("audit close")
    // The first number stays what it was.
    let numbers = try sandbox.demo("finding list fields id, number as tsv").output
    #expect(numbers.contains("F1\tNC-01") && numbers.contains("F2\tNC-02"))
    #expect(try seal(sandbox).status == 0)
  }

  @Test func `waits for a decision on a finding of an earlier audit that it follows`() throws {
    let sandbox = try concluded()
    try sandbox.demo("audit open 2026-002 --from 2026-001")
    try sandbox.copy(sandbox.at("demo"), to: "copy")
    let bob = try sandbox.run(
      ["--dossier", "copy", "-c", "finding follow F1 persists --seen vu --audit 2026-002"],
      environment: ["CONSTAT_ME": "bob"])
    #expect(bob.status == 0, "\(bob.errors)")
    try sandbox.demo("finding withdraw F1 --reason erreur")
    #expect(try sandbox.run("--dossier", "demo", "merge", "copy").status == 4)
    try sandbox.demo("audit conclude Fini. --audit 2026-002; audit close --audit 2026-002")
    let missing = try sandbox.run("--dossier", "demo", "missing", "--audit", "2026-002").output
    #expect(missing.contains(/C-[0-9a-f]{4}.*contradiction/), "\(missing)")
    let ready = try sandbox.run(
      "--dossier", "demo", "ready", "--site", "digne", "--audit", "2026-002"
    ).output
    #expect(ready.contains("contradiction C-"), "\(ready)")
    let answer = try sandbox.run("--dossier", "demo", "seal", "make", "2026-002")
    #expect(answer.status == 1 && answer.errors.contains("contradiction"), "\(answer)")
  }

  @Test func `is refused when what a single input concludes is changed later in it`() throws {
    let sandbox = try concluded()
    let answer = try sandbox.run(
      "--dossier", "demo", "-c",
      """
      audit conclude "Un écart."
      audit close
      finding add M7-2 "annuaire" --grade ncmaj --seen "vu" --due +30j --site digne
      audit close
      seal make
      """)
    // What came after the conclusion makes it stale, within one operation too.
    #expect(answer.status == 1 && answer.errors.contains("est périmée"), "\(answer)")
  }

  @Test func `is refused with exit 5 while the evidence or a journal is damaged`() throws {
    for damage in [
      "rm -f $(find demo/evidence -type f)", "sed -i s/hall.jpg/hall.jpX/ demo/journal/*",
    ] {
      let sandbox = try concluded()
      try sandbox.demo("audit close")
      try sandbox.shell(damage)
      let answer = try seal(sandbox)
      #expect(answer.status == 5, "\(damage): \(answer)")
      #expect(try sandbox.files("demo").allSatisfy { !$0.hasPrefix("exports/") })
    }
  }

  @Test func `is refused for an exercise and under a seed with exit 6`() throws {
    let sandbox = try Sandbox()
    let answer = try sandbox.run(
      "-c",
      "dossier new e --purpose exercise\nsite add a1\naudit open x --checklist qual-e-pref\nseal make"
    )
    #expect(answer.status == 6)
    #expect(answer.errors.contains("ne se scelle pas comme réel"))
  }

  @Test func `without ssh-keygen says what to install, and frees the audit`() throws {
    let sandbox = try concluded()
    try sandbox.demo("audit close")
    let answer = try sandbox.run(
      ["--dossier", "demo", "seal", "make"], environment: ["PATH": sandbox.work])
    #expect(answer.status == 1)
    #expect(answer.errors.contains("openssh-client"))
    #expect(try seal(sandbox).status == 0)
  }
}
