import Foundation
import PseudoTerminals
import Testing

struct `Tab` {
  @Test func `inserts what the candidates have in common, then lists them`() throws {
    let terminal = try Demo.start()
    terminal.send("con\t")
    try terminal.waitFor("démo> constat")
    terminal.send("\t")
    try terminal.waitUntil("the list") {
      $0.text == "démo> constat\n  constat   7 letters\n  constats  8 letters\ndémo> constat"
    }
    #expect(terminal.screen.look(of: "7 letters") == "90")
    terminal.send("s\r")
    try terminal.waitFor("ran [constats] 8")
  }

  @Test func `inserts the only candidate and a space`() throws {
    let terminal = try Demo.start()
    terminal.send("pr\tx\r")
    try terminal.waitFor("ran [préfecture x] 12")
  }

  @Test func `inserts no space after a folder`() throws {
    let terminal = try Demo.start()
    terminal.send("ph\tx\r")
    try terminal.waitFor("ran [photos/x] 8")
  }

  @Test func `completes within a line, by letters and not by bytes`() throws {
    let terminal = try Demo.start()
    terminal.send("voir éca fin" + String(repeating: Keys.left, count: 4) + "\t!\r")
    try terminal.waitFor("ran [voir écart! fin] 15")
  }

  @Test func `lists below a block and draws the block again`() throws {
    let terminal = try Demo.start()
    terminal.send("{\rconst\rfin" + Keys.up + Keys.end + "\t\t")
    try terminal.waitUntil("the list") {
      $0.text
        == "démo> {\nconstat\nfin\n  constat   7 letters\n  constats  8 letters\n"
        + "démo> {\nconstat\nfin" && $0.row == 6 && $0.column == 7
    }
  }
}

struct `A block` {
  @Test func `is edited over several rows and read as one text`() throws {
    let terminal = try Demo.start()
    terminal.send("if x {\rone\rthree")
    try terminal.waitFor("démo> if x {\none\nthree")
    terminal.send(Keys.up + Keys.end + "!" + Keys.down + Keys.end + "?\r}\r")
    try terminal.waitFor("ran [if x {\\none!\\nthree?\\n}] 20", seconds: 5)
  }

  @Test func `comes back whole with Up`() throws {
    let terminal = try Demo.start()
    terminal.send("a {\rb\r}\r")
    try terminal.waitFor("ran [a {\\nb\\n}] 7\ndémo>")
    terminal.send(Keys.up)
    try terminal.waitFor("7\ndémo> a {\nb\n}")
    terminal.send(" c\r")
    try terminal.waitFor("ran [a {\\nb\\n} c] 9")
  }

  @Test func `is read row by row on a plain terminal`() throws {
    let terminal = try Demo.start(environment: ["TERM": "dumb"])
    terminal.send("a {\r")
    try terminal.waitFor("démo> a {\n...")
    terminal.send("b\r")
    try terminal.waitFor("... b\n...")
    terminal.send("}\r")
    try terminal.waitFor("démo> a {\n... b\n... }\nran [a {\\nb\\n}] 7")
  }

  @Test func `is dropped whole by Ctrl-C`() throws {
    let terminal = try Demo.start()
    terminal.send("a {\rb" + Keys.control("C"))
    try terminal.waitFor("démo> a {\nb^C\ninterrupted\ndémo>")
  }
}

struct `Pasted text` {
  @Test func `keeps its tabs and rows, with accents composed, and is run by Enter`() throws {
    let terminal = try Demo.start()
    terminal.send(Keys.paste("line\ttwo e\u{301}cart\rmai\u{302}tre\r\r"))
    try terminal.waitFor("démo> line      two écart\nmaître")
    #expect(!terminal.screen.text.contains("ran"))
    terminal.send("!\r")
    try terminal.waitFor("ran [line\\ttwo écart\\nmaître!] 22")
  }

  @Test func `brings no control characters with it`() throws {
    let terminal = try Demo.start()
    terminal.send(Keys.paste("a\u{1B}[31mb\u{3}\u{7}c\u{9B}d") + "\r")
    try terminal.waitFor("ran [a[31mbcd] 8")
  }

  @Test func `is inserted in vi mode as well`() throws {
    let terminal = try Demo.start(settings: "bind -v\n")
    terminal.send("x" + Keys.paste("a\rb") + "y\r")
    try terminal.waitFor("ran [xa\\nby] 5")
  }

  @Test func `ends a search in the history and is inserted`() throws {
    let terminal = try Demo.start()
    terminal.send("first\r")
    try terminal.waitFor("ran [first] 5\ndémo>")
    terminal.send(Keys.control("R") + "fir")
    try terminal.waitFor("bck:fir")
    terminal.send(Keys.paste("né") + "\r")
    try terminal.waitFor("ran [néfirst] 7")
  }

  @Test func `may be longer than the screen`() throws {
    let terminal = try Demo.start(columns: 80, rows: 10)
    let rows = (1...2000).map { "rangée \($0) à vérifier" }
    terminal.send(Keys.paste(rows.joined(separator: "\r")))
    try terminal.waitFor("rangée 2000 à vérifier")
    terminal.send("\r")
    let count = rows.joined(separator: "\n").count
    try terminal.waitFor("] \(count)\ndémo>")
  }

  @Test func `is not announced to what a command starts`() throws {
    let terminal = try Demo.start()
    terminal.send("a\r")
    try terminal.waitFor("ran [a] 1\ndémo>")
    let sent = String(decoding: terminal.bytes, as: UTF8.self)
    let parts = sent.split(separator: "\u{1B}[?2004l")
    #expect(parts.count == 2)
    #expect(parts.last?.contains("ran [a]") == true)
  }
}

