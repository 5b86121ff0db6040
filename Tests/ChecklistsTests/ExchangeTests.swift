import Auditing
import Checklists
import Notation
import Testing

struct `A checklist in another form` {
  private func read(_ text: String) throws -> ChecklistDraft {
    try ChecklistDraft.read(json: Array(text.utf8))
  }

  private func load(_ draft: ChecklistDraft) throws -> Checklist {
    let (checklist, faults) = ChecklistLoader.load(
      bytes: Array(draft.recText.utf8), reservedWords: [], checkExpression: { _ in nil })
    #expect(faults == [])
    return try #require(checklist)
  }

  private static let catalog = """
    {"catalog": {"uuid": "u", "metadata": {"title": "Contrôle d'accès", "version": "2"},
      "groups": [{"id": "ac", "title": "Access", "controls": [
        {"id": "ac-1", "title": "Policy", "props": [{"name": "label", "value": "AC-1"}],
         "params": [{"id": "p1", "label": "personnel"}],
         "parts": [{"name": "statement", "parts": [
            {"name": "item", "props": [{"name": "label", "value": "a."}],
             "prose": "Tell {{ insert: param, p1 }}."}]},
           {"name": "assessment-method", "props": [{"name": "method", "value": "EXAMINE"}],
            "parts": [{"name": "assessment-objects", "prose": "the policy\\n\\nthe records"}]}],
         "controls": [{"id": "ac-1.1", "title": "Review"},
           {"id": "ac-1.2", "title": "Gone", "props": [{"name": "status", "value": "withdrawn"}]}]}
      ]}]}}
    """

  @Test func `of OSCAL becomes modules and criteria with their texts`() throws {
    let checklist = try load(read(Self.catalog))
    #expect(checklist.id == "controle-d-acces" && checklist.edition == "2")
    #expect(checklist.modules.map(\.id) == ["ac"])
    #expect(checklist.criteria.map(\.id) == ["ac-1", "ac-1.1"])
    let policy = checklist.criteria[0]
    #expect(policy.ref == "AC-1" && policy.methods == [.examine])
    #expect(policy.note?.fr == "a. Tell [personnel].")
    #expect(policy.evidence.map(\.fr) == ["the policy; the records"])
    #expect(checklist.criteria[1].chapter?.fr == "Policy")
    #expect(checklist.note?.fr.contains("left out: 1") == true)
    #expect(checklist.status == .provisional)
  }

  @Test func `of the RGAA becomes topics and criteria with their tests`() throws {
    let checklist = try load(
      read(
        """
        {"topics": [{"topic": "Images", "number": 1, "criteria": [{"criterium": {"number": 2,
          "title": "Chaque [image](#i) `<img>` ?", "tests": {"1": "Oui ?", "2": ["Ces cas :", "a"]}
        }}]}]}
        """))
    #expect(checklist.modules.map(\.title.fr) == ["Images"])
    #expect(checklist.criteria.map(\.id) == ["1.2"])
    #expect(checklist.criteria[0].title.fr == "Chaque image <img> ?")
    #expect(checklist.criteria[0].evidence.map(\.fr) == ["1.2.1 Oui ?", "1.2.2 Ces cas :\n- a"])
  }

  @Test(
    arguments: [
      ("{}", "", ExchangeFault.Kind.unknownForm),
      ("{\"catalog\": {}}", "catalog.metadata.title", .missing),
      ("{\"catalog\": {\"metadata\": {\"title\": \"t\"}}}", "", .noCriterion),
      ("{\"topics\": [{\"number\": 1}]}", "topics[0].topic", .missing),
      (
        catalog.replacing("ac-1.1", with: "ac-1"),
        "catalog.groups[0].controls[0].controls[0].id", .duplicateID
      ),
      (
        catalog.replacing("ac-1.1", with: "a b"), "catalog.groups[0].controls[0].controls[0].id",
        .badID
      ),
    ] as [(String, String, ExchangeFault.Kind)])
  func `that is faulty says where`(_ text: String, _ path: String, _ kind: ExchangeFault.Kind) {
    let fault = #expect(throws: ExchangeFault.self) { try read(text) }
    #expect(fault?.path == path && fault?.kind == kind)
    #expect(fault.map { $0.reason.fr.isEmpty || $0.remedy.en.isEmpty } == false)
  }

  @Test func `for CISO Assistant has the nodes and the URNs that it asks for`() throws {
    let library = try load(read(Self.catalog)).library(in: .fr, version: 20_261_121)
    #expect(library["version"]?.integer == 20_261_121 && library["locale"]?.text == "fr")
    let nodes = try #require(library["objects"]?["framework"]?["requirement_nodes"]?.list)
    #expect(nodes.count == 3)
    for node in nodes + [library, library["objects"]?["framework"] ?? .null] {
      let urn = try #require(node["urn"]?.text)
      #expect(urn.wholeMatch(of: /urn:constat:risk:[a-z_]+:[0-9a-z._:-]+/) != nil, "\(urn)")
    }
    #expect(nodes[1]["parent_urn"] == nodes[0]["urn"] && nodes[1]["assessable"] == .bool(true))
  }
}
