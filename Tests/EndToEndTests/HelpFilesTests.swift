import Foundation
import Testing

struct `The manual page` {
  @Test(arguments: ["fr", "en"])
  func `is made of every command and is clean to the programs that show it`(_ language: String)
    throws
  {
    let sandbox = try Sandbox()
    let page = try sandbox.run("--lang", language, "help", "--man")
    #expect(page.status == 0 && page.errors == "")
    #expect(page.output.hasPrefix(".TH CONSTAT 1 "))
    for word in ["finding", "--dry\\-run".replacing("--", with: "\\-\\-"), "suppose"]
    where language == "en" {
      #expect(page.output.contains(word), "\(word)")
    }
    try sandbox.write("constat.1", page.output)
    if try Outside.isThere("mandoc", for: "the manual page", sandbox) {
      let lint = try sandbox.shell("mandoc -Tlint -Wwarning constat.1")
      #expect(lint.status == 0 && lint.output == "", "\(lint.output)")
    }
    if try Outside.isThere("man", for: "the manual page", sandbox) {
      let man = try sandbox.shell(
        "LC_ALL=C.UTF-8 MANWIDTH=100 man --warnings -l -Tutf8 constat.1 2>&1 >/dev/null")
      #expect(man.status == 0 && man.output == "", "\(man.output)")
    }
  }
}

struct `The completion` {
  private func script(_ shell: String, _ language: String = "en") throws -> (Sandbox, String) {
    let sandbox = try Sandbox()
    let answer = try sandbox.run("--lang", language, "help", "--completion", shell)
    #expect(answer.status == 0 && answer.errors == "")
    try sandbox.write("constat.\(shell)", answer.output)
    return (sandbox, answer.output)
  }

  @Test(arguments: ["bash", "zsh", "fish"], ["fr", "en"])
  func `is a script that its shell reads`(_ shell: String, _ language: String) throws {
    let (sandbox, text) = try script(shell, language)
    #expect(text.contains("dossier"))
    guard try Outside.isThere(shell, for: "its completion", sandbox) else { return }
    let checked = try sandbox.shell("\(shell) -n constat.\(shell)")
    #expect(checked.status == 0 && checked.errors == "", "\(checked.errors)")
  }

  /// What is typed, and the words of it that may follow.
  private static let lines = [
    ("constat fin", "finding"), ("constat finding am", "amend"), ("constat constat ad", "add"),
    ("constat finding add --gr", "--grade"), ("constat --dossier demo site sh", "show"),
    ("constat --dry", "--dry-run"), ("constat site list --js", "--json"),
  ]

  @Test(arguments: lines)
  func `of fish offers what may follow`(_ line: String, _ offered: String) throws {
    let (sandbox, _) = try script("fish")
    guard try Outside.isThere("fish", for: "its completion", sandbox) else { return }
    let answer = try sandbox.shell(
      "fish --no-config -c 'source constat.fish; complete -C \"$argv[1]\"' -- \"$1\"", line)
    let words = answer.output.split(separator: "\n").compactMap { $0.split(separator: "\t").first }
    #expect(words.map(String.init) == [offered], "\(answer)")
  }

  @Test(arguments: lines)
  func `of zsh offers what may follow`(_ line: String, _ offered: String) throws {
    let (sandbox, _) = try script("zsh")
    guard try Outside.isThere("zsh", for: "its completion", sandbox) else { return }
    try sandbox.write(
      "try.zsh",
      """
      autoload -Uz compinit; compinit -D; . ./constat.zsh
      _describe() { print -l -- "${(@)${(@P)4}%%:*}" }
      words=(${=1}); CURRENT=$#words; PREFIX=$words[-1]; _constat
      """)
    let answer = try sandbox.shell("zsh -f try.zsh \"$1\"", line)
    let typed = line.split(separator: " ").last ?? ""
    let words = answer.output.split(separator: "\n").filter { $0.hasPrefix(typed) }
    #expect(words.map(String.init) == [offered], "\(answer)")
  }

  @Test(arguments: lines + [("constat constat aj", "")])
  func `of bash offers what may follow`(_ line: String, _ offered: String) throws {
    let (sandbox, _) = try script("bash")
    let answer = try sandbox.shell(
      """
      . ./constat.bash; COMP_WORDS=($1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _constat
      echo "${COMPREPLY[*]}"
      """, line)
    #expect(answer.output == offered + "\n", "\(answer)")
  }
}