struct `The history` {
  @Test func `is walked with Up and Down and keeps the line at hand`() throws {
    let terminal = try Demo.start()
    terminal.send("one\rtwo\r")
    try terminal.waitFor("ran [two] 3\ndémo>")
    terminal.send("draft" + Keys.up + Keys.up)
    try terminal.waitUntil("one") { $0.text.hasSuffix("démo> one") }
    terminal.send(Keys.down + Keys.down)
    try terminal.waitUntil("draft") { $0.text.hasSuffix("démo> draft") }
  }

  @Test func `leaves a line alone that has nothing before or after it`() throws {
    let terminal = try Demo.start()
    terminal.send("kept" + Keys.up + Keys.down + "\r")
    try terminal.waitFor("ran [kept] 4")
  }

  @Test func `goes on from the line that a search has found`() throws {
    let terminal = try Demo.start()
    terminal.send("zero\rone\rtwo\rthree\r")
    try terminal.waitFor("ran [three] 5\ndémo>")
    terminal.send(Keys.control("R") + "tw")
    try terminal.waitFor("démo> two\nbck:tw")
    terminal.send(Keys.up)
    try terminal.waitUntil("one") { $0.text.hasSuffix("démo> one") }
  }

  @Test func `is searched with Ctrl-R, by accents too`() throws {
    let terminal = try Demo.start()
    terminal.send("voir écart 1\rvoir écart 2\rautre\r")
    try terminal.waitFor("ran [autre] 5\ndémo>")
    terminal.send(Keys.control("R") + "éca")
    try terminal.waitFor("démo> voir écart 2")
    terminal.send(Keys.control("R"))
    try terminal.waitUntil("the older line") { $0.text.contains("démo> voir écart 1\nbck:éca") }
    terminal.send("\r")
    try terminal.waitUntil("the older line run again") {
      $0.text.hasSuffix("démo> voir écart 1\nran [voir écart 1] 12\ndémo>")
    }
  }

  @Test func `is there in the next session`() throws {
    let file = try Demo.temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: file) }
    let first = try Demo.start("--history=" + file)
    first.send("été\r secret\ra {\r}\rquit\r")
    #expect(try first.waitForEnd() == 0)
    let second = try Demo.start("--history=" + file)
    second.send(Keys.up)
    try second.waitFor("démo> a {\n}")
    second.send(Keys.control("P") + Keys.control("P"))
    try second.waitUntil("été") { $0.text == "démo> été" }
  }

  @Test func `gives a long draft back whole`() throws {
    let terminal = try Demo.start()
    terminal.send("one\r")
    try terminal.waitFor("ran [one] 3\ndémo>")
    let draft = String(repeating: "0123456789", count: 150)
    terminal.send(draft)
    try terminal.waitUntil("the draft") { $0.text.count { $0 == "9" } == 150 }
    terminal.send(Keys.up)
    try terminal.waitUntil("one") { $0.text.hasSuffix("démo> one") }
    terminal.send(Keys.down + "\r")
    try terminal.waitFor("] 1500")
    #expect(terminal.screen.text.filter { $0 != "\n" }.contains("ran [\(draft)]"))
  }
}

struct `A suggestion` {
  @Test func `is seen in grey and taken with the right arrow`() throws {
    let terminal = try Demo.start()
    terminal.send("finding l")
    try terminal.waitUntil("the suggestion") {
      $0.text == "démo> finding list where status = open" && $0.column == 15
    }
    #expect(terminal.screen.look(of: "ist where") == "90")
    terminal.send(Keys.right)
    try terminal.waitUntil("the end of the line, coloured") {
      $0.column == 38 && $0.look(of: "open") == "31"
    }
    #expect(terminal.screen.look(of: "ist where") == "")
    terminal.send("\r")
    try terminal.waitFor("ran [finding list where status = open] 32")
  }

  @Test func `is gone when the line is run without it`() throws {
    let terminal = try Demo.start()
    terminal.send("finding")
    try terminal.waitFor("status = open")
    terminal.send("\r")
    try terminal.waitFor("démo> finding\nran [finding] 7")
  }

  @Test func `keeps clear of the right prompt`() throws {
    let terminal = try Demo.start("--right=2 open", columns: 40)
    terminal.send("finding")
    try terminal.waitFor("démo> finding list where status 2 open")
    terminal.send("x")
    try terminal.waitUntil("no suggestion") {
      $0.text.hasPrefix("démo> findingx      ") && $0.text.hasSuffix("   2 open")
    }
  }

  @Test func `and colours are not sent without colour`() throws {
    let terminal = try Demo.start("--no-colour")
    terminal.send("finding open\r")
    try terminal.waitFor("ran [finding open] 12")
    #expect(!terminal.screen.text.contains("list"))
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[31m"))
  }

  @Test func `colours the rows of a block and text that is wrapped`() throws {
    let terminal = try Demo.start(columns: 20, rows: 8)
    terminal.send("{ 345678901234open\ropen")
    try terminal.waitUntil("two rows") { $0.text == "démo> { 345678901234\nopen\nopen" }
    try terminal.waitUntil("colour in both") {
      $0.cells[1][0].look == "31" && $0.cells[2][0].look == "31" && $0.cells[0][19].look == ""
    }
    #expect(terminal.screen.row == 2)
    #expect(terminal.screen.column == 4)
  }
}
