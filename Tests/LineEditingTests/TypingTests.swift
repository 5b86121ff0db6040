import Foundation
import PseudoTerminals
import Testing

struct `At the prompt, a person` {
  @Test(arguments: ["C.UTF-8", "POSIX", "fr_FR.UTF-8", "C"])
  func `types and corrects accents in every locale`(locale: String) throws {
    let terminal = try Demo.start(environment: ["LC_ALL": locale])
    terminal.send("écart à clôturer œ" + Keys.left + Keys.left + Keys.backspace + "X")
    try terminal.waitUntil("the cursor after X") {
      $0.text == "démo> écart à clôtureX œ" && $0.column == 22
    }
    terminal.send("\r")
    try terminal.waitFor("ran [écart à clôtureX œ] 18")
    #expect(terminal.screen.unknown == [])
  }

  @Test func `sees wide characters take two columns`() throws {
    let terminal = try Demo.start()
    terminal.send("日本 ok" + Keys.home + Keys.right + "x")
    try terminal.waitUntil("the cursor after x") {
      $0.text == "démo> 日x本 ok" && $0.column == 9
    }
    terminal.send("\r")
    try terminal.waitFor("ran [日x本 ok] 6")
  }

  @Test func `keeps the session after Ctrl-C, which drops the line`() throws {
    let terminal = try Demo.start()
    terminal.send("not this" + Keys.home + Keys.control("C"))
    try terminal.waitFor("démo> not this^C\ninterrupted\ndémo>")
    terminal.send("but this\r")
    try terminal.waitFor("ran [but this] 8")
  }

  @Test func `stops a command with Ctrl-C and keeps the session`() throws {
    let terminal = try Demo.start()
    terminal.send("wait\r")
    try terminal.waitFor("waiting")
    terminal.send(Keys.control("C"))
    try terminal.waitFor("stopped\ndémo>")
    terminal.send("after\r")
    try terminal.waitFor("ran [after] 5")
  }

  @Test func `ends with Ctrl-D on an empty line only`() throws {
    let terminal = try Demo.start()
    terminal.send("ab" + Keys.home + Keys.control("D"))
    try terminal.waitUntil("démo> b") { $0.text == "démo> b" }
    terminal.send(Keys.control("D"))
    try terminal.waitUntil("an empty line") { $0.text == "démo>" }
    terminal.send(Keys.control("D"))
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.text == "démo>\nend")
    #expect(terminal.isRestored)
  }

  @Test func `moves by words and deletes as other shells do`() throws {
    let terminal = try Demo.start()
    terminal.send("un deux trois\u{1B}[1;5D\u{1B}[3~\u{1B}[1;5D" + Keys.control("W"))
    try terminal.waitFor("démo> deux rois")
    terminal.send("\u{1B}[F!\r")
    try terminal.waitFor("ran [deux rois!] 10")
  }

  @Test func `goes on after Ctrl-Z where nobody could wake the program`() throws {
    let terminal = try Demo.start()
    terminal.send("kept" + Keys.control("Z"))
    try terminal.waitFor("démo> kept\ndémo> kept")
    terminal.send("!\r")
    try terminal.waitFor("ran [kept!] 5")
  }

  @Test func `stops the program with Ctrl-Z and comes back to the line`() throws {
    let terminal = try Demo.startInShell()
    terminal.send("{\rkept" + Keys.up + Keys.control("Z"))
    try terminal.waitUntil("the shell") { $0.text.hasSuffix("bash:") }
    #expect(terminal.isRestored)
    terminal.send("fg\n")
    try terminal.waitUntil("the line") { $0.text.hasSuffix("\(Demo.path)\ndémo> {\nkept") }
    terminal.send("x}" + "\r")
    try terminal.waitFor("ran [{x}\\nkept] 8")
  }

  @Test func `sees a message above the line being typed`() throws {
    let pipe = try Demo.temporaryFile()
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: pipe) }
    let terminal = try Demo.start("--announcements=" + pipe)
    terminal.send("{\rsecond")
    try terminal.waitFor("second")
    try "a check is done\n".write(toFile: pipe, atomically: false, encoding: .utf8)
    try terminal.waitUntil("the message") {
      $0.text == "a check is done\ndémo> {\nsecond" && $0.column == 6
    }
    terminal.send("}\r")
    try terminal.waitFor("ran [{\\nsecond}] 9")
  }

  @Test func `types ahead without seeing it twice`() throws {
    let terminals = try (0..<30).map { _ in try PseudoTerminal(Demo.path) }
    for terminal in terminals {
      try terminal.waitFor("démo>")
      terminal.send("un\u{1B}[Dx\rdeux\r")
    }
    for terminal in terminals {
      try terminal.waitFor("ran [deux] 4\ndémo>")
      #expect(
        terminal.screen.text == "démo> uxn\nran [uxn] 3\ndémo> deux\nran [deux] 4\ndémo>")
    }
  }

  @Test func `loses nothing typed before the first prompt`() throws {
    let terminal = try PseudoTerminal(Demo.path)
    terminal.send("early\r")
    try terminal.waitFor("ran [early] 5")
  }

  @Test func `sees a prompt in colour, and none on request`() throws {
    let terminal = try Demo.start("--right=2 open")
    #expect(terminal.screen.look(of: "démo") == "1;32")
    #expect(terminal.screen.look(of: "> ") == "")
    #expect(terminal.screen.look(of: "2 open") == "90")
    let plain = try Demo.start("--no-colour", "--right=2 open")
    #expect(plain.screen.look(of: "démo") == "")
    #expect(plain.screen.look(of: "2 open") == "")
  }

  @Test func `goes on in a window of another size`() throws {
    let terminal = try Demo.start(columns: 40, rows: 6)
    terminal.send("0123456789")
    try terminal.waitFor("0123456789")
    terminal.resize(columns: 60, rows: 6)
    terminal.send(" 0123456789 0123456789 0123456789 0123456789 end")
    try terminal.waitFor(
      "démo> 0123456789 0123456789 0123456789 0123456789 0123456789\n end")
    terminal.send("\r")
    try terminal.waitFor("0123456789\nend] 58")
  }
}

