import Auditing

/// What carrying an audit's answers to another checklist would write, and what it cannot carry.
struct Migration {
  /// The scope lines that are replaced, each with what takes its place.
  private(set) var scope: [(old: Audit.ScopeLine, new: Audit.ScopeLine)] = []
  private(set) var verdicts: [Carried] = []
  /// The criteria whose id already had a verdict that means another criterion: it is taken back.
  private(set) var resets: [(criterion: String, site: String)] = []
  /// The findings whose criterion has one counterpart.
  private(set) var findings: [(finding: Finding, to: String)] = []
  private(set) var holes: [Hole] = []
  /// The verdicts on criteria that do not stay what they are, as they were found: written once more,
  /// they contradict what another says of such a criterion without knowing of the migration.
  private(set) var left: [Left] = []

  /// A verdict that stays behind.
  struct Left {
    let criterion: String
    let site: String
    let verdict: Assessment.Verdict
    let reason: String?
  }

  /// A verdict on its way to another criterion.
  struct Carried {
    let from: [String]
    let to: String
    let site: String
    let verdict: Assessment.Verdict
    let reason: String?
  }

  /// What a mapping does not settle.
  enum Hole {
    case criterion(String, site: String, Assessment.Verdict)
    case fresh(String, site: String)
    case split(String, [String], site: String)
    case contradiction(String, [String], site: String)
    case finding(String, criterion: String)
    case module(String, site: String)
  }

  init(
    of audit: Audit, _ old: Checklist, to new: Checklist, by mapping: ChecklistMapping,
    in state: State
  ) {
    for line in audit.scope { carry(line, old, new, mapping) }
    for line in scope where !line.new.isSampledOut {
      let site = line.old.site
      let criteria = newCriteria(line.new, new)
      carry(
        at: site, audit, old, criteria, mapping, state)
      let carried = Set(verdicts.filter { $0.site == site }.map(\.to))
      resets += criteria.filter {
        !carried.contains($0) && state.assessment(audit, $0, site).verdict != .notAssessed
      }.map { ($0, site) }
    }
    for finding in state.findings(in: audit) {
      let targets = mapping.targets(of: finding.criterion)
      if targets.count == 1 {
        findings.append((finding, targets[0]))
      } else {
        holes.append(.finding(finding.id, criterion: finding.criterion))
      }
    }
  }

  private func newCriteria(_ line: Audit.ScopeLine, _ new: Checklist) -> [String] {
    new.criteria.filter { criterion in
      guard let module = new.module(criterion.module), !module.disabled else { return false }
      return module.kind == .transverse || line.modules.contains(module.id)
    }.map(\.id)
  }

  /// The line with the modules in which its criteria have counterparts.
  private mutating func carry(
    _ line: Audit.ScopeLine, _ old: Checklist, _ new: Checklist, _ mapping: ChecklistMapping
  ) {
    var modules: [String] = []
    for module in line.modules {
      let targets = old.criteria.filter { $0.module == module }
        .flatMap { mapping.targets(of: $0.id) }
      let found = new.modules.filter { candidate in
        candidate.kind == .module && !candidate.disabled
          && (new.criteria.contains { targets.contains($0.id) && $0.module == candidate.id }
            || (targets.isEmpty && candidate.id == module))
      }.map(\.id)
      if found.isEmpty { holes.append(.module(module, site: line.site)) }
      modules += found.filter { !modules.contains($0) }
    }
    scope.append(
      (
        line,
        Audit.ScopeLine(
          site: line.site, modules: modules, services: line.services,
          isSampledOut: line.isSampledOut)
      ))
  }

  private mutating func carry(
    at site: String, _ audit: Audit, _ old: Checklist, _ new: [String],
    _ mapping: ChecklistMapping, _ state: State
  ) {
    func assessment(_ id: String) -> Assessment { state.assessment(audit, id, site) }
    for criterion in audit.criteria(of: old, at: site) {
      let targets = mapping.targets(of: criterion.id)
      let row = assessment(criterion.id)
      let verdict = row.verdict
      if targets != [criterion.id], !row.isInConflict {
        left.append(
          Left(criterion: criterion.id, site: site, verdict: verdict, reason: row.reason))
      }
      if targets.isEmpty {
        holes.append(.criterion(criterion.id, site: site, verdict))
      } else if targets.count > 1, verdict != .notAssessed {
        holes.append(.split(criterion.id, targets, site: site))
      }
    }
    let inScope = Set(audit.criteria(of: old, at: site).map(\.id))
    for criterion in new {
      let origins = mapping.origins(of: criterion).filter(inScope.contains)
      guard !origins.isEmpty else {
        holes.append(.fresh(criterion, site: site))
        continue
      }
      let rows = origins.map(assessment)
      let verdicts = Set(rows.map(\.verdict))
      let isClear =
        verdicts.count == 1 && !rows.contains { $0.isInConflict }
        && origins.allSatisfy { mapping.targets(of: $0).count == 1 }
      guard isClear, let verdict = verdicts.first else {
        if verdicts != [.notAssessed], verdicts.count > 1 {
          holes.append(.contradiction(criterion, origins, site: site))
        }
        continue
      }
      guard verdict != .notAssessed else { continue }
      let reasons = rows.compactMap(\.reason)
      self.verdicts.append(
        Carried(
          from: origins, to: criterion, site: site, verdict: verdict,
          reason: reasons.isEmpty ? nil : reasons.joined(separator: "; ")))
    }
  }
}

extension Migration.Hole {
  /// The hole as an entry of the journal keeps it.
  var code: String {
    switch self {
    case .criterion(let id, let site, let verdict):
      "no-counterpart \(id) \(site) \(verdict.rawValue)"
    case .fresh(let id, let site): "new \(id) \(site)"
    case .split(let id, let to, let site): "split \(id) \(to.joined(separator: ",")) \(site)"
    case .contradiction(let id, let from, let site):
      "contradiction \(id) \(from.joined(separator: ",")) \(site)"
    case .finding(let id, let criterion): "finding \(id) \(criterion)"
    case .module(let id, let site): "module \(id) \(site)"
    }
  }

  var wording: Wording {
    switch self {
    case .criterion(let id, let site, let verdict):
      (
        "\(id) · \(site)\u{A0}: sans équivalent (\(Choices.name(verdict.rawValue, Choices.verdicts, .fr)))",
        "\(id) · \(site): no counterpart (\(verdict.rawValue))"
      )
    case .fresh(let id, let site):
      ("\(id) · \(site)\u{A0}: nouveau, à évaluer", "\(id) · \(site): new, to be assessed")
    case .split(let id, let to, let site):
      (
        "\(id) · \(site)\u{A0}: devient \(to.joined(separator: ", ")), à réévaluer",
        "\(id) · \(site): becomes \(to.joined(separator: ", ")), to be assessed again"
      )
    case .contradiction(let id, let from, let site):
      (
        "\(id) · \(site)\u{A0}: réunit \(from.joined(separator: ", ")), dont les verdicts diffèrent",
        "\(id) · \(site): unites \(from.joined(separator: ", ")), whose verdicts differ"
      )
    case .finding(let id, let criterion):
      (
        "\(id)\u{A0}: son critère \(criterion) n’a pas un équivalent unique",
        "\(id): its criterion \(criterion) has no single counterpart"
      )
    case .module(let id, let site):
      (
        "module \(id) · \(site)\u{A0}: sans équivalent, sorti du périmètre",
        "module \(id) · \(site): no counterpart, out of scope"
      )
    }
  }
}
