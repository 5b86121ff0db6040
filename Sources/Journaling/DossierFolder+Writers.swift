package import Auditing
import Signing

extension DossierFolder {
  private var writerRegister: WriterRegister {
    if let known = knownRegister, known.dossier == id { return known }
    let register = WriterRegister(dossier: id, stateHome: workplace.stateHome, disk: disk)
    knownRegister = register
    return register
  }

  /// The writers that this machine remembers at this place.
  func registeredWriters() throws(JournalError) -> [WriterRegister.Entry] {
    try writerRegister.entries(at: place, &registerMemory)
  }

  /// The last operation that each writer of this place acknowledged, as this machine remembers it.
  package func acknowledged() throws(JournalError) -> [Head] {
    try registeredWriters().map { Head(writer: $0.writer, n: $0.n, id: $0.id) }
  }

  /// The other folders in which this machine remembers the dossier.
  func otherPlaces() throws(JournalError) -> [String] {
    try writerRegister.paths(besides: place)
  }

  /// Remembers how far writers of this place have come.
  func register(_ entries: [WriterRegister.Entry]) throws(JournalError) {
    try writerRegister.put(entries, at: place, &registerMemory)
  }

  /// Forgets a writer that never wrote.
  func forget(_ writer: String) {
    guard !id.isEmpty else { return }
    try? writerRegister.remove(writer, at: place)
  }

  /// Whether this user knows the dossier at another place, so that this one is a copy.
  func isKnownElsewhere() throws(JournalError) -> Bool {
    try writerRegister.knowsPlace(otherThan: place)
  }
}
