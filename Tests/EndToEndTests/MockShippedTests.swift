import Foundation
import Testing

struct `A shipped scenario` {
  static let shipped = ["accueil", "courrier", "urgence", "renouvellement"]

  @Test(arguments: shipped)
  func `is found sound by the check`(_ scenario: String) throws {
    let sandbox = try Sandbox()
    let path = "\(Sandbox.checklists)/scenarios/\(scenario).rec"
    let answer = try sandbox.run("check", path)
    #expect(answer.status == 0, "\(answer.output)")
    #expect(answer.output.contains("aucune faute"))
  }

  @Test(arguments: shipped)
  func `played perfectly scores 100`(_ scenario: String) throws {
    let trainee = try MockTrainee(scenario)
    try trainee.playPerfectly()
    let score = try trainee.score()
    #expect(score.found == score.planted && score.planted > 2)
    #expect(score.total == 100)
  }

  @Test(arguments: shipped)
  func `played not at all scores 0`(_ scenario: String) throws {
    let trainee = try MockTrainee(scenario)
    #expect(try trainee.score().total == 0)
  }

  @Test(arguments: shipped)
  func `played middlingly scores in the middle`(_ scenario: String) throws {
    let trainee = try MockTrainee(scenario)
    try trainee.playMiddling()
    let score = try trainee.score()
    #expect((30...85).contains(score.total), "\(score)")
    #expect(score.found > 0 && score.found < score.planted)
  }

  @Test(arguments: shipped)
  func `played carelessly scores next to nothing, and says what was wrongly conforming`(
    _ scenario: String
  ) throws {
    let trainee = try MockTrainee(scenario)
    try trainee.playCarelessly()
    let score = try trainee.score()
    #expect(score.total == 0, "\(score)")
    #expect(score.wronglyConforming > 0 && score.unsupported == 1, "\(score)")
  }

  @Test(arguments: shipped)
  func `played by one who suspects everything scores low, though nothing is missed`(
    _ scenario: String
  ) throws {
    let trainee = try MockTrainee(scenario)
    try trainee.playSuspiciously()
    let score = try trainee.score()
    #expect(score.found > 0 && score.wrong > 5, "\(score)")
    #expect(score.total < 30, "\(score)")
  }

  @Test(arguments: shipped)
  func `is the same to the byte under one seed, and another under another`(_ scenario: String)
    throws
  {
    func pack(_ seed: String) throws -> String {
      let sandbox = try Sandbox()
      try sandbox.ok([
        "--now", "2026-11-21T09:00:00Z", "--seed", seed, "mock", "prepare", scenario, "--for", "2",
        "--to", "salle",
      ])
      return try ["paquet-1.rec", "paquet-2.rec", "cle.rec"].map {
        try String(contentsOfFile: sandbox.at("salle/\($0)"), encoding: .utf8)
      }.joined()
    }
    #expect(try pack("4") == pack("4"))
    #expect(try pack("4") != pack("5"))
  }
}
