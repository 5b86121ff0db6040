import Foundation
import Testing

struct `The exit code` {
  private static let sandbox = Result { try Sandbox.prepared() }

  @Test(arguments: [
    (0, "print bonjour"), (0, "site count"), (0, "expect 1 = 1"), (0, "help"),
    (0, "let x = $(missing)"), (0, "stop"), (0, "quit"),
    (1, "finding show F9"), (1, "stop \"plus de papier\""), (1, "site add digne"),
    (2, "frob"), (2, "site add x --nme y"), (2, "print \"a"), (2, "print $x"), (2, "undo"),
    (2, "finding list where due = 3 and x = 2"),
    (3, "expect 1 = 2"), (3, "missing"), (3, "expect 1 = 2\nexpect 1 = 1"), (3, "missing; print a"),
    (1, "expect 1 = 2\nfinding show F9"), (1, "missing\nstop \"non\""),
    (6, "seal make"), (6, "expect 1 = 2\nseal make"),
  ])
  func `says what became of the run`(_ status: Int32, _ commands: String) throws {
    let answer = try Self.sandbox.get().run("--dossier", "demo", "-c", commands)
    #expect(answer.status == status, "\(answer.errors)")
  }

  @Test(arguments: [
    "finding list to /dev/full/x.csv", "finding list to /proc/x.csv",
    "finding list to demo/journal as csv",
    "report write to \"/proc/rapport.html\"",
  ])
  func `is 74 when a file cannot be written, and the operation before it is kept`(
    _ command: String
  ) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run("--dossier", "demo", "-c", "site add sisteron\n\(command)")
    #expect(answer.status == 74, "\(answer.errors)")
    #expect(answer.errors.contains("ne peut pas être écrit"), "\(answer.errors)")
    #expect(try sandbox.demo("site count").output == "3\n")
  }

  @Test(arguments: ["criterion list", "status", "help", "print bonjour", "criterion list as csv"])
  func `is 74 when standard output takes nothing, and 0 when its reader has had enough`(
    _ command: String
  ) throws {
    let sandbox = try Sandbox.prepared()
    let program = "\"$1\" --dossier demo \(command)"
    let full = try sandbox.shell("\(program) > /dev/full", Sandbox.program)
    #expect(full.status == 74)
    #expect(full.errors.contains("la sortie standard"), "\(full.errors)")
    let json = try sandbox.shell("\(program) --json > /dev/full", Sandbox.program)
    #expect(json.status == 74)
    let closed = try sandbox.shell(
      "\(program) | true; exit ${PIPESTATUS[0]}", Sandbox.program)
    #expect(closed.status == 0 && closed.errors == "", "\(closed)")
  }
}
