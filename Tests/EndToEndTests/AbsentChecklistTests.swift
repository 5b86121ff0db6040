import Foundation
import Testing

struct `A pinned checklist that is lost` {
  @Test func `is the one built in, where that is the same, and that is said once`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.shell("rm demo/checklists/*")
    for words in [
      ["status"], ["note", "vu", "--on", "M1-A6"], ["ok", "--on", "M1-A3"], ["finding", "list"],
      ["next"], ["missing"],
    ] {
      let site = ["note", "ok"].contains(words[0]) ? ["--site", "digne"] : []
      let answer = try sandbox.run(["--dossier", "demo"] + words + site)
      #expect([0, 3].contains(answer.status), "\(words): \(answer.errors)")
      let said = answer.errors.components(separatedBy: "en tient lieu").count - 1
      #expect(said == 1 && answer.errors.contains("constat journal réparer COPIE"), "\(words)")
    }
    let doctor = try sandbox.run("--dossier", "demo", "doctor")
    #expect(doctor.status == 1 && doctor.output.contains("référentiel épinglé absent"))
    #expect(try sandbox.run("--dossier", "demo", "verify").status == 5)
  }

  @Test func `of one’s own stops no note, and its remedy is told`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.run("checklist", "export", "qual-e-pref", "to", "a.rec")
    try sandbox.shell("sed -i 's/^Id: qual-e-pref/Id: a/' a.rec")
    try sandbox.run("dossier", "new", "d", "--title", "D")
    let answer = try sandbox.run(
      "--dossier", "d", "-c",
      """
      site add digne --name Digne; audit open x --checklist a.rec; audit scope digne --modules 1
      finding add M1-B4 "écart" --grade ncmin --seen "rien" --due 2026-12-31
      """)
    #expect(answer.status == 0, "\(answer.errors)")
    try sandbox.shell("rm d/checklists/*")
    let remedy = "constat journal réparer COPIE"
    for words in [["status"], ["finding", "list"], ["note", "vu", "--on", "M1-A6"]] {
      let answer = try sandbox.run(["--dossier", "d"] + words)
      #expect(answer.status == 0, "\(words): \(answer.errors)")
    }
    let note = try sandbox.run("--dossier", "d", "note", "vu", "--on", "M1-A6")
    #expect(note.errors.contains(remedy) && note.errors.contains("critère M1-A6 noté tel quel"))
    let next = try sandbox.run("--dossier", "d", "next")
    #expect(next.status == 1 && next.errors.contains("journal réparer RÉPERTOIRE"))
    #expect(try sandbox.run("--dossier", "d", "doctor").output.contains("référentiel épinglé"))
  }
}
