import Auditing
import Testing

struct `The table of kinds` {
  @Test func `names each kind once`() {
    let names = EventKind.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(EventKind.named(name)?.name == name) }
    #expect(EventKind.named("tea.served") == nil)
  }

  @Test func `puts each field in one unit, and none in two`() {
    for kind in EventKind.all {
      let fields = kind.units.flatMap(\.fields) + kind.remarks + [kind.list].compactMap(\.self)
      #expect(Set(fields).count == fields.count, "\(kind.name)")
      let units = kind.units.map(\.name)
      #expect(Set(units).count == units.count, "\(kind.name)")
    }
  }

  @Test func `keeps clear of what every body says`() {
    let taken: Set = ["by", "clock", "kind", "run", "salt"]
    for kind in EventKind.all {
      var fields = kind.units.flatMap(\.fields) + kind.remarks + [kind.list].compactMap(\.self)
      switch kind.key {
      case .natural(let key): fields += key
      case .of(let field): fields.append(field)
      case .random: fields.append("record")
      }
      #expect(taken.isDisjoint(with: fields), "\(kind.name)")
    }
  }

  @Test func `keeps clear of the fields by which an entry finds its record`() {
    let taken: Set = ["record", "noun", "change", "element"]
    for kind in EventKind.all {
      #expect(taken.isDisjoint(with: kind.units.flatMap(\.fields)), "\(kind.name)")
    }
  }

  @Test func `writes the same fields to a unit, whichever kind writes it`() {
    var units: [String: [String]] = [:]
    for kind in EventKind.all where kind.noun != .dossier {
      for unit in kind.units {
        let name = "\(kind.noun).\(unit.name)"
        #expect(units[name, default: unit.fields] == unit.fields, "\(kind.name) \(name)")
        units[name] = unit.fields
      }
    }
  }

  @Test func `writes units only where it makes or changes a record`() {
    for kind in EventKind.all {
      switch kind.effect {
      case .creates, .writes, .item: #expect(!kind.units.isEmpty, "\(kind.name)")
      case .element: break
      case .presence, .structural: #expect(kind.units.isEmpty, "\(kind.name)")
      }
    }
  }

  @Test(arguments: [
    "dossier.created", "dossier.adopted", "writer.opened", "journal.recovered",
    "journal.accepted", "undo", "redo", "evidence.destroyed", "seal.begun", "seal.made",
    "seal.abandoned", "seal.countersigned", "seal.stamped", "signer.revoked", "audit.amended",
    "mock.started", "mock.handed-in",
  ])
  func `says what is never undone`(_ name: String) {
    #expect(EventKind.named(name)?.permanent == true)
    #expect(EventKind.all.count(where: \.permanent) == 17)
  }

  @Test func `joins a natural key so that no two identities meet`() {
    #expect(EventKind.naturalKey(["digne"]) == "digne")
    #expect(EventKind.naturalKey(["a/b"]) == "a/b")
    #expect(EventKind.naturalKey(["a", "b"]) == "a/b")
    let keys = [
      ["a/b", "c"], ["a", "b/c"], ["a%2Fb", "c"], ["a", "b", "c"], ["", "a"], ["a", ""],
    ]
    #expect(Set(keys.map(EventKind.naturalKey)).count == keys.count)
  }
}
