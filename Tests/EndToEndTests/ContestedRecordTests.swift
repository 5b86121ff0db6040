import Foundation
import Testing

struct `A record of which the substance is contested` {
  /// Runs one command as the program's arguments, which says what its list leaves out.
  private func told(_ sandbox: Sandbox, _ command: String...) throws -> Sandbox.Answer {
    try sandbox.run(["--dossier", "demo"] + command)
  }

  @Test func `is listed where it is a sample, without the size that nobody agrees on`() throws {
    let sandbox = try Sandbox.contested(
      after: "sample draw --population 40 --size 10 --criterion M1-A2 --site digne",
      "sample extend E1 --size 15", against: "sample extend E1 --size 20")
    let list = try told(sandbox, "sample", "list", "fields", "id,population,size", "as", "tsv")
    #expect(list.output.contains("E1\t40\t\t"), "\(list)")
    #expect(list.errors.contains("échantillon E1, taille → conflit montrer C-"), "\(list)")
    let shown = try told(sandbox, "sample", "show", "E1")
    #expect(shown.status == 0 && shown.output.contains("40"), "\(shown)")
    #expect(shown.errors.contains("1. 20") || shown.errors.contains("1. 15"), "\(shown)")
    let plain = try told(sandbox, "sample", "extend", "E1", "--size", "25")
    #expect(plain.status == 1 && plain.errors.contains("trancher"), "\(plain)")
  }

  @Test func `is named where it is a figure, and no other is offered for it`() throws {
    let sandbox = try Sandbox.contested(
      after: "measure add IND-01 3d --site digne --period 2024",
      "measure add IND-01 4d --site digne --period 2025",
      against: "measure add IND-01 9d --site digne --period 2025")
    for command in [["show"], ["set"]] {
      let more = command == ["set"] ? ["--value", "5d"] : []
      let answer = try sandbox.run(
        ["--dossier", "demo", "measure"] + command + ["IND-01/digne/2025"] + more)
      #expect(answer.status == 1 && answer.errors.contains("trancher"), "\(answer)")
      #expect(!answer.errors.contains("2024"), "\(answer)")
    }
    for command in [["measure", "list"], ["indicator", "list"], ["indicator", "show", "IND-01"]] {
      let answer = try sandbox.run(["--dossier", "demo"] + command)
      #expect(answer.errors.contains("→ conflit montrer C-"), "\(answer)")
    }
    #expect(try told(sandbox, "indicator", "show", "IND-02").errors.isEmpty)
  }

  @Test func `is named where it is a survey`() throws {
    func recorded(_ count: Int) -> String {
      "survey record accueil propreté --counts \"bien:\(count)\",\"mal:9\" --favourable \"bien\""
        + " --site digne --period 2026"
    }
    let sandbox = try Sandbox.contested(after: "", recorded(20), against: recorded(30))
    let list = try told(sandbox, "survey", "list")
    #expect(list.errors.contains("accueil/propreté/digne/2026, résultat"), "\(list)")
    let shown = try told(sandbox, "survey", "show", "accueil/propreté/digne/2026")
    #expect(shown.status == 1 && shown.errors.contains("trancher"), "\(shown)")
  }

  @Test func `is named where it is a label, which is no first award`() throws {
    let sandbox = try Sandbox.contested(
      after: "", "label grant digne --from 2025-11-26 --modules 1",
      against: "label grant digne --from 2025-11-26 --modules 1,7")
    #expect(try told(sandbox, "label", "list").errors.contains("octroi → conflit montrer"))
    let confirmed = try told(sandbox, "label", "confirm", "digne")
    #expect(confirmed.status == 1 && confirmed.errors.contains("trancher"), "\(confirmed)")
    let ready = try told(sandbox, "ready", "--site", "digne")
    #expect(ready.output.contains("conflit montrer C-"), "\(ready)")
    #expect(!ready.output.contains("première attribution"), "\(ready)")
    let network = try sandbox.run("portfolio", "list", "demo")
    #expect(network.errors.contains("label contesté, pas compté\u{A0}: demo, site digne"))
  }
}
