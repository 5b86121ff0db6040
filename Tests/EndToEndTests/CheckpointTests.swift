import Foundation
import PseudoTerminals
import Testing

struct `journal checkpoint` {
  private func checkpoint(_ sandbox: Sandbox, _ environment: [String: String] = [:]) throws
    -> Sandbox.Answer
  {
    try sandbox.run(
      "--lang", "fr", "--dossier", "demo", "journal", "checkpoint", environment: environment)
  }

  @Test func `signs how far the journal has come, as ssh-keygen verifies`() throws {
    let sandbox = try Sandbox.prepared()
    let journal = try sandbox.shell("cat demo/journal/*.journal").output
    let answer = try checkpoint(sandbox)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors.contains("jalon signé\u{A0}: checkpoints/"))
    #expect(try sandbox.shell("cat demo/journal/*.journal").output == journal)
    let verified = try sandbox.shell(
      """
      cd demo/checkpoints && ssh-keygen -Y verify -f ../../../home/config/constat/allowed_signers \
        -I cmartin -n constat-journal -s *.txt.sig < *.txt
      """)
    #expect(verified.status == 0, "\(verified.errors)")
    let lines = try sandbox.shell("cat demo/checkpoints/*.txt").output.split(separator: "\n")
    let id = try sandbox.shell("grep -o '[0-9a-f]\\{64\\}' demo/dossier.json").output
    let last = try sandbox.shell("tail -1 demo/journal/*.journal | cut -c1-64").output
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("constat/\(id.prefix(64))/"))
    #expect(lines[2] + "\n" == last)
    let again = try checkpoint(sandbox)
    #expect(again.status == 0 && again.errors.contains("tout est déjà signé"))
    #expect(try sandbox.files("demo/checkpoints").count == 2)
  }

  @Test func `of an unknown key takes one line of a check, however many there are`() throws {
    let sandbox = try Sandbox.prepared()
    for text in ["un", "deux", "trois"] {
      try sandbox.demo("note \(text) --on M1-A1 --site digne")
      #expect(try checkpoint(sandbox).status == 0)
    }
    try sandbox.shell("rm ../home/config/constat/allowed_signers")
    let lines = try sandbox.run("--lang", "fr", "--dossier", "demo", "verify").output
      .split(separator: "\n").filter { $0.contains("clé inconnue") }
    #expect(lines.count == 1, "\(lines)")
    #expect(lines.first?.contains("\u{A0}: 3 jalons signés d’une clé inconnue, jusqu’à") == true)
  }

  @Test func `needs a program that signs, and says which`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.shell("mkdir none")
    let before = try sandbox.contents("demo")
    let answer = try checkpoint(sandbox, ["PATH": sandbox.at("none")])
    #expect(answer.status == 1 && answer.errors.contains("openssh-client"))
    #expect(try sandbox.contents("demo") == before)
  }

  @Test func `never keeps a key in the dossier`() throws {
    let sandbox = try Sandbox.prepared()
    let before = try sandbox.contents("demo")
    let answer = try checkpoint(sandbox, ["XDG_DATA_HOME": sandbox.at("demo/clefs")])
    #expect(answer.status == 1 && answer.errors.contains("les clés seraient dans le dossier"))
    try sandbox.shell("ln -s demo/checkpoints lien")
    #expect(try checkpoint(sandbox, ["XDG_DATA_HOME": sandbox.at("lien")]).status == 1)
    #expect(try sandbox.contents("demo") == before)
  }

  @Test func `does not wait for a passphrase where nobody is asked`() throws {
    let sandbox = try Sandbox.prepared()
    let keys = "../home/data/constat/keys"
    try sandbox.shell(
      "mkdir -p \(keys); chmod 700 \(keys); ssh-keygen -q -t ed25519 -N secret -f \(keys)/constat_ed25519"
    )
    let start = ContinuousClock.now
    let answer = try checkpoint(sandbox, ["SSH_ASKPASS": "/bin/false"])
    #expect(answer.status == 1, "\(answer.errors)")
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(try sandbox.files("demo/checkpoints").isEmpty)
  }
}

struct `A passphrase` {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox.prepared()
    try sandbox.shell(
      """
      keys=../home/data/constat/keys; mkdir -p $keys; chmod 700 $keys
      ssh-keygen -q -t ed25519 -N secret -f $keys/constat_ed25519
      """)
  }

  @Test func `is asked for by a command typed alone on a terminal`() throws {
    let visit = try Visit(sandbox, "--dossier", "demo", "sync", "copie", "--create")
    try visit.waitFor("passphrase")
    visit.send("secret\r")
    #expect(try visit.terminal.waitForEnd() == 0)
    #expect(try sandbox.files("copie/checkpoints").count == 2)
  }

  @Test func `is not asked for where nobody is there`() throws {
    let answer = try sandbox.run("--dossier", "demo", "sync", "copie", "--create")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors.contains("rien n’atteste encore vos écritures"))
    #expect(try sandbox.files("demo/checkpoints").isEmpty)
  }
}

