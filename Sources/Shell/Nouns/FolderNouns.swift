import Auditing
import Journaling
import Scripting
import Signing

/// The nouns of the folder itself: the dossier, its journals, and what was written from it.
enum FolderNouns {
  static let all = [dossier, journal, report]

  static let dossier = NounSpec(
    name: Name("dossier"), summary: ("le dossier ouvert", "the open dossier"),
    fields: [
      .init(name: Name("id")), .init(name: Name("title", "titre")),
      .init(name: Name("path", "répertoire")),
      .init(name: Name("purpose", "usage"), choices: Choices.purposes),
      .init(name: Name("operations", "opérations")), .init(name: Name("writers", "postes")),
      .init(name: Name("sites")), .init(name: Name("audits")),
      .init(name: Name("evidence", "preuves")),
    ],
    columns: ["title", "path", "purpose", "operations", "writers", "sites", "audits"]
  ) { session, _ in
    let dossier = try session.openDossier()
    let state = session.state
    var row = RowBuilder()
    row.word("id", String(dossier.id.prefix(12)))
    row.text("title", state.title)
    row.text("path", dossier.path)
    row.choice("purpose", state.purpose.rawValue, Choices.purposes)
    row.number("operations", state.history.operations.count)
    row.number("writers", state.history.heads.count)
    row.number("sites", state.sites.count)
    row.number("audits", state.audits.count)
    row.number("evidence", state.evidence.count)
    return [row.record("dossier", String(dossier.id.prefix(12)))]
  }

  static let journal = NounSpec(
    name: Name("journal"),
    summary: ("journaux du dossier, un par poste", "journals of the dossier, one a writer"),
    fields: [
      .init(name: Name("id")), .init(name: Name("person", "personne")),
      .init(name: Name("tool", "logiciel")), .init(name: Name("operations", "opérations")),
      .init(name: Name("first", "première")), .init(name: Name("last", "dernière")),
      .init(name: Name("head", "tête")),
    ],
    columns: ["id", "person", "tool", "operations", "first", "last"]
  ) { session, _ in
    _ = try session.openDossier()
    let history = session.state.history
    let handles = session.state.handles
    let operations = Dictionary(grouping: history.operations, by: \.writer)
    return history.heads.values.sorted { $0.writer < $1.writer }.map { head in
      let own = operations[head.writer] ?? []
      let events = own.lazy.flatMap(\.events).compactMap(\.self)
      let opened = events.first { $0.kind == "writer.opened" }
      var row = RowBuilder()
      row.word("id", head.writer)
      row.word("person", events.first { !$0.by.isEmpty }.map { handles[$0.by] })
      row.text("tool", opened?["tool"]?.text)
      row.number("operations", own.count)
      row.word("first", own.first?.at.description)
      row.word("last", own.last?.at.description)
      row.word("head", String(head.id.prefix(12)))
      return row.record("journal", head.writer)
    }
  }

  static let report = NounSpec(
    name: Name("report", "rapport"),
    summary: (
      "ce qui a été rédigé dans exports/ du dossier", "what was written to exports/ of the dossier"
    ),
    fields: [
      .init(name: Name("id")), .init(name: Name("audit")), .init(name: Name("format")),
      .init(name: Name("path", "chemin")),
    ],
    columns: ["id", "audit", "format"]
  ) { session, _ in
    let folder = "\(try session.openDossier().path)/exports"
    guard Files.exists(folder) else { return [] }
    let audits = session.state.audits.map(\.id)
    return try Files.entries(of: folder).map { entry in
      let ending = entry.name.split(separator: ".").dropFirst().last
      var row = RowBuilder()
      row.word("id", entry.name)
      row.word("audit", audits.filter(entry.name.contains).max { $0.count < $1.count })
      row.word("format", entry.isFolder ? nil : ending.map(String.init))
      row.text("path", "\(folder)/\(entry.name)")
      return row.record("report", entry.name)
    }
  }
}
