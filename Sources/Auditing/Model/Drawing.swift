/// A draw without replacement that gives the same items on every machine, and that anyone can
/// check with `sha256sum` and `sort`.
///
/// Each item has a ticket: the SHA-256 of the seed, a comma and its rank in the population, from 1,
/// in UTF-8 (`printf '%s,%d'`). The sample is the items with the smallest tickets, in their order,
/// so that a larger size adds items and takes none away. This is consistent sampling, as R. L.
/// Rivest describes and publishes it for election audits (consistent_sampler, 2018).
package enum Drawing {
  /// What an entry of the journal calls the method.
  package static let method = "sha256-ticket"

  /// The largest population that is drawn from.
  package static let limit = 1_000_000

  /// The ranks drawn, from 1, in the order of their tickets; none of a population too large.
  package static func ranks<Ticket: Comparable>(
    of population: Int, size: Int, seed: String, ticket: (String) -> Ticket
  ) -> [Int] {
    guard (1...limit).contains(population), size > 0 else { return [] }
    let tickets = (1...population).map { (ticket("\(seed),\($0)"), $0) }
    return tickets.sorted { $0 < $1 }.prefix(size).map(\.1)
  }
}