struct `The doctor` {
  private func doctor(
    _ sandbox: Sandbox, _ lang: String = "fr", _ environment: [String: String] = [:]
  ) throws -> Sandbox.Answer {
    try sandbox.run(
      ["--lang", lang, "--dossier", "demo", "doctor"], environment: environment)
  }

  @Test func `finds nothing to mend in a dossier just made, and changes nothing`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let before = try sandbox.contents("demo")
    let home = try sandbox.shell("find ../home | sort").output
    let french = try doctor(sandbox)
    #expect(french.status == 0, "\(french.output)")
    #expect(french.output.hasSuffix("rien à corriger\n"))
    #expect(french.output.contains("✓ ssh-keygen\u{A0}: /"))
    #expect(french.output.contains("✓ droits du dossier\u{A0}: à vous seul"))
    #expect(french.output.contains("rien ne l’atteste"))
    let english = try doctor(sandbox, "en")
    #expect(english.status == 0 && english.output.hasSuffix("nothing to mend\n"))
    #expect(
      english.output.split(separator: "\n").count == french.output.split(separator: "\n").count)
    #expect(try sandbox.contents("demo") == before)
    #expect(try sandbox.shell("find ../home | sort").output == home)
  }

  @Test func `does without a dossier`() throws {
    let sandbox = try Sandbox()
    let answer = try sandbox.run("--lang", "en", "doctor")
    #expect(answer.status == 0 && answer.output.contains("no dossier is open"))
  }

  @Test(arguments: [
    ("chmod 755 demo", "ouvert à d’autres que vous"),
    ("chmod 640 demo/journal/*.journal", "ouvert à d’autres que vous"),
    ("chmod 644 demo/evidence/*/*", "preuves modifiables"),
    ("mkdir pub; chmod 777 .", "n’importe qui peut remplacer le dossier"),
    (
      "ssh-keygen -q -t ed25519 -N '' -f demo/id_ed25519", "CLÉ PRIVÉE DANS LE DOSSIER"
    ),
    ("chmod 755 ../home/data/constat/keys", "est ouvert à d’autres"),
    ("chmod 640 ../home/data/constat/keys/constat_ed25519", "est ouvert à d’autres"),
    ("sed -i '$d' demo/journal/*.journal", "n’a plus l’écriture"),
    ("printf x >> demo/checkpoints/*.sig", "la signature NE TIENT PAS"),
    ("echo pas un registre > ../home/config/constat/allowed_signers", "allowed_signers"),
  ])
  func `tells what is to be mended, and gives 1`(_ making: String, _ said: String) throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("evidence attach hall.jpg")
    try sandbox.demo("journal checkpoint")
    #expect(try doctor(sandbox).status == 0)
    #expect(try sandbox.shell(making).status == 0)
    let answer = try doctor(sandbox)
    #expect(answer.status == 1, "\(answer.output)")
    let line = answer.output.split(separator: "\n").first { $0.contains(said) }
    #expect(line?.hasPrefix("✗") == true, "\(answer.output)")
    #expect(try doctor(sandbox, "en").status == 1)
  }

  @Test func `finds a clock that was set back`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let late = try sandbox.run(
      "--now", "2099-01-01T00:00:00Z", "--dossier", "demo", "site", "add", "gap", "--name", "Gap")
    #expect(late.status == 0)
    let answer = try doctor(sandbox)
    #expect(answer.status == 1)
    #expect(answer.output.contains("est avant la dernière écriture (2099-01-01"))
  }

  @Test func `lists files that are none of a dossier's without reading them`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.shell(
      """
      echo x > demo/notes.txt; echo x > demo/evidence/Thumbs.db; mkfifo demo/pipe
      echo x > 'demo/journal/0123.journal.conflict'; ln -s /etc demo/lien
      """)
    let answer = try doctor(sandbox)
    #expect(answer.status == 0, "\(answer.output)")
    let line = answer.output.split(separator: "\n").first { $0.contains("jamais lus") }
    for name in ["notes.txt", "evidence/Thumbs.db", "pipe", "0123.journal.conflict", "lien"] {
      #expect(line?.contains(name) == true, "\(name)")
    }
  }

  @Test func `says which program is wanting, for what, and how to have it`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.shell("mkdir none")
    let answer = try doctor(sandbox, "en", ["PATH": sandbox.at("none")])
    #expect(answer.status == 1)
    #expect(answer.output.contains("✗ ssh-keygen is not here (sign and check seals)"))
    #expect(answer.output.contains("→ sudo apt-get install openssh-client"))
    #expect(answer.output.contains("· weasyprint is not here"))
  }

  @Test func `needs neither marks nor colour in accessible mode`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    let answer = try sandbox.run(
      "--lang", "fr", "--accessible", "--dossier", "demo", "doctor")
    #expect(answer.output.contains("bien\u{A0}: ssh-keygen"))
    #expect(!answer.output.contains("✓"))
  }
}
