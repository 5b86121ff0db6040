package import Auditing
import Glibc
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

  /// The writers that this machine remembers, of whatever place: a folder that was moved is still
  /// its own.
  func machineWriters() throws(JournalError) -> Set<String> {
    try writerRegister.writers(on: place.machine)
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

  /// Keeps this user's other processes from sealing the dossier as long as what is given is kept,
  /// and replays what they have written.
  ///
  /// Who finds a seal begun, and holds this, knows that nobody is at it any more.
  ///
  /// - Throws: `sealInProgress` when one of them is at it; `system`.
  package func holdSealing() throws(JournalError) -> Disk.File {
    let folder = "\(workplace.stateHome)/constat/writers"
    let (hold, isHeld) = try Self.system { () throws(SigningError) in
      try disk.makeFolders(folder)
      let hold = try disk.openRegular("\(folder)/\(id).seal.lock", O_RDWR | O_CREAT)
      return (hold, try disk.lock(hold, patience: workplace.patience))
    }
    guard isHeld else { throw .sealInProgress }
    if !isPreparing { try replayNew() }
    return hold
  }
}
