import Auditing
import Chance
import Testing

@testable import Journaling

struct `A journal in which bytes were changed at random` {
  private let bytes: [UInt8]
  private let ids: [String]
  private let writer: String

  init() throws {
    let bench = try Workbench()
    let dossier = try bench.dossier()
    for name in ["a", "b", "c"] { try dossier.name(name, "Site \(name)") }
    bytes = try bench.read(bench.journal())
    ids = dossier.state.history.operations.map(\.id)
    writer = try #require(dossier.state.history.operations.first?.writer)
  }

  @Test(arguments: 0..<8)
  func `never counts for more than what is left of it`(_ seed: UInt64) throws {
    var random = SplitMix(seed)
    for round in 0..<400 {
      var changed = bytes
      for _ in 0...random.below(3) { change(&changed, &random) }
      var reader = JournalReader(writer: writer)
      let operations = reader.read(changed, checkingHashes: true).map(\.id)
      #expect(ids.starts(with: operations), "seed \(seed), round \(round)")
      #expect(bytes.starts(with: changed.prefix(reader.length)), "seed \(seed), round \(round)")
      let isNoticed = reader.damage != nil || reader.torn > 0 || operations.count < ids.count
      #expect(isNoticed || changed == bytes, "seed \(seed), round \(round)")
      // Without hashes it must take anything too.
      var hasty = JournalReader(writer: writer)
      #expect(hasty.read(changed).count >= operations.count, "seed \(seed), round \(round)")
    }
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let place = random.below(bytes.count)
    let end = min(bytes.count, place + 1 + random.below(200))
    switch random.below(7) {
    case 0: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1: bytes[place] = UInt8(random.below(256))
    case 2: bytes.insert(UInt8(random.below(256)), at: place)
    case 3: bytes.removeSubrange(place..<end)
    case 4: bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.below(bytes.count))
    case 5: bytes.replaceSubrange(place..<end, with: repeatElement(0, count: end - place))
    default:
      let signs: [UInt8] = [0x09, 0x0A, 0x22, 0x5B, 0x5D, 0x7B, 0x7D, 0x2C, 0x3A, 0x5C, 0x00, 0xFF]
      bytes[place] = signs[random.below(signs.count)]
    }
  }
}
