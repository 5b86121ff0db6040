import Foundation
import Signing
import Testing

struct `A program run by another` {
  private func shell(_ script: String) -> Subprocess {
    Subprocess("/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
  }

  @Test func `gets its arguments as they are, whatever they hold`() throws {
    let arguments = ["a b", "$HOME", "`id`", "", "é\n", "-x", "*"]
    let result = try Subprocess("/usr/bin/printf", ["%s|"] + arguments).run()
    #expect(result.text == arguments.map { $0 + "|" }.joined())
  }

  @Test func `gets the environment given and no more`() throws {
    let result = try Subprocess("/usr/bin/env", [], environment: ["A": "1", "B": "x=y"]).run()
    #expect(result.text == "A=1\nB=x=y\n")
  }

  @Test func `reads its input to the end, be it long or not read at all`() throws {
    var count = Subprocess("/usr/bin/wc", ["-c"])
    count.input = [UInt8](repeating: 0x61, count: 3_000_000)
    #expect(try count.run().text == "3000000\n")
    var deaf = Subprocess("/bin/true", [])
    deaf.input = count.input
    #expect(try deaf.run().isSuccess)
    #expect(try Subprocess("/bin/cat", []).run().output.isEmpty)
  }

  @Test func `reads further files under the names given for them`() throws {
    var run = Subprocess(
      "/bin/cat", [Subprocess.name(ofFile: 1), Subprocess.name(ofFile: 0), "-"])
    run.input = Array("in".utf8)
    run.files = [Array("one".utf8), Array("two".utf8)]
    #expect(try run.run().text == "twoonein")
  }

  @Test func `tells its status, its signal and both its outputs`() throws {
    let result = try shell("echo out; echo err >&2; exit 7").run()
    #expect(result.outcome == .exited(7))
    #expect(result.text == "out\n")
    #expect(result.words == "err")
    #expect(try shell("kill -TERM $$").run().outcome == .signalled(15))
  }

  @Test func `has default signals, whatever those of its parent`() throws {
    let earlier = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, earlier) }
    let result = try shell("kill -PIPE $$; echo alive").run()
    #expect(result.outcome == .signalled(13))
    #expect(result.output.isEmpty)
  }

  @Test func `inherits no descriptor but its own`() throws {
    let null = unsafe open("/dev/null", O_RDONLY)
    // Far from the numbers that the program has of its own.
    let leak = fcntl(null, F_DUPFD, 100)
    defer { for number in [null, leak] { close(number) } }
    var run = Subprocess("/bin/sh", ["-c", "ls /proc/$$/fd; true"])
    run.environment = ["PATH": "/usr/bin:/bin"]
    run.files = [[1]]
    let numbers = try run.run().text.split(separator: "\n").compactMap { Int($0) }
    #expect(numbers.filter { $0 < 10 }.sorted() == [0, 1, 2, 3])
    #expect(!numbers.contains(Int(leak)))
  }

  @Test func `is killed with what it started when its time is over`() throws {
    let bench = try Workbench()
    var slow = shell("sleep 300 & echo $! > \(bench.at("started")); wait")
    slow.timeLimit = .seconds(2)
    let start = ContinuousClock.now
    #expect(throws: SigningError.programTooSlow(name: "sh", limit: .seconds(2))) {
      try slow.run()
    }
    #expect(ContinuousClock.now - start < .seconds(200))
    let number = String(decoding: try bench.read("started"), as: UTF8.self)
    let stat = URL(filePath: "/proc/\(number.dropLast())/stat")
    var lives = true
    while lives, ContinuousClock.now - start < .seconds(200) {
      let state = try? String(contentsOf: stat, encoding: .utf8).split(separator: " ")[2]
      lives = state != nil && state != "Z"
    }
    #expect(!lives)
  }

  @Test func `is killed when it writes too much`() throws {
    var loud = shell("yes")
    loud.outputLimit = 10_000
    #expect(throws: SigningError.programTooLoud(name: "sh", limit: 10_000)) { try loud.run() }
    loud.outputLimit = 8 << 20
    #expect(throws: SigningError.programTooLoud(name: "sh", limit: 8 << 20)) { try loud.run() }
  }

  @Test func `is not waited for beyond its own end`() throws {
    let start = ContinuousClock.now
    #expect(try shell("sleep 300 & echo done").run().text == "done\n")
    #expect(ContinuousClock.now - start < .seconds(200))
  }

  @Test func `has no terminal to ask on`() throws {
    #expect(try shell("exec < /dev/tty").run().isSuccess == false)
  }

  @Test(arguments: [true, false])
  func `shares the session of its parent only where it may ask`(_ mayAsk: Bool) throws {
    var run = shell("cut -d ' ' -f 6 /proc/$$/stat; echo $$")
    run.keepsTerminal = mayAsk
    let numbers = try run.run().text.split(separator: "\n").map { Int32($0) }
    #expect(numbers == [mayAsk ? getsid(0) : numbers[1], numbers[1]])
  }

  @Test func `that is not there is an error with its number`() {
    #expect(throws: SigningError.system(call: "posix_spawn", path: "/no/such", code: ENOENT)) {
      try Subprocess("/no/such", []).run()
    }
    #expect(throws: SigningError.argumentRefused("a\0b")) {
      try Subprocess("/bin/true", ["a\0b"]).run()
    }
  }

  @Test func `is found in absolute folders of the path only`() throws {
    let bench = try Workbench()
    try bench.write("bin/tool", Array("#!/bin/sh\n".utf8))
    try bench.write("bin/dull", Array("x".utf8))
    _ = try bench.shell("chmod +x bin/tool; mkdir -p other/tool")
    let path = "relative:\(bench.at("other")):\(bench.at("bin")):/usr/bin"
    let programs = Programs(environment: ["PATH": path, "SECRET": "x"])
    #expect(programs.path(of: "tool") == bench.at("bin/tool"))
    #expect(programs.path(of: "dull") == nil)
    #expect(programs.path(of: "../bin/tool") == nil)
    #expect(Programs(environment: [:]).path(of: "sh") == nil)
    let program = try programs.program("tool", from: "x", [])
    #expect(program.environment == ["PATH": path, "SSH_ASKPASS_REQUIRE": "never"])
  }
}
