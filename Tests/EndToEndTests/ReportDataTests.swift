import Foundation
import Testing

/// The data of an audit as other programs read it, judged by those programs.
@Suite(.serialized)
struct `The data of a report` {
  /// The folder of public schemas beside the project, where there is one.
  private static let schemas = URL(filePath: Sandbox.checklists)
    .appending(path: "../../shared/data").standardized.path

  /// A dossier with a finding that is acted upon, evidence and a file with awkward names.
  private func prepared() throws -> Sandbox {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo(
      """
      site add 2e-étage --name "  Annexe,  2e étage & cour <nord> "
      audit scope 2e-étage --modules 1
      photo "hall.jpg" "vu du hall" --on M1-B4 --site digne
      finding add M1-B4 "« délai » non affiché & illisible <ici>" --grade ncmin --seen "vu" --due 2027-01-20 --site digne
      finding add M1-A1 "dépliant\\nen deux langues" --grade pf --seen "vu" --site digne
      na "sans standard" --on M1-C1 --site digne
      ok "vu" --on M1-A2 --site digne
      action add "Afficher" --finding F1 --due 2027-01-10 --owner cmartin
      """)
    return sandbox
  }

  private func python(_ module: String, for what: String, _ sandbox: Sandbox) throws -> Bool {
    if try sandbox.shell("python3 -c 'import \(module)'").status == 0 { return true }
    Issue.record("Python has no \(module): \(what) was NOT run", severity: .warning)
    return false
  }