struct `A signal at the prompt` {
  @Test func `that stops the program gives the shell its terminal until it goes on`() throws {
    let terminal = try Demo.startInShell()
    let shell = terminal.process
    let children = try String(
      contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    terminal.send("kept")
    try terminal.waitFor("démo> kept")
    for child in children.split(separator: " ") { kill(pid_t(child) ?? 0, SIGSTOP) }
    try terminal.waitUntil("the shell") { $0.text.hasSuffix("bash:") }
    terminal.send("fg\n")
    try terminal.waitUntil("the line") { $0.text.hasSuffix("\(Demo.path)\ndémo> kept") }
    #expect(!terminal.isRestored)
    terminal.send("!\r")
    try terminal.waitFor("ran [kept!] 5")
  }

  @Test(arguments: [(Int32(15), Int32(143)), (1, 129)])
  func `ends the program with the terminal as it was`(number: Int32, status: Int32) throws {
    let terminal = try Demo.start()
    terminal.send("half a line")
    try terminal.waitFor("half a line")
    #expect(!terminal.isRestored)
    terminal.signal(number)
    #expect(try terminal.waitForEnd() == status)
    #expect(terminal.isRestored)
    #expect(terminal.screen.row == 1)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[?2004l"))
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGQUIT])
  func `of a crash gives the terminal back before it ends the program`(number: Int32) throws {
    let terminal = try Demo.start()
    terminal.send("half a line")
    try terminal.waitFor("half a line")
    terminal.signal(number)
    #expect(try terminal.waitForEnd() == 128 + number)
    #expect(terminal.isRestored)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[?2004l"))
  }

  @Test func `that interrupts from outside drops the line`() throws {
    let terminal = try Demo.start()
    terminal.send("dropped")
    try terminal.waitFor("dropped")
    terminal.signal(2)
    try terminal.waitFor("démo> dropped^C\ninterrupted\ndémo>")
  }

  @Test func `that stops and wakes the program leaves the line`() throws {
    let terminal = try Demo.start()
    terminal.send("kept")
    try terminal.waitFor("kept")
    terminal.signal(19)
    terminal.signal(18)
    terminal.send(" on\r")
    try terminal.waitFor("ran [kept on] 7")
  }

  @Test func `that hangs up is not heard by a program that ignores it`() throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "trap '' HUP; exec '\(Demo.path)'"])
    try terminal.waitFor("démo>")
    terminal.signal(1)
    terminal.send("still here\r")
    try terminal.waitFor("ran [still here] 10")
  }
}
