extension State {
  /// What is in conflict, in the order in which the records and operations were made.
  ///
  /// Of a record that is withdrawn nothing is: what was written to it is moot.
  package var conflicts: [Conflict] {
    let records = contended.sorted().flatMap { record -> [Conflict] in
      let record = self.records[record]
      guard record.isPresent else { return [] }
      return record.conflictingUnits.map { conflict(of: record, in: $0) }
    }
    let activities = grounds.activity.contested.sorted().map(conflictOfActivity)
    let editions = grounds.sealings.rivals(in: history).map(conflictOfSeals)
    return Self.identified(records + activities + editions)
  }

  /// The conflicts that concern an audit: over its records or the dossier's, and those in which
  /// something that it says itself stands, such as its follow-up of an earlier finding.
  package func conflicts(touching audit: String) -> [Conflict] {
    conflicts.filter { conflict in
      conflict.audit == nil || conflict.audit == audit
        || conflict.alternatives.contains { alternative in
          guard let event = event(at: alternative.place), let kind = event.declaration,
            let target = target(of: event, kind)
          else { return false }
          return self.audit(of: target, event) == audit
        }
    }
  }

  /// The conflict that an id means: as shown, or with more digits, in either case.
  package func conflict(_ id: String) -> Conflict? {
    let id = id.lowercased()
    let digits = id.hasPrefix("c-") ? id.dropFirst(2) : id[...]
    let found = conflicts.filter {
      digits.count >= 4 && $0.fingerprint.hasPrefix(digits)
    }
    return found.count == 1 ? found.first : nil
  }

  /// The conflict over a unit of a record, if it is in one.
  package func conflict(over noun: Noun, _ key: String, unit: String) -> Conflict? {
    guard isInConflict(noun, key, unit: unit) else { return nil }
    return conflicts.first { $0.subject == .unit(noun, key: key, unit: unit) }
  }

  /// Whether a unit of a record holds several distinct values.
  package func isInConflict(_ noun: Noun, _ key: String, unit: String) -> Bool {
    guard let record = recordPlace(of: Target(noun: noun, key: key)), contended.contains(record)
    else {
      return false
    }
    return records[record].units.contains { $0.name == unit && $0.isInConflict }
  }

  /// Gives each conflict the shortest start of its fingerprint, of four digits at least, that no
  /// other has.
  private static func identified(_ conflicts: [Conflict]) -> [Conflict] {
    var conflicts = conflicts
    let sorted = conflicts.indices.map {
      (place: $0, digits: Array(conflicts[$0].fingerprint.utf8))
    }
    .sorted { $0.digits.lexicographicallyPrecedes($1.digits) }
    /// How many digits two neighbours in the order share.
    func shared(_ one: Int, _ other: Int) -> Int {
      guard sorted.indices.contains(one), sorted.indices.contains(other) else { return 0 }
      return zip(sorted[one].digits, sorted[other].digits).prefix { $0 == $1 }.count
    }
    for (index, fingerprint) in sorted.enumerated() {
      let length = max(4, 1 + max(shared(index - 1, index), shared(index, index + 1)))
      let digits = String(decoding: fingerprint.digits.prefix(length), as: UTF8.self)
      conflicts[fingerprint.place].id = "C-\(digits)"
    }
    return conflicts
  }

  private func conflict(of record: Record, in unit: String) -> Conflict {
    let writes = record.units[unit] ?? []
    let alternatives = writes.map { write in
      Conflict.Alternative(
        place: write.place, by: write.by, at: write.at, value: write.value, isUse: write.isUse)
    }
    return Conflict(
      subject: .unit(record.noun, key: record.key, unit: unit), alternatives: alternatives,
      audit: record.audit, heads: heads(alternatives))
  }

  private func conflictOfActivity(_ position: Int) -> Conflict {
    let marks = grounds.activity.standing(of: position, seenBy: nil, in: history)
    let alternatives = marks.map { mark in
      alternative(mark.place, ["activity": mark.isUndo ? "undone" : "active"])
    }
    let audits = auditsTouched(by: position)
    return Conflict(
      subject: .activity(operation: history.operations[position].id), alternatives: alternatives,
      audit: audits.count == 1 ? audits.first : nil, heads: heads(alternatives))
  }

  private func conflictOfSeals(_ seals: [Sealings.Sealing]) -> Conflict {
    let alternatives = seals.map { seal in
      let events = history.operations[seal.position].events
      let index = events.firstIndex {
        $0?.kind == "seal.begun" && $0?["record"]?.text == seal.key
      }
      return alternative(
        EventPlace(operation: seal.position, event: index ?? 0), ["record": .text(seal.key)])
    }
    return Conflict(
      subject: .edition(seals.first?.edition ?? 0, audit: seals.first?.audit ?? ""),
      alternatives: alternatives, audit: seals.first?.audit, heads: heads(alternatives))
  }

  private func alternative(
    _ place: EventPlace, _ value: [String: Content]
  ) -> Conflict.Alternative {
    Conflict.Alternative(
      place: place, by: event(at: place)?.by ?? "",
      at: history.operations[place.operation].at, value: value, isUse: false)
  }

  private func heads(_ alternatives: [Conflict.Alternative]) -> [String] {
    Set(alternatives.map(\.place.operation)).map { history.operations[$0].id }.sorted()
  }
}

/// Why an entry may not be written as it is.
package enum Obstacle: Sendable {
  /// It writes to a unit in conflict, which only a decision settles.
  case inConflict(Conflict)
  /// It is about an audit that a seal has frozen, of that edition.
  case sealed(audit: String, edition: Int)
}

extension State {
  /// What keeps an event from being written: a conflict it would settle unsaid, or a seal.
  package func obstacle(to event: Event) -> Obstacle? {
    guard let kind = event.declaration, kind.role != .sealing,
      let target = target(of: event, kind)
    else { return nil }
    if let audit = audit(of: target, event), let seal = grounds.sealings.freezing[audit]?.last {
      return .sealed(audit: audit, edition: seal.edition)
    }
    guard kind.role != .decision else { return nil }
    var units = kind.units(in: event).map(\.name)
    // To give a record its identity again says that it stands.
    if kind.effect == .presence || kind.makesRecord && !kind.isRandom {
      units.append(Record.presence)
    }
    for unit in units {
      if let conflict = conflict(over: target.noun, target.key, unit: unit) {
        return .inConflict(conflict)
      }
    }
    return nil
  }
}