  @Test(arguments: ["fr", "en"])
  func `is OSCAL by the schemas of NIST and by trestle`(language: String) throws {
    let sandbox = try prepared()
    let answer = try sandbox.run(
      "--lang", language, "--dossier", "demo", "-c", #"report write to "r.json" as oscal"#)
    try #require(answer.status == 0, "\(answer.errors)")
    let files = ["r.json", "r-plan.json", "r-poam.json"]
    let names = ["assessment-results", "assessment-plan", "poam"]
    if !FileManager.default.fileExists(atPath: Self.schemas) {
      Issue.record("the schemas of NIST are not here: they were NOT asked", severity: .warning)
    } else if try python("jsonschema", for: "the schema of OSCAL", sandbox) {
      try sandbox.write("judge.py", Self.judge)
      for (file, name) in zip(files, names) {
        let said = try sandbox.shell(
          "python3 judge.py '\(Self.schemas)/\(name).schema.json' \(file)")
        #expect(said.output == "0\n", "\(file): \(said.output)\(said.errors)")
      }
    }
    guard language == "fr", try Outside.isThere("trestle", for: "its check of OSCAL", sandbox)
    else { return }
    let said = try sandbox.shell(
      """
      mkdir trestle && cd trestle && trestle init >/dev/null 2>&1
      for f in r r-plan r-poam; do trestle import -f ../$f.json -o $f >/dev/null; done
      trestle validate -a
      """)
    #expect(said.status == 0, "\(said.errors)")
    #expect((said.output + said.errors).ranges(of: "VALID: Model").count == 3, "\(said.errors)")
  }

  /// Counts the faults that a schema finds in a file; Python's patterns name no letters of Unicode.
  private static let judge = #"""
    import json, sys
    from jsonschema import Draft7Validator, Draft202012Validator
    schema, value = (open(name, encoding="utf-8").read() for name in sys.argv[1:])
    kind = Draft202012Validator if "2020-12" in schema else Draft7Validator
    schema = schema.replace("\\\\p{L}", "[^\\\\W\\\\d_]").replace("\\\\p{N}", "\\\\d")
    schema = schema.replace("([^\\\\W\\\\d_]|\\\\d|[.\\\\-_])", "(\\\\w|[.\\\\-])")
    faults = list(kind(json.loads(schema)).iter_errors(json.loads(value)))
    print(len(faults))
    for fault in faults[:5]: print(list(fault.path), fault.message[:200])
    """#

  @Test func `in OSCAL is the same twice, and each name leads to what it names`() throws {
    let sandbox = try prepared()
    for name in ["a", "b"] {
      let answer = try sandbox.run(
        Sandbox.fixed + ["--dossier", "demo", "-c", "report write to \"\(name).json\" as oscal"])
      #expect(answer.status == 0, "\(answer.errors)")
    }
    #expect(try sandbox.text("a-plan.json") == sandbox.text("b-plan.json"))
    #expect(try sandbox.text("a-poam.json") == sandbox.text("b-poam.json"))
    let results = try sandbox.text("a.json")
    #expect(results.contains("\"href\": \"a-plan.json\""))
    #expect(results.contains("\"verdict\"") && results.contains("\"state\": \"not-satisfied\""))
    let pattern = /"(?:observation|risk|subject|actor)-uuid": "([0-9a-f-]{36})"/
    let named = Set(results.matches(of: pattern).map { String($0.1) })
    let known = Set(results.matches(of: /"uuid": "([0-9a-f-]{36})"/).map { String($0.1) })
    #expect(named.count > 5)
    #expect(named.isSubset(of: known))
  }

  @Test func `as JUnit follows the schema that its readers share`() throws {
    let sandbox = try prepared()
    try sandbox.demo(#"report write to "j.xml""#)
    let text = try sandbox.text("j.xml")
    #expect(text.contains("<failure type=\"ncmin\""))
    #expect(text.contains("<skipped/>"))
    #expect(text.contains("checklist-status\" value=\"provisional\""))
    guard try Outside.isThere("xmllint", for: "the schema of JUnit", sandbox) else { return }
    try sandbox.write("junit.xsd", Self.junit)
    let said = try sandbox.shell("xmllint --noout --schema junit.xsd j.xml")
    #expect(said.status == 0, "\(said.errors)")
    let spoilt = try sandbox.shell(
      "sed 's/ hostname=\"localhost\"//' j.xml > k.xml; xmllint --noout --schema junit.xsd k.xml")
    #expect(spoilt.status != 0)
  }

  /// What Ant's reports hold, strictly: the order of the elements, and attributes that are required.
  private static let junit = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:simpleType name="named"><xs:restriction base="xs:token"><xs:minLength value="1"/>
      </xs:restriction></xs:simpleType>
      <xs:simpleType name="local"><xs:restriction base="xs:dateTime">
        <xs:pattern value="\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"/></xs:restriction></xs:simpleType>
      <xs:complexType name="outcome"><xs:simpleContent><xs:extension base="xs:string">
        <xs:attribute name="type" use="required"/><xs:attribute name="message"/>
      </xs:extension></xs:simpleContent></xs:complexType>
      <xs:complexType name="case">
        <xs:choice minOccurs="0"><xs:element name="skipped"/>
          <xs:element name="failure" type="outcome"/><xs:element name="error" type="outcome"/>
        </xs:choice>
        <xs:attribute name="name" type="xs:token" use="required"/>
        <xs:attribute name="classname" type="xs:token" use="required"/>
        <xs:attribute name="time" type="xs:decimal" use="required"/>
      </xs:complexType>
      <xs:complexType name="suite"><xs:sequence>
        <xs:element name="properties"><xs:complexType><xs:sequence>
          <xs:element name="property" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
            <xs:attribute name="name" type="named" use="required"/>
            <xs:attribute name="value" use="required"/></xs:complexType></xs:element>
        </xs:sequence></xs:complexType></xs:element>
        <xs:element name="testcase" type="case" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="system-out" type="xs:string"/>
        <xs:element name="system-err" type="xs:string"/></xs:sequence>
        <xs:attribute name="package" type="xs:token" use="required"/>
        <xs:attribute name="id" type="xs:int" use="required"/>
        <xs:attribute name="name" type="named" use="required"/>
        <xs:attribute name="timestamp" type="local" use="required"/>
        <xs:attribute name="hostname" type="named" use="required"/>
        <xs:attribute name="tests" type="xs:int" use="required"/>
        <xs:attribute name="failures" type="xs:int" use="required"/>
        <xs:attribute name="errors" type="xs:int" use="required"/>
        <xs:attribute name="skipped" type="xs:int"/>
        <xs:attribute name="time" type="xs:decimal" use="required"/>
      </xs:complexType>
      <xs:element name="testsuites"><xs:complexType><xs:sequence>
        <xs:element name="testsuite" type="suite" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """

  @Test func `as JSON follows the schema that help prints`() throws {
    let sandbox = try prepared()
    try sandbox.write("schema.json", try sandbox.run("help", "report", "--schema").output)
    #expect(try sandbox.run("aide", "rapport", "--schéma").output == sandbox.text("schema.json"))
    guard try python("jsonschema", for: "the schema of a report", sandbox) else { return }
    try sandbox.write("judge.py", Self.judge)
    for language in ["fr", "en"] {
      let answer = try sandbox.run(
        "--lang", language, "--dossier", "demo", "-c", #"report write to "d.json""#)
      #expect(answer.status == 0, "\(answer.errors)")
      let said = try sandbox.shell("python3 judge.py schema.json d.json")
      #expect(said.output == "0\n", "\(said.output)\(said.errors)")
    }
    let spoilt = try sandbox.shell(
      "sed 's/\"language\"/\"langage\"/' d.json > e.json; python3 judge.py schema.json e.json")
    #expect(!spoilt.output.hasPrefix("0"))
  }

  @Test func `of CISO Assistant is the grid of the audit`() throws {
    let sandbox = try prepared()
    try sandbox.demo("report write to \"a.csv\" as ciso\naudit export to \"b.csv\" as ciso")
    #expect(try sandbox.read("a.csv") == sandbox.read("b.csv"))
    #expect(try sandbox.text("a.csv").contains("non_compliant"))
  }

  @Test func `is no form of a reminder schedule`() throws {
    let sandbox = try Sandbox.prepared()
    try sandbox.demo("label grant digne --from 2025-11-26 --checklist qual-e-pref")
    let answer = try sandbox.run(
      "--dossier", "demo", "-c", #"report write renewal to "r.json" as oscal"#)
    #expect(answer.status != 0)
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("r.json")))
  }
}
