import Auditing
import Signing

extension DossierFolder {
  /// The other dossiers whose entries a source holds and that nothing has joined to this one.
  ///
  /// A dossier begins with an operation that has nothing in its past.
  func strangers(
    in source: MergeSource, _ union: Union, isAdopting: Bool
  ) throws(JournalError) -> [String] {
    let roots = union.new.filter(\.mayFoundDossier)
    var joined = Set([id]).union(union.texts(.adopted))
    if union.texts(.adopted).contains(id) { joined.formUnion(source.declared) }
    let strangers = Set(roots.map(\.id)).union(source.declared).subtracting(joined).sorted()
    for root in roots where root.id != id {
      let created = root.events.compactMap(\.self).first { $0.kind == "dossier.created" }
      let purpose = created?["purpose"]?.text.flatMap(Purpose.init) ?? .trial
      guard purpose == state.purpose else {
        throw .merging(.otherPurpose(ours: state.purpose, theirs: purpose))
      }
    }
    // Of a dossier whose beginning is lost nobody can say whether it is an exercise.
    let lost = source.declared.first { !union.contains(OperationID($0)) }
    if strangers.isEmpty {
      if let lost, lost != id { throw .merging(.beginningLost(lost)) }
      guard !source.declared.isEmpty || isRelated(union, source, joined) else {
        throw .merging(.unrelated(path: source.path))
      }
      return []
    }
    guard isAdopting else { throw .merging(.otherDossier(strangers)) }
    if let lost { throw .merging(.beginningLost(lost)) }
    return strangers
  }

  /// Whether some entry of a source is here, or names or is named by one that is.
  private func isRelated(_ union: Union, _ source: MergeSource, _ joined: Set<String>) -> Bool {
    let known = Set(state.history.operations.map(\.writer))
    if source.journals.isEmpty || union.new.isEmpty { return true }
    let missing = Set(state.history.missing.map(\.identity))
    return union.new.contains { operation in
      missing.contains(operation.identity) || (operation.n == 1 && joined.contains(operation.id))
        || state.history.position(of: operation.predecessor) != nil
        || operation.seen.contains { state.history.position(of: $0.identity) != nil }
    } || source.journals.keys.contains(where: known.contains)
  }

  /// Refuses a union in which a file goes as far as an entry that something names, without it.
  ///
  /// What contradicted itself here before is no reason to refuse what comes, nor is what an entry
  /// lets stand.
  func checkContradictions(
    _ union: Union, _ source: MergeSource, _ offered: OfferedCheckpoints
  ) throws(JournalError) {
    var found: [Contradiction] = []
    func check(_ head: Head, isOurs: Bool, _ witness: Contradiction.Witness) {
      guard let reach = union.reach[head.writer], reach >= head.n, union.lacks(head)
      else { return }
      if isOurs, (union.reachHere[head.writer] ?? 0) >= head.n { return }
      found.append(Contradiction(head, by: witness))
    }
    for operation in union.new {
      for head in operation.seen { check(head, isOurs: false, .seen(by: operation.head)) }
    }
    if !state.history.missing.isEmpty {
      for operation in state.history.operations {
        for head in operation.seen where state.history.missing.contains(head) {
          check(head, isOurs: true, .seen(by: operation.head))
        }
      }
    }
    for head in source.heads { check(head, isOurs: false, .seal) }
    for checkpoint in offered.attested {
      check(checkpoint.head, isOurs: false, .checkpoint(checkpoint.name))
    }
    let here = attestedHere { head in
      (union.reach[head.writer] ?? 0) >= head.n && (union.reachHere[head.writer] ?? 0) < head.n
        && union.lacks(head)
    }
    for checkpoint in here { check(checkpoint.head, isOurs: true, .checkpoint(checkpoint.name)) }
    for entry in try registeredWriters() where entry.n > 0 {
      let head = Head(writer: entry.writer, n: entry.n, id: entry.id)
      check(head, isOurs: true, .remembered)
    }
    if !found.isEmpty { throw .merging(.contradictions(found)) }
  }
}
