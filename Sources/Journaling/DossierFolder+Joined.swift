import Auditing

extension DossierFolder {
  /// The ids under which a checkpoint may be of this dossier: its own, and those of the dossiers
  /// that were joined to it or that it was joined to.
  func joinedIDs(with new: [Operation] = []) -> Set<String> {
    var ids: Set<String> = [id]
    for operations in [state.history.operations, new] {
      for operation in operations {
        if operation.mayFoundDossier { ids.insert(operation.id) }
        for case let event? in operation.events where event.kind == "dossier.adopted" {
          if let id = event["id"]?.text { ids.insert(id) }
        }
      }
    }
    return ids
  }
}

extension Operation {
  /// Whether it founds a dossier, as far as can be seen: a writer may also begin where nothing of
  /// the journals could be read.
  var mayFoundDossier: Bool {
    n == 1 && seen.isEmpty && events.contains { $0.map { $0.kind == "dossier.created" } ?? true }
  }
}
