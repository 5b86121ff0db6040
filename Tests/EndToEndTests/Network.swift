import Foundation
import Testing

/// A folder of dossiers as a national office would have it: three that count, and one of each sort
/// that does not.
struct Network {
  let sandbox: Sandbox
  static let clock = ["--now", "2026-11-21T09:00:00Z"]

  init() throws {
    sandbox = try Sandbox()
    try make(
      "reseau/pref-01", "Préfecture de l'Aube fictive", sites: ["troyes", "nogent"],
      [
        "label grant troyes --from 2024-03-01 --checklist qual-e-pref --modules 1",
        "finding add M1-B4 \"pas de mesure de l'attente\" --grade ncmin --site troyes --seen vu",
        "finding add M1-B5 \"carnet d'aide remis à chaque usager\" --grade pf --site troyes --seen vu",
      ])
    try make(
      "reseau/est/pref-02", "Préfecture de la Meuse fictive", sites: ["bar"],
      [
        "label grant bar --from 2023-01-10 --checklist qual-e-pref --modules 1",
        "finding add M1-B4 \"attente non mesurée\" --grade ncmaj --site bar --seen vu",
        "ok tenu --on M1-A1",
      ])
    try make(
      "reseau/pref-03", "Préfecture de l'Orne fictive", sites: ["alencon"],
      [
        "label grant alencon --from 2026-05-01 --checklist qual-e-pref --modules 1",
        "ok mesurée --on M1-B4",
        "finding add M1-A1 \"horaires périmés\" --grade ncmin --site alencon --seen vu",
      ])
  }

  private func make(_ path: String, _ title: String, sites: [String], _ lines: [String]) throws {
    let script =
      ["dossier new \(path) --title \"\(title)\""]
      + sites.map { "site add \($0) --name \"Site de \($0)\"" }
      + ["audit open A1 --checklist qual-e-pref --kind internal --start 2026-09-16"]
      + sites.map { "audit scope \($0) --modules 1" } + lines
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: sandbox.at(folder), withIntermediateDirectories: true)
    try sandbox.ok(Self.clock + ["-c", script.joined(separator: "\n")])
  }

  /// Adds an exercise, a trial, a damaged dossier, one of a newer program, and a link.
  func addStrangers() throws {
    try sandbox.ok(
      Self.clock + ["mock", "start", "accueil", "--variant", "3", "--folder", "reseau/exercice"])
    try sandbox.ok(Self.clock + ["--seed", "4", "dossier", "new", "reseau/essai"])
    try sandbox.ok(Self.clock + ["dossier", "new", "reseau/abime", "--title", "Abîmé"])
    try sandbox.ok(
      Self.clock + ["--dossier", "reseau/abime", "site", "add", "lyon", "--name", "Lyon"])
    try sandbox.shell("sed -i 's/\"name\":\"Lyon\"/\"name\":\"Lyyn\"/' reseau/abime/journal/*")
    try sandbox.ok(Self.clock + ["dossier", "new", "reseau/futur"])
    try sandbox.shell("sed -i 's/\"format\":1/\"format\":9/' reseau/futur/dossier.json")
    try sandbox.shell("ln -s pref-01 reseau/lien; mkdir reseau/vide; echo x > reseau/note.txt")
  }

  /// Runs one command in both the clock and the folder of the network.
  func run(_ arguments: String...) throws -> Sandbox.Answer {
    try sandbox.run(Self.clock + arguments)
  }

  /// The rows of a list as a program reads them, without their heads.
  func rows(_ arguments: String...) throws -> [[String]] {
    let answer = try sandbox.run(Self.clock + arguments + ["as", "tsv"])
    #expect([0, 5].contains(answer.status), "\(arguments) \(answer.errors)")
    return answer.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