/// A JSON value as a schema sees it.
private indirect enum JSONValue: Decodable {
  case null, flag(Bool), number(Double), text(String), list([JSONValue]), object(
    [String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  subscript(name: String) -> JSONValue? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var list: [JSONValue] { if case .list(let list) = self { list } else { [] } }
  var fields: [String: JSONValue] { if case .object(let fields) = self { fields } else { [:] } }

  func isOf(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.flag, "boolean"), (.number, "number"), (.text, "string"),
      (.list, "array"), (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}

struct `The schema of the envelope` {
  /// The part of JSON Schema that the schema uses.
  private struct Schema {
    let root: JSONValue

    func faults(_ value: JSONValue, _ schema: JSONValue, _ path: String = "$") -> [String] {
      if let name = schema["$ref"]?.text?.split(separator: "/").last {
        return faults(value, root["$defs"]?[String(name)] ?? .null, path)
      }
      var found: [String] = []
      let alternatives = schema["anyOf"]?.list ?? []
      if !alternatives.isEmpty, alternatives.allSatisfy({ !faults(value, $0, path).isEmpty }) {
        found.append("\(path): none of the alternatives")
      }
      if let constant = schema["const"]?.text, value.text != constant {
        found.append("\(path): not \(constant)")
      }
      if let type = schema["type"] {
        let types = type.text.map { [$0] } ?? type.list.compactMap(\.text)
        if !types.contains(where: value.isOf) { found.append("\(path): not \(types)") }
      }
      if let items = schema["items"] {
        for (index, item) in value.list.enumerated() {
          found += faults(item, items, "\(path)[\(index)]")
        }
      }
      guard case .object(let object) = value else { return found }
      for name in (schema["required"]?.list ?? []).compactMap(\.text) where object[name] == nil {
        found.append("\(path): no \(name)")
      }
      for (name, item) in object {
        if let own = schema["properties"]?[name] {
          found += faults(item, own, "\(path).\(name)")
        } else if case .object? = schema["additionalProperties"] {
          found += faults(item, schema["additionalProperties"] ?? .null, "\(path).\(name)")
        } else if case .flag(false)? = schema["additionalProperties"] {
          found.append("\(path): \(name) is not known")
        }
      }
      return found
    }
  }

  private static let runs: [[String]] = [
    ["status"], ["site", "list"], ["finding", "list"], ["criterion", "list"], ["print", "a"],
    ["frob"], ["finding", "show", "F9"], ["-c", "expect 1 = 2 \"non\"\nsite count\nmissing"],
    ["--dry-run", "site", "add", "a1"], ["-c", "suppose { site add a1 }"], ["help"],
    ["audit", "list"], ["assessment", "list"], ["-c", "site list\nlast fields id\nstop 7"],
    ["criterion", "count", "group", "module"],
  ]

  private func schema(_ sandbox: Sandbox) throws -> Schema {
    let text = try sandbox.run("help", "--schema").output
    try sandbox.write("schema.json", text)
    return Schema(root: try JSONValue(text))
  }

  @Test func `holds for what is printed`() throws {
    let sandbox = try Sandbox.prepared()
    let schema = try schema(sandbox)
    for words in Self.runs {
      let answer = try sandbox.run(["--json", "--dossier", "demo"] + words)
      #expect(schema.faults(try JSONValue(answer.output), schema.root) == [], "\(words)")
    }
    // And not for anything: the judge is no yes-man.
    let bad = try JSONValue(#"{"schema": "constat/2", "tool": 3, "x": 1}"#)
    #expect(schema.faults(bad, schema.root).count > 5)
  }

  @Test func `holds for what is printed, says jsonschema`() throws {
    let sandbox = try Sandbox.prepared()
    _ = try schema(sandbox)
    for (index, words) in Self.runs.enumerated() {
      let answer = try sandbox.run(["--json", "--dossier", "demo"] + words)
      try sandbox.write("run-\(index).json", answer.output)
    }
    guard try Outside.imports("jsonschema", for: "the schema", sandbox) else { return }
    let answer = try sandbox.shell(
      """
      python3 - run-*.json <<'EOF'
      import json, sys, jsonschema
      schema = json.load(open("schema.json"))
      jsonschema.Draft202012Validator.check_schema(schema)
      for name in sys.argv[1:]:
          jsonschema.Draft202012Validator(schema).validate(json.load(open(name)))
      EOF
      """)
    #expect(answer.status == 0, "\(answer.errors)")
  }
}
