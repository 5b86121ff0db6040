import Foundation
import PseudoTerminals
import Testing

struct `Work that takes long` {
  /// A sandbox with a maker of PDFs that never comes to its end.
  private static func prepared(isSeeded: Bool = true) throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: isSeeded)
    try sandbox.write(
      "bin/weasyprint", "#!/bin/sh\n[ \"$1\" = --version ] && echo 'v 70' || exec sleep 600\n")
    try sandbox.shell("chmod +x bin/weasyprint")
    return sandbox
  }

  private static func environment(_ sandbox: Sandbox) -> [String: String] {
    ["PATH": "\(sandbox.work)/bin:/usr/bin:/bin"]
  }

  @Test func `shows for how long, then how long still, and Ctrl-C leaves nothing of it`() throws {
    let sandbox = try Self.prepared()
    let visit = try Visit(
      sandbox, "--dossier", "demo", environment: Self.environment(sandbox))
    try visit.waitForPrompt()
    visit.send("rapport rédiger to \"r.pdf\"\r")
    try visit.waitFor("PDF\u{A0}: depuis 1 s")
    visit.send(Keys.control("C"))
    try visit.waitFor("interrompu")
    try visit.waitForPrompt()
    #expect(!visit.terminal.screen.text.contains("depuis"))
    try sandbox.shell("echo '1000 60000' > \"$XDG_STATE_HOME/constat/pace-weasyprint\"")
    visit.send("rapport rédiger to \"r.pdf\"\r")
    try visit.waitFor("%, encore ")
    visit.send(Keys.control("C"))
    try visit.waitForPrompt()
    try visit.leave()
    let left = try sandbox.shell("ls").output
    #expect(!left.contains("r.pdf"), "\(left)")
  }

  @Test
  func `ends with 130 on the command line, the terminal as it was, in accessible mode by lines`()
    throws
  {
    let sandbox = try Self.prepared()
    let terminal = try sandbox.terminal(
      ["--lang", "en", "--accessible", "--dossier", "demo", "report", "write", "to", "r.pdf"],
      environment: Self.environment(sandbox))
    try terminal.waitFor("PDF: 1 s so far\n")
    terminal.send(Keys.control("C"))
    #expect(try terminal.waitForEnd() == 130)
    #expect(terminal.isRestored && !terminal.bytes.contains(0x1B))
    #expect(try sandbox.shell("ls").output.contains("r.pdf") == false)
  }

  @Test func `stops a seal by hand, and says that it was begun and given up`() throws {
    let sandbox = try Self.prepared(isSeeded: false)
    try sandbox.demo(
      "ncmin \"délai non affiché\" --on M1-B4 --site digne --due +60j\naudit conclude \"Un écart.\""
    )
    try sandbox.demo("audit close")
    let made = try sandbox.shell(
      """
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout a.key -out a.pem \
        -days 300 -subj "/CN=Claire Martin" 2>/dev/null && chmod 600 a.key
      """)
    #expect(made.status == 0)
    let visit = try Visit(sandbox, "--dossier", "demo", environment: Self.environment(sandbox))
    try visit.waitForPrompt()
    visit.send("scellé apposer --format x509 --key a.key --certificate a.pem\r")
    try visit.waitFor("depuis 1 s")
    visit.send(Keys.control("C"))
    try visit.waitFor("scellement interrompu")
    try visit.waitForPrompt()
    try visit.leave()
    #expect(try sandbox.shell("ls demo/exports").output.isEmpty)
    #expect(try sandbox.demo("note vu ensuite --on M1-A1 --site digne").status == 0)
  }
}
