/// Which pieces of evidence took the place of which.
package struct Succession {
  private let evidence: [String: Evidence]

  /// Creates the succession among some evidence, by its keys.
  package init(_ evidence: [String: Evidence]) { self.evidence = evidence }

  /// The versions that came after a piece, the latest last; none where it is current.
  package func versions(after key: String) -> [Evidence] {
    var versions: [Evidence] = []
    var passed: Set = [key]
    var next = evidence[key]?.successor
    while let key = next, passed.insert(key).inserted, let version = evidence[key] {
      versions.append(version)
      next = version.successor
    }
    return versions
  }

  /// The pieces that a finding cites, with their latest versions, and no version of theirs.
  package func outdated(in finding: Finding) -> [(cited: Evidence, latest: Evidence)] {
    finding.evidence.compactMap { key in
      let versions = versions(after: key)
      guard let cited = evidence[key], let latest = versions.last,
        !versions.contains(where: { finding.evidence.contains($0.key) })
      else { return nil }
      return (cited, latest)
    }
  }
}
