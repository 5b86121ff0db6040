/// Where one stands in a visit: an audit, a site and a criterion; it is no data.
struct Place: Hashable, Sendable {
  /// The key of the audit.
  var audit: String?
  var site: String?
  var criterion: String?

  /// A criterion at a site, where evidence is gathered.
  struct Spot: Hashable, Sendable {
    let criterion: String
    let site: String
  }
}
