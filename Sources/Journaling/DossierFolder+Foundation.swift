import Auditing
import Glibc
import Signing

extension DossierFolder {
  /// What does not hold of the dossier's id and of its first operation; only a copy mends it, since
  /// nothing else says what the dossier is for.
  var foundationDamages: [Damage] {
    let file = "dossier.json"
    if lacksIdentity { return [Damage(file: file, line: 1, kind: .identity)] }
    guard !id.isEmpty, !state.history.contains(id) else { return [] }
    return [Damage(file: file, line: 1, kind: .firstOperation)]
  }
}

extension History {
  /// The id of the operation that founded a dossier, when there is one and no more; those of the
  /// dossiers that were joined to it are left out.
  var founding: String? {
    var (founding, joined): ([String], Set<String>) = ([], [])
    for operation in operations {
      for case let event? in operation.events {
        switch event.kind {
        case "dossier.created" where operation.n == 1 && operation.seen.isEmpty:
          founding.append(operation.id)
        case "dossier.adopted": if let id = event["id"]?.text { joined.insert(id) }
        default: continue
        }
      }
    }
    founding.removeAll(where: joined.contains)
    return founding.count == 1 ? founding[0] : nil
  }
}

extension Damage.Kind {
  /// What a failure to read a file shows to be wrong with it; nothing where the fault lies with
  /// this process or its machine, which may read it a moment later.
  init?(reading error: SigningError) {
    switch error {
    case .notARegularFile, .system("open", _, code: ELOOP), .system("open", _, code: ENXIO):
      self = .notAFile
    case .system(_, _, let code) where ![EMFILE, ENFILE, ENOMEM, EROFS].contains(code):
      self = .unreadable(code: code)
    default: return nil
    }
  }
}
