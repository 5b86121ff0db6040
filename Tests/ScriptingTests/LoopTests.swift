import Auditing
import Chance
import Scripting
import Testing

/// What a script prints, word by word.
private func printed(_ text: String) throws -> [String] {
  let source = Source(name: "essai", text: text)
  var interpreter = Interpreter(Recorder(), source: source)
  try interpreter.run(Parser.parse(source, vocabulary))
  return interpreter.runner.log.map { String($0.dropFirst("print ".count)) }
}

/// A sum or product of numbers; all numbers count tenths, as every one here has at most one decimal.
private indirect enum Sum {
  case tenths(Int)
  case variable(String)
  case plus(Sum, Sum)
  case minus(Sum, Sum)
  case turns(times: Int)

  var text: String {
    switch self {
    case .tenths(let tenths): "\(Double(tenths) / 10)"
    case .variable(let name): "$\(name)"
    case .plus(let left, let right): "\(left.text) + (\(right.text))"
    case .minus(let left, let right): "\(left.text) - (\(right.text))"
    case .turns(let times): "$i * \(times)"
    }
  }

  func value(_ variables: [String: Int]) -> Int {
    switch self {
    case .tenths(let tenths): tenths
    case .variable(let name): variables[name] ?? 0
    case .plus(let left, let right): left.value(variables) + right.value(variables)
    case .minus(let left, let right): left.value(variables) - right.value(variables)
    case .turns(let times): (variables["i"] ?? 0) * times
    }
  }

  init(_ chance: inout SplitMix, _ known: [String], depth: Int = 0) {
    switch chance.below(depth > 2 ? 3 : 6) {
    case 0: self = .tenths(chance.once(in: 4) ? chance.below(90) + 5 : chance.below(9) * 10)
    case 1, 2: self = .variable(chance.pick(known) ?? "i")
    case 3: self = .turns(times: chance.below(4))
    case 4: self = .plus(Sum(&chance, known, depth: depth + 1), Sum(&chance, known, depth: 3))
    default: self = .minus(Sum(&chance, known, depth: depth + 1), Sum(&chance, known, depth: 3))
    }
  }
}

/// A statement of a loop's block, and what it does by the rules of blocks.
private indirect enum Line {
  case assign(String, Sum)
  case print(String)
  case condition(Sum, String, Sum, joined: String?, [Line], [Line])

  var text: String {
    switch self {
    case .assign(let name, let sum): "let \(name) = \(sum.text) + 0"
    case .print(let name): "print $\(name)"
    case .condition(let left, let sign, let right, let joined, let block, let otherwise):
      "if \(left.text) \(sign) \(right.text)\(joined ?? "") "
        + "{\n\(Line.text(block))\n} else {\n\(Line.text(otherwise))\n}"
    }
  }

  static func text(_ lines: [Line]) -> String { lines.map(\.text).joined(separator: "\n") }

  static func run(_ lines: [Line], _ variables: inout [String: Int], _ printed: inout [Int]) {
    let outer = Set(variables.keys)
    for line in lines {
      switch line {
      case .assign(let name, let sum): variables[name] = sum.value(variables)
      case .print(let name): printed.append(variables[name] ?? 0)
      case .condition(let left, let sign, let right, let joined, let block, let otherwise):
        let (a, b) = (left.value(variables), right.value(variables))
        var holds = [("<", a < b), (">=", a >= b), ("=", a == b), ("!=", a != b)]
          .contains { $0.0 == sign && $0.1 }
        if joined == " and $i > 2" { holds = holds && (variables["i"] ?? 0) > 20 }
        if joined == " or not $i < 3" { holds = holds || (variables["i"] ?? 0) >= 30 }
        run(holds ? block : otherwise, &variables, &printed)
      }
    }
    variables = variables.filter { outer.contains($0.key) }
  }

  static func random(_ chance: inout SplitMix, _ known: [String], depth: Int = 0) -> [Line] {
    var known = known
    return (0...chance.below(4)).map { index in
      switch chance.below(depth > 1 ? 5 : 8) {
      case 0, 1: return .assign(chance.once(in: 2) ? "a" : "b", Sum(&chance, known))
      case 2, 3:
        let own = "own\(depth)\(index)"
        defer { known.append(own) }
        return .assign(own, Sum(&chance, known))
      case 4: return .print(chance.pick(known) ?? "i")
      default:
        return .condition(
          .variable(chance.pick(known) ?? "i"), chance.pick(["<", ">=", "=", "!="]) ?? "<",
          Sum(&chance, known),
          joined: chance.pick([nil, nil, " and $i > 2", " or not $i < 3"]) ?? nil,
          random(&chance, known, depth: depth + 1), random(&chance, known, depth: depth + 1))
      }
    }
  }
}

struct `A loop that counts` {
  @Test func `comes to what its statements come to one by one, whatever they are`() throws {
    for seed in 0..<800 {
      var chance = SplitMix(UInt64(seed))
      let lines = Line.random(&chance, ["a", "b", "i"])
      let start = ["a": chance.below(5) * 10, "b": chance.once(in: 3) ? 25 : 20]
      let list = chance.once(in: 2) ? "range(1, 4)" : "(1 + 0, 2 + 0, 3 + 0, 4 + 0)"
      let text = """
        let a = \(start["a", default: 0] / 10) + 0
        let b = \(Double(start["b", default: 0]) / 10) + 0
        for i in \(list) {
        \(Line.text(lines))
        }
        print $a
        print $b
        """
      var (variables, expected) = (start, [Int]())
      for turn in 1...4 {
        variables["i"] = turn * 10
        Line.run(lines, &variables, &expected)
      }
      expected += ["a", "b"].map { variables[$0, default: 0] }
      let found = try printed(text).map { Int(((Double($0) ?? .nan) * 10).rounded()) }
      #expect(found == expected, "seed \(seed)\n\(text)")
    }
  }

  @Test func `goes on in quantities and decimals`() throws {
    let text = """
      let delay = 5 min
      let part = 1 + 0
      for i in range(1, 3) {
        let delay = $delay + 1 min
        if $i = 2 { let part = $part / 4 }
        let part = $part + 1
      }
      print $delay $part
      """
    #expect(try printed(text) == ["8 min 2.5"])
  }

  @Test(arguments: [
    (
      "let n = 999999999999999998 + 0\nfor i in range(1, 3) { let n = $n + 1 }", "numberTooLarge"
    ),
    ("for i in range(1, 2) { let i = $i + 1 }", "unchangeable(\"i\")"),
    ("let n = \"a\"\nfor i in range(1, 2) { let n = $i + 1 }", "typeChanged"),
    ("let n = 5 min\nfor i in range(1, 2) { if $n > $i { print $i } }", "incomparable"),
    ("for i in range(1, 2) { let n = $i + $later; let later = $i + 1 }", "unknownVariable"),
  ])
  func `says what its statements cannot do`(text: String, fault: String) throws {
    let error = try #require(throws: ScriptError.self) { try printed(text) }
    #expect("\(error.kind)".hasPrefix(fault), "\(error.kind)")
  }

  @Test func `shows a definition and a command what was counted so far`() throws {
    let text = """
      let n = 0 + 0
      def twice() { return $n * 2 }
      for i in range(1, 3) {
        let n = $n + $i
        let double = twice()
        print $double
        if twice() > 2 { let n = $n + 1 }
        print $n $i
      }
      """
    #expect(try printed(text) == ["2", "1 1", "6", "4 2", "14", "8 3"])
  }
}
