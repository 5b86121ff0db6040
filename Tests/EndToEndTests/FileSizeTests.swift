import Foundation
import Testing

struct `A standard stream that is closed` {
  @Test func `gets no number that a file of the dossier would have`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    for closing in ["2>&-", "<&- 2>&-", "1>&- 2>&-", "<&- 1>&- 2>&-"] {
      _ = try sandbox.shell(
        "exec \"$1\" --dossier demo note ici --on M1-A6 --site digne \(closing)", Sandbox.program)
    }
    let verified = try sandbox.run("--dossier", "demo", "verify")
    #expect(verified.status == 0, "\(verified)")
    #expect(try sandbox.demo("evidence count").output == "4\n")
    let unheard = try sandbox.shell("exec \"$1\" --dossier demo verify 1>&-", Sandbox.program)
    #expect(unheard.status == 74)
  }
}

struct `A limit on the size of files` {
  @Test func `refuses the entry with a reason, and ends no program without a word`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let before = try sandbox.contents("demo")
    let text = String(repeating: "y", count: 30_000)
    let answer = try sandbox.shell(
      "ulimit -f 8; exec \"$1\" --dossier demo note \"$2\" --on M1-A6 --site digne",
      Sandbox.program, text)
    #expect(answer.status == 74 && answer.errors.contains("fichier trop grand"), "\(answer)")
    #expect(try sandbox.contents("demo") == before)
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 0)
  }
}
