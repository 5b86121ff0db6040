import Foundation
import Testing

struct `The JSON envelope` {
  private struct Envelope: Decodable {
    struct Result: Decodable {
      let command: String
      let kind: String
      let data: Rows
    }
    struct Expectation: Decodable, Equatable {
      let what: String
      let holds: Bool
      let line: Int
    }
    let schema: String
    let tool: String
    let ok: Bool
    let exit: Int32
    let range: String?
    let results: [Result]
    let expects: [Expectation]
    let warnings: [String]
    let errors: [String]
  }

  /// The data of a result: a text, or records whose fields are told as text.
  private enum Rows: Decodable, Equatable {
    case none, text(String), records([[String: String]])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .records(try container.decode([[String: Cell]].self).map { $0.mapValues(\.text) })
      }
    }
  }

  private struct Cell: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        text = "null"
      } else if let flag = try? value.decode(Bool.self) {
        text = "\(flag)"
      } else if let number = try? value.decode(Int.self) {
        text = "\(number)"
      } else if let list = try? value.decode([String].self) {
        text = list.joined(separator: "+")
      } else {
        text = try value.decode(String.self)
      }
    }
  }

  private func envelope(_ answer: Sandbox.Answer) throws -> Envelope {
    let envelope = try JSONDecoder().decode(Envelope.self, from: Data(answer.output.utf8))
    #expect(envelope.schema == "constat/1")
    #expect(envelope.tool.hasPrefix("constat "))
    #expect(envelope.exit == answer.status)
    #expect(envelope.ok == (answer.status == 0))
    #expect(answer.output.hasSuffix("}\n") && !answer.output.hasSuffix("\n\n"))
    return envelope
  }

  private static let script = """
    finding add M1-B4 "délai « non » affiché\\nici" --grade ncmin --seen "rien" --due 2027-01-20 --site digne
    finding list fields id, grade, due, text, evidence
    print "trois" $(site count)
    site list where id = digne fields id, label
    criterion list where module = 7 and assessed > 5
    expect $(finding count) = 1
    expect 1 = 2 "jamais"
    """

  @Test(arguments: Way.allCases, ["fr", "en"])
  func `holds every result, in English whatever the language`(_ way: Way, _ language: String) throws
  {
    let sandbox = try Sandbox.prepared()
    let answer = try way.run(
      Self.script, ["--json", "--lang", language, "--dossier", "demo"], in: sandbox)
    let envelope = try envelope(answer)
    #expect(answer.status == 3)
    #expect(envelope.range == "2026-001")
    #expect(
      envelope.results.map(\.command) == [
        "finding add", "finding list", "print", "site list", "criterion list",
      ])
    #expect(envelope.results.map(\.kind) == ["none", "finding", "text", "site", "criterion"])
    #expect(
      envelope.results.map(\.data) == [
        .none,
        .records([
          [
            "id": "F1", "grade": "ncmin", "due": "2027-01-20",
            "text": "délai « non » affiché\nici", "evidence": "P1",
            "checklist_status": "provisional",
          ]
        ]),
        .text("trois 2"), .records([["id": "digne", "label": "null"]]), .records([]),
      ])
    #expect(
      envelope.expects == [
        .init(what: "$(finding count) = 1", holds: true, line: 6),
        .init(what: "jamais", holds: false, line: 7),
      ])
    #expect(envelope.errors == [])
  }

  @Test(
    arguments: [
      (["frobnicate"], 2), (["finding", "show", "F9"], 1), (["-c", "site lst\nsiet list"], 2),
      (["-c", "print \"a"], 2), (["run", "absent.constat"], 1), (["--lang", "de", "status"], 2),
      (["check", "absent.rec"], 1), (["seal", "make"], 6), (["dossier", "open", "absent"], 1),
    ] as [([String], Int32)])
  func `holds every error`(_ words: [String], _ status: Int32) throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run(["--json", "--dossier", "demo"] + words)
    #expect(answer.status == status)
    let envelope = try envelope(answer)
    #expect(
      envelope.errors.count == answer.errors.components(separatedBy: "erreur\u{A0}:").count - 1)
    #expect(!envelope.errors.isEmpty && envelope.results.isEmpty)
  }

  @Test(arguments: [
    ["status"], ["missing"], ["help"], ["verify"], ["milestone", "list"], ["dossier", "show"],
  ])
  func `is all that goes to standard output`(_ words: [String]) throws {
    let sandbox = try Sandbox.prepared()
    let envelope = try envelope(try sandbox.run(["--json", "--dossier", "demo"] + words))
    #expect(envelope.results.count == 1)
  }

  @Test func `holds what check found`() throws {
    let sandbox = try Sandbox()
    let path = "\(Sandbox.checklists)/qual-e-pref.rec"
    let envelope = try envelope(try sandbox.run("--json", "check", path))
    #expect(envelope.results.count == 1 && envelope.range == nil)
  }

  @Test func `leaves a file that was asked for where it was asked for`() throws {
    let sandbox = try Sandbox.prepared()
    let answer = try sandbox.run("--json", "--dossier", "demo", "site", "list", "to", "s.json")
    #expect(try envelope(answer).ok)
    let sites = try JSONDecoder().decode([[String: Cell]].self, from: sandbox.read("s.json"))
    #expect(sites.map { $0["id"]?.text } == ["digne", "manosque"])
  }

  @Test func `has in as json and as jsonl the same records`() throws {
    let sandbox = try Sandbox.prepared()
    let one = try sandbox.demo("criterion list as json").output
    let lines = try sandbox.demo("criterion list as jsonl").output.split(separator: "\n")
    let all = try JSONDecoder().decode([[String: Cell]].self, from: Data(one.utf8))
    let each = try lines.map { try JSONDecoder().decode([String: Cell].self, from: Data($0.utf8)) }
    #expect(all.map { $0.mapValues(\.text) } == each.map { $0.mapValues(\.text) })
    #expect(all.count == 35)
  }
}
