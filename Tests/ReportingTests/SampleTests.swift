import Auditing
import Reporting
import Scheduling
import Testing

struct `Samples and surveys in a report` {
  private static func drawn(limit: String?) -> SampleSummary {
    var sample = Auditing.Sample(
      key: "s1", id: "E1", audit: "k1",
      population: .init(
        count: 40, items: (1...40).map { "C-\($0)" }, source: "registre.csv",
        sha256: Sample.digest),
      method: "sha256-ticket", seed: "17 4 6", size: 5, firstSize: 4, by: "cmartin",
      at: Sample.instant)
    sample.criterion = "M1-E1"
    sample.site = "digne"
    for (rank, day) in [(1, "2026-06-02"), (2, "2026-06-03"), (3, "2026-06-12")] {
      var item = Auditing.Sample.Case()
      item.received = Sample.day("2026-06-01")
      item.answered = Sample.day(day)
      item.row = rank + 1
      sample.cases[rank] = item
    }
    sample.cases[4] = .init()
    sample.cases[4]?.received = Sample.day("2026-06-01")
    let result = SampleResult(
      sample, ranks: [3, 1, 2, 4, 5], unit: .day,
      limit: limit.flatMap { Checklist.Target($0, unit: .day) },
      days: WorkingDays(),
      on: Sample.day("2026-06-03"))
    return SampleSummary(sample, result, isToExtend: true)
  }

  private func report(_ language: Language) -> Document {
    var subject = Sample.complete
    subject.samples = [Self.drawn(limit: "<= 5 d")]
    return Document(reporting: subject, in: language)
  }

  @Test func `tell the draw, so that anyone can make it again`() {
    let row = report(.fr).table("Échantillons tirés")[0]
    #expect(row[0] == "E1 M1-E1, Préfecture, Digne-les-Bains")
    #expect(row[1] == "5 sur 40 étendu depuis 4 graine 17 4 6 registre.csv 0123456789ab")
    #expect(report(.fr).words.contains("sha256sum"))
  }

  @Test func `tell the rate with its n and interval, and what is not recorded`() {
    let result = report(.fr).table("Échantillons tirés")[0][2]
    #expect(result.contains("≤ 5 jours (au plus) : 66,7 % (2 sur 3 ; à 95 % : 20,8 % à 93,9 %)"))
    #expect(result.contains("moyenne 4,67 jours, médiane 2 jours (n = 3)"))
    #expect(result.contains("1 sans réponse à ce jour"))
    #expect(result.contains("1 à relever"))
    let english = report(.en).table("Samples drawn")[0][2]
    #expect(english.contains("66.7% (2 of 3; at 95%: 20.8% to 93.9%)"))
  }

  @Test func `name each case that does not conform, with its row, and say what was not done`() {
    #expect(
      report(.fr).table("Échantillons tirés")[0][3]
        == "C-3 : 11 jours, ligne 4 échantillon non étendu après ces cas")
  }

  @Test func `are named where the method and the caveat are`() {
    let sentence = "1 échantillon de 5 éléments au total a été tiré au sort (annexe B)."
    #expect(report(.fr).words.components(sentence).count == 2)
    #expect(!Document(reporting: Sample.complete, in: .fr).words.contains("tiré au sort"))
  }

  @Test func `leave a report without them as it was`() {
    #expect(Document(reporting: Sample.complete, in: .fr).table("Échantillons").isEmpty)
    #expect(Document(reporting: Sample.complete, in: .fr).table("Enquêtes").isEmpty)
  }
}
