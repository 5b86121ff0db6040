import Auditing
import Testing

@testable import Training

struct `A variant` {
  private let scenario: Scenario

  init() throws { scenario = try #require(Example.scenario()) }

  @Test func `is the same to the byte for the same seed`() {
    for seed in [1, 2, 4711] {
      #expect(scenario.variant(seed).text == scenario.variant(seed).text)
    }
  }

  @Test func `differs in names, order, places and faults from seed to seed`() {
    let variants = (1...40).map { scenario.variant($0) }
    #expect(Set(variants.map(\.text)).count > 35)
    #expect(
      Set(variants.map { $0.persons[0].name.fr }) == ["Mme Roux", "Mme Perrin", "Mme Collet"])
    #expect(Set(variants.map { Set($0.faults.map(\.id)) }).count == 2)
    let places = variants.compactMap { variant in
      variant.facts.first { $0.text.en == "The machine is off." }?.sources.first?.id
    }
    #expect(Set(places) == ["hall", "couloir"])
  }

  @Test func `draws values that belong together`() {
    let texts = Set((1...40).map { scenario.variant($0).places[0].text.fr })
    #expect(texts == ["Un hall, à 14:02, jusqu'à 15:19.", "Un hall, à 09:41, jusqu'à 10:58."])
  }

  @Test func `plants as many faults as its choice says, and shows only their facts`() {
    for seed in 1...40 {
      let variant = scenario.variant(seed)
      #expect(variant.faults.count == 2)
      let isBroken = variant.fault("f-panne") != nil
      #expect(variant.facts.contains { $0.text.en == "It broke in January." } == isBroken)
      #expect(variant.facts.contains { $0.text.en == "It was repaired." } != isBroken)
      let late = variant.register("courriels").map { Draw($0, size: 60).beyond }
      #expect(late == (isBroken ? 0 : 32))
    }
  }

  @Test func `reads back as it was written`() throws {
    let variant = scenario.variant(3)
    let again = try #require(Scenario(written: variant.text))
    #expect(again.text == variant.text)
    #expect(again.faults.map(\.evidence) == variant.faults.map(\.evidence))
  }

  @Test func `leaves nothing to chance and no brace behind`() {
    let variant = scenario.variant(9)
    #expect(variant.variant(1).faults.map(\.id) == variant.faults.map(\.id))
    #expect(!variant.places.contains { $0.text.fr.contains("{") })
  }
}

struct `A pack` {
  private let key: Key
  private let pack: Pack
  /// A digest that is good enough to tell texts apart.
  private static func digest(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return String(hash, radix: 16)
  }

  init() throws {
    let scenario = try #require(Example.scenario())
    key = Key(scenario, number: 3, variant: 5, salt: "sel")
    pack = Pack(key, isPractice: false, digest: Self.digest)
  }

  @Test func `tells nothing of the key`() throws {
    for word in ["Fault", "Decoy", "Why", "Criterion", "Grade", "f-mesure", "Minimum", "Variant"] {
      #expect(!pack.text.contains(word), "\(word)")
    }
    let content = try #require(pack.content)
    #expect(content.faults.isEmpty && content.decoys.isEmpty)
    #expect(content.hints.count == 1 && content.hints[0].fault == nil)
    #expect(content.facts.allSatisfy { $0.criterion == nil })
    for word in ["Variant: ", "Salt", "hall"] { #expect(!pack.file.contains(word)) }
  }

  @Test func `shows what the variant shows`() throws {
    let content = try #require(pack.content)
    let whole = try #require(key.content)
    #expect(content.facts.map(\.id) == whole.facts.map(\.id))
    #expect(content.persons.map(\.name) == whole.persons.map(\.name))
    #expect(content.registers.map(\.population) == whole.registers.map(\.population))
  }

  @Test func `reads back from its file and from the journal`() throws {
    let file = try #require(Pack(file: Array(pack.file.utf8)))
    #expect(file.text == pack.text && file.commitment == pack.commitment && file.number == 3)
    let entry = try #require(Pack(pack.entry))
    #expect(entry.text == pack.text && entry.number == 3 && entry.variant == nil)
    #expect(Pack(file: Array("%rec: Pack\n\nScenario: x\n".utf8)) == nil)
  }

  @Test func `is held to its key, and the key to it`() throws {
    let stored = Key.stored(in: Array(Key.file([key], digest: Self.digest).utf8))
    #expect(stored.count == 1)
    #expect(try Key.matching(pack, among: stored, digest: Self.digest).text == key.text)
    let other = Pack(
      Key(try #require(Example.scenario()), number: 3, variant: 5, salt: "autre"),
      isPractice: false, digest: Self.digest)
    #expect(throws: TrainingError.noSuchKey(scenario: "exemple")) {
      try Key.matching(other, among: stored, digest: Self.digest)
    }
    let changed = Key.Stored(
      Key(try #require(Example.scenario()), number: 3, variant: 6, salt: "sel"),
      commitment: pack.commitment)
    #expect(throws: TrainingError.keyChanged) {
      try Key.matching(pack, among: [changed], digest: Self.digest)
    }
  }

  @Test func `that was changed is not the one its key makes`() throws {
    let stored = Key.stored(in: Array(Key.file([key], digest: Self.digest).utf8))
    let text = pack.file
    let start = try #require(text.firstRange(of: "Content: ")?.upperBound)
    let content = try #require(PackFile.decoded(String(text[start...].replacing("+ ", with: ""))))
    let forged =
      text[..<start]
      + PackFile.encoded(content.replacing("Un couloir", with: "Un boyau"))
      .replacing("\n", with: "\n+ ")
    let pack = try #require(Pack(file: Array(forged.utf8)))
    #expect(throws: TrainingError.packChanged) {
      try Key.matching(pack, among: stored, digest: Self.digest)
    }
  }

  @Test(arguments: ["", "a", "ab", "abc", "été à Digne", "\u{0}ÿ"])
  func `is encoded so that it reads back`(_ text: String) {
    #expect(PackFile.decoded(PackFile.encoded(text)) == text)
  }

  @Test func `refuses what is no encoding`() {
    #expect(PackFile.decoded("YQ=a") == nil)
    #expect(PackFile.decoded("Y!Q=") == nil)
    #expect(Base64.text(of: Array("foobar".utf8)) == "Zm9vYmFy")
    #expect(Base64.text(of: Array("fooba".utf8)) == "Zm9vYmE=")
    #expect(Base64.text(of: Array("foob".utf8)) == "Zm9vYg==")
  }
}
