import Foundation
import PseudoTerminals
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

  /// A dossier for each code: `demo`, made under a seed and with a figure, and `altéré`, of which
  /// somebody changed a word.
  private static let dossiers = Result {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("measure add IND-01 1,37 jours --site digne --period 2020")
    try sandbox.write("autre.csv", "indicateur;site;période;valeur\nIND-01;digne;2020;2 jours\n")
    let damage = "cp -a demo altéré && sed -i 2s/digne/dogne/ altéré/journal/*.journal"
    try #require(sandbox.shell(damage).status == 0)
    return sandbox
  }

  @Test(
    .serialized,
    arguments: [
      (0, "site count", "demo"), (1, "finding show F9", "demo"),
      (2, "site add x --nme y", "demo"), (3, "missing", "demo"),
      (4, "measure import autre.csv", "demo"), (5, "journal verify", "altéré"),
      (6, "seal make", "demo"), (74, "finding list to /proc/x.csv", "demo"),
    ] as [(Int32, String, String)])
  func `is the same as arguments, by -c, in a file and on standard input`(
    _ status: Int32, _ command: String, _ dossier: String
  ) throws {
    let sandbox = try Self.dossiers.get()
    let options = ["--dossier", dossier]
    let words = command.split(separator: " ").map(String.init)
    let alone = try sandbox.run(options + words)
    #expect(alone.status == status, "\(alone.errors)")
    for way in Way.allCases {
      let answer = try way.run(command + "\n", options, in: sandbox)
      #expect(answer.status == status, "\(way): \(answer.errors)")
      #expect(answer.output == alone.output, "\(way)")
    }
  }

  /// Stops the program by a signal while it waits for its reader, in each way of giving it a
  /// command; each line says the signal, the way and the code.
  private static let stopping = """
    set -m
    echo 'help --man' >aide.constat
    for signal in SEGV TRAP INT TERM HUP; do
      for way in arguments -c file input; do
        rm -f page; mkfifo page; exec 3<>page
        case $way in
        arguments) "$1" --lang en help --man >page & ;;
        -c) "$1" --lang en -c 'help --man' >page & ;;
        file) "$1" --lang en run aide.constat >page & ;;
        input) "$1" --lang en <aide.constat >page & ;;
        esac
        read -r -u 3
        kill -s $signal $!
        wait $!
        echo "$signal $way $?"
      done
    done
    """

  @Test
  func `says which signal ended it, and 70 for one by which the machine ends a faulty program`()
    throws
  {
    // A test's own threads hold signals back, and a shell ignores some for what it starts behind
    // it: the programs that they start would inherit both.
    let free = """
      $SIG{$_} = 'DEFAULT' for qw(INT QUIT TERM HUP);
      sigprocmask(SIG_SETMASK, POSIX::SigSet->new);
      exec @ARGV
      """
    let answer = try Sandbox().run(
      ["-MPOSIX", "-e", free, "/bin/bash", "-c", Self.stopping, "bash", Sandbox.program],
      program: "/usr/bin/perl")
    let codes = [("SEGV", 70), ("TRAP", 70), ("INT", 130), ("TERM", 143), ("HUP", 129)]
    let ways = ["arguments", "-c", "file", "input"]
    let wanted = codes.flatMap { signal, code in ways.map { "\(signal) \($0) \(code)\n" } }
    #expect(answer.output == wanted.joined())
    let said = answer.errors.components(separatedBy: "error: internal fault, the program stops\n")
    #expect(said.count == 9, "\(answer.errors)")
    #expect(answer.errors.contains("constat --version"))
  }

  @Test func `is 70 in an envelope for programs too`() throws {
    // The program is stopped once it waits for its input, by the number of the call and of the file.
    let answer = try Sandbox().shell(
      """
      mkfifo input; exec 3<>input
      "$1" --json --lang fr <input 2>/dev/null &
      until read -r call file _ </proc/$!/syscall && [[ "$call $file" =~ ^(0|63)' '0x0$ ]]; do :; done
      kill -s SEGV $!
      wait $! 2>/dev/null
      """, Sandbox.program)
    #expect(answer.status == 70, "\(answer.errors)")
    let said = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    #expect(said?["schema"] as? String == "constat/1" && said?["ok"] as? Bool == false)
    #expect(said?["exit"] as? Int == 70 && said?["errors"] as? [String] == ["internal fault"])
  }

  @Test func `is 70 at the prompt too, with the terminal given back and the dossier as it was`()
    throws
  {
    let visit = try Visit.prepared()
    try visit.enter("site add sisteron", "site sisteron")
    visit.send("site add gap")
    try visit.waitFor("site add gap")
    visit.terminal.signal(SIGSEGV)
    #expect(try visit.terminal.waitForEnd() == 70)
    #expect(visit.terminal.isRestored)
    #expect(visit.terminal.screen.text.contains("faute interne, le programme s’arrête"))
    #expect(String(decoding: visit.terminal.bytes, as: UTF8.self).contains("\u{1B}[?2004l"))
    #expect(try visit.sandbox.demo("site count").output == "3\n")
  }
}
