import Auditing
import Testing

@testable import Training

struct `The play of a scenario` {
  private func scenario(planting fault: String) throws -> Scenario {
    let scenario = try #require(Example.scenario())
    for seed in 1...50 {
      let (variant, _) = scenario.named(seed)
      if variant.fault(fault) != nil { return variant }
    }
    throw Missing()
  }

  private struct Missing: Error {}

  @Test func `tells more to an open question, and says so to a closed one`() throws {
    let play = Play(try scenario(planting: "f-mesure"))
    let closed = play.reply(of: "accueil", to: "L'attente est-elle longue ?")
    #expect(closed.answer?.text.fr == "Dix minutes.")
    #expect(!closed.isMoreTold && closed.facts.isEmpty)
    let open = play.reply(of: "accueil", to: "Comment se passe l'attente ?")
    #expect(open.isMoreTold && open.facts.count == 1)
    let named = play.reply(of: "accueil", to: "L'attente est-elle mesurée ?")
    #expect(named.isMoreTold)
  }

  @Test func `says honestly that a question is not understood`() throws {
    let play = Play(try scenario(planting: "f-mesure"))
    #expect(play.reply(of: "accueil", to: "Aimez-vous le chocolat ?").answer == nil)
    #expect(play.reply(of: "personne", to: "attente").answer == nil)
  }

  @Test func `gives the fitting answer with the most groups, once its condition holds`() throws {
    let variant = try scenario(planting: "f-panne")
    var play = Play(variant)
    let words = "la borne d'attente marche-t-elle ?"
    #expect(play.reply(of: "accueil", to: words).answer?.text.fr == "Dix minutes.")
    let machine = try #require(variant.facts.first { $0.text.en == "The machine is off." })
    play.visit(machine.sources[0].id, facts: [machine.id])
    let reply = play.reply(of: "accueil", to: words)
    #expect(reply.answer?.text.fr == "Elle est en panne.")
    #expect(!play.knows(["a2"]))
    play.visit(try #require(reply.answer?.id), facts: [])
    let document = try #require(variant.document("registre"))
    #expect(play.knows(document.at))
    #expect(play.facts(at: "registre").map(\.text.en) == ["It broke in January."])
  }

  @Test func `draws the first rows, and more rows extend the same draw`() throws {
    let variant = try scenario(planting: "f-courriels")
    let register = try #require(variant.register("courriels"))
    let small = Draw(register, size: 10)
    let large = Draw(register, size: 25)
    #expect(small.rows.map(\.subject) == Array(large.rows.map(\.subject).prefix(10)))
    #expect(Set(large.rows.map(\.subject)).count == 25)
    let whole = Draw(register, size: 999)
    #expect(whole.rows.count == 60 && whole.beyond == 32)
    #expect(whole.rows.count { $0.answered == nil } == 2)
  }

  @Test func `counts days and working days`() throws {
    let friday = try #require(CalendarDate("2026-03-13"))
    let tuesday = friday.adding(days: 4)
    #expect(Register.Limit(days: 5, isWorkdays: false).days(from: friday, to: tuesday) == 4)
    #expect(Register.Limit(days: 5, isWorkdays: true).days(from: friday, to: tuesday) == 2)
    #expect(Register.Limit(days: 5, isWorkdays: true).days(from: friday, to: friday) == 0)
  }

  @Test func `completes a text with the figures of a draw`() throws {
    let register = try #require(Example.scenario()?.variant(1).register("attentes"))
    let draw = Draw(register, size: 10)
    #expect(draw.beyond == 2)
    let text = "{n} {population} {beyond} {share} {mean} {min} {max} {limit}"
    #expect(
      draw.completed(text, .fr) == "10 10 2 20\u{202F}% 7,4 2 12 10\u{A0}min")
    #expect(draw.completed(text, .en) == "10 10 2 20% 7.4 2 12 10 min")
  }
}
