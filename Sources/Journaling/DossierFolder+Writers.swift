import Auditing
import Signing

extension DossierFolder {
  private var writerRegister: WriterRegister {
    WriterRegister(dossier: id, stateHome: workplace.stateHome)
  }

  /// The writers that this machine remembers at this place.
  func registeredWriters() throws(JournalError) -> [WriterRegister.Entry] {
    try writerRegister.entries(machine: workplace.machine, place: path)
  }

  /// Remembers what a writer of this place acknowledged.
  func register(_ entry: WriterRegister.Entry) throws(JournalError) {
    try writerRegister.put(entry, machine: workplace.machine, place: path)
  }

  /// Whether this user knows the dossier at another place, so that this one is a copy.
  func isKnownElsewhere() throws(JournalError) -> Bool { try writerRegister.knowsAnyPlace() }

  /// The length up to which a file counts after a failed synchronisation, if there was one.
  static func trustedLength(ofJournal path: String) -> Int? {
    guard Files.exists(path + ".suspect"),
      let bytes = try? Files.contents(path + ".suspect", limit: 64)
    else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" })
  }
}
