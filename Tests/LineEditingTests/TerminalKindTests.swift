import Foundation
import PseudoTerminals
import Testing

struct `A terminal` {
  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func `that is plain or unknown is sent no escape sequence`(kind: String) throws {
    let terminal = try Demo.start("--right=x", environment: ["TERM": kind])
    terminal.send("finding con\t\t" + Keys.left + Keys.backspace + "é\r")
    try terminal.waitFor("ran [finding constét] 15\ndémo>")
    terminal.send(Keys.up + Keys.control("C") + Keys.control("D"))
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.bytes.contains(0x1B))
    #expect(!terminal.screen.text.contains("No entry"))
  }

  @Test func `in accessible mode is sent no escape sequence`() throws {
    let terminal = try Demo.start("--accessible", "--right=x")
    terminal.send("con\t\ts\r")
    try terminal.waitFor("ran [constats] 8")
    #expect(!terminal.bytes.contains(0x1B))
    #expect(terminal.screen.text.contains("\n  constat   7 letters\n"))
  }

  @Test(arguments: ["vt100", "xterm-256color", "linux", "screen-256color", "rxvt"])
  func `of any common kind shows the same line`(kind: String) throws {
    let terminal = try Demo.start(environment: ["TERM": kind])
    terminal.send("un deux" + Keys.home + "zéro " + Keys.right + Keys.backspace)
    try terminal.waitFor("démo> zéro n deux")
    terminal.send("\r")
    try terminal.waitFor("ran [zéro n deux] 11")
  }
}

struct `The user's settings` {
  @Test func `may choose the keys of vi`() throws {
    let terminal = try Demo.start(settings: "demo:bind -v\n")
    terminal.send("one two")
    try terminal.waitFor("démo> one two")
    terminal.send(Keys.escape)
    try terminal.waitUntil("the cursor on the last letter") { $0.column == 12 }
    terminal.send("bx0x")
    try terminal.waitFor("démo> ne wo")
    terminal.send("\r")
    try terminal.waitFor("ran [ne wo] 5")
  }

  @Test func `of vi leave arrows, Tab and Ctrl-C as they are`() throws {
    let terminal = try Demo.start(settings: "bind -v\n")
    terminal.send("pr\tab" + Keys.left + "c\r")
    try terminal.waitFor("ran [préfecture acb] 14\ndémo>")
    terminal.send("x" + Keys.control("C"))
    try terminal.waitFor("interrupted\ndémo>")
    terminal.send(Keys.up)
    try terminal.waitUntil("the line before") { $0.text.hasSuffix("démo> préfecture acb") }
  }

  @Test func `may bind keys of their own`() throws {
    let terminal = try Demo.start(settings: "bind -s ^T \"tout \"\n")
    terminal.send(Keys.control("T") + "\r")
    try terminal.waitFor("ran [tout ] 5")
  }

  @Test func `may turn editing off`() throws {
    let terminal = try Demo.start(settings: "edit off\n")
    #expect(terminal.isRestored)
    terminal.send("écart {\r")
    try terminal.waitFor("démo> écart {\n...")
    terminal.send("}\r")
    try terminal.waitFor("ran [écart {\\n}] 9\ndémo>")
    #expect(!terminal.bytes.contains(0x1B))
    terminal.send("dropped" + Keys.control("C"))
    try terminal.waitFor("interrupted\ndémo>")
    terminal.send(Keys.control("D"))
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `that are wrong are said to be`() throws {
    let terminal = try Demo.start(settings: "frobnicate\nbind -v\n")
    #expect(terminal.screen.text.contains("settings were cut"))
    terminal.send("ok\r")
    try terminal.waitFor("ran [ok] 2")
  }
}
