import Foundation
import PseudoTerminals
import Testing

struct `A terminal` {
  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func `that is plain or unknown is sent no escape sequence`(kind: String) throws {
    let terminal = try Demo.start("--right=x", environment: ["TERM": kind])
    terminal.send("finding con")
    try terminal.waitFor("finding con")
    terminal.send("\t")
    try terminal.waitFor("finding constat")
    terminal.send("\t")
    try terminal.waitFor("Tab\ndémo> finding constat")
    terminal.send(Keys.left + Keys.backspace + "é\r")
    try terminal.waitFor("ran [finding constét] 15\ndémo>")
    terminal.send(Keys.up + Keys.control("C") + Keys.control("D"))
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.bytes.contains(0x1B))
    #expect(!terminal.screen.text.contains("No entry"))
  }

  @Test func `that prints only numbers the candidates, of which a number and Tab choose one`()
    throws
  {
    let terminal = try Demo.start("--plain", "--right=x")
    terminal.send("con")
    try terminal.waitFor("con")
    terminal.send("\t")
    try terminal.waitFor("constat")
    terminal.send("\t")
    try terminal.waitFor(
      "  1. constat — 7 letters\n  2. constats — 8 letters\ntype a number, then Tab\ndémo> constat")
    terminal.send("2")
    try terminal.waitFor("constat2")
    terminal.send("\t")
    try terminal.waitFor("\ndémo> constats")
    terminal.send("\r")
    try terminal.waitFor("ran [constats ] 9")
    #expect(!terminal.bytes.contains(0x1B))
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

struct `Rows pasted into a terminal that only prints` {
  @Test func `are one text, which a person's Enter runs`() throws {
    let terminal = try Demo.start("--plain")
    terminal.send("u")
    try terminal.waitFor("démo> u")
    try terminal.waitUntilIdle()
    terminal.send("n\tdeux\re\u{301}cart\r")
    try terminal.waitFor("run 2 rows?")
    #expect(!terminal.screen.text.contains("ran ["))
    terminal.send("\r")
    try terminal.waitFor("ran [un\\tdeux\\nécart] 13\ndémo>")
    try terminal.waitUntilIdle()
    terminal.send("un\rdeux")
    try terminal.waitFor("deux")
    try terminal.waitUntilIdle()
    terminal.send("!")
    try terminal.waitFor("deux!")
    try terminal.waitUntilIdle()
    terminal.send("\r")
    try terminal.waitFor("ran [un\\ndeux!] 8\ndémo>")
    #expect(!terminal.bytes.contains(0x1B))
  }

  @Test func `belong to what was typed before them, and are dropped by Ctrl-C`() throws {
    let terminal = try Demo.start("--plain")
    terminal.send("note ")
    try terminal.waitUntil("a space behind the word") { $0.column == 11 }
    try terminal.waitUntilIdle()
    terminal.send("un\rdeux\r")
    try terminal.waitFor("run 2 rows?")
    terminal.send("\r")
    try terminal.waitFor("ran [note un|deux] 12\ndémo>")
    try terminal.waitUntilIdle()
    terminal.send("un\rdeux\r")
    try terminal.waitUntil("the question again") { $0.text.hasSuffix("run 2 rows?") }
    terminal.send(Keys.control("C"))
    try terminal.waitFor("interrupted\ndémo>")
  }

  @Test func `are asked about if one alone, once keys were seen to come one by one`() throws {
    let terminal = try Demo.start("--plain")
    terminal.send("a line sent whole\r")
    try terminal.waitFor("ran [a line sent whole] 17\ndémo>")
    try terminal.waitUntilIdle()
    terminal.send("k")
    try terminal.waitFor("démo> k")
    try terminal.waitUntilIdle()
    terminal.send("ept\r")
    try terminal.waitFor("ran [kept] 4\ndémo>")
    try terminal.waitUntilIdle()
    terminal.send("a pasted line\r")
    try terminal.waitFor("run 1 rows?")
    #expect(!terminal.screen.text.contains("ran [a pasted"))
    terminal.send("\r")
    try terminal.waitFor("ran [a pasted line] 13\ndémo>")
  }

  @Test func `are a block where rows are edited and pastes are not marked`() throws {
    let terminal = try Demo.start("--unmarked")
    terminal.send("u")
    try terminal.waitFor("démo> u")
    try terminal.waitUntilIdle()
    terminal.send("n\tdeux\rtrois")
    try terminal.waitUntil("both rows") { $0.text.hasSuffix("trois") }
    try terminal.waitUntilIdle()
    #expect(!terminal.screen.text.contains("ran ["))
    terminal.send("\r")
    try terminal.waitFor("ran [un\\tdeux\\ntrois] 13\ndémo>")
    try terminal.waitUntilIdle()
    terminal.send("une seule\r")
    try terminal.waitFor("une seule")
    terminal.send(Keys.control("C"))
    try terminal.waitFor("interrupted\ndémo>")
    #expect(!terminal.screen.text.contains("ran [une"))
  }

  @Test func `wait for Enter with editing off too`() throws {
    let terminal = try Demo.start(settings: "edit off\n")
    terminal.send("un\ndeux\n")
    try terminal.waitFor("run 2 rows?")
    #expect(!terminal.screen.text.contains("ran ["))
    terminal.send("\n")
    try terminal.waitFor("ran [un\\ndeux] 7\ndémo>")
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
