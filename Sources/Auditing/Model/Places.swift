/// A place of the audited body (site), for which labels are granted.
package struct Site: Hashable, Sendable {
  /// The short name that is typed for it, such as `digne`.
  package var id: String
  package var name: String
  package var address: String?
  package var contact: String?
  package var staff: String?
  /// Which public holidays its working days leave out.
  package var holidays: String?

  /// Creates a site.
  package init(
    id: String, name: String, address: String? = nil, contact: String? = nil,
    staff: String? = nil, holidays: String? = nil
  ) {
    self.id = id
    self.name = name
    self.address = address
    self.contact = contact
    self.staff = staff
    self.holidays = holidays
  }

  /// Reads a site from its record.
  package init(_ record: Record) {
    self.init(
      id: record.key, name: record.text("name") ?? record.key, address: record.text("address"),
      contact: record.text("contact"), staff: record.text("staff"),
      holidays: record.text("holidays"))
  }
}

/// A part of a site that serves the public or works for it; a scope takes it or leaves it.
package struct Service: Hashable, Sendable {
  /// The short name that is typed for it, which no other service of the site has.
  package var id: String
  package var site: String
  package var name: String

  /// Creates a service.
  package init(id: String, site: String, name: String) {
    self.id = id
    self.site = site
    self.name = name
  }

  init?(_ record: Record) {
    guard let id = record.identity("service")?.text, let site = record.identity("site")?.text
    else { return nil }
    self.init(id: id, site: site, name: record.text("name") ?? id)
  }
}

/// Someone who audits, is audited or is met; texts say the handle.
package struct Person: Hashable, Sendable {
  package var key: String
  package var handle: String
  package var name: String
  package var role: String?
  package var body: String?

  /// Creates a person.
  package init(key: String, handle: String, name: String, role: String? = nil, body: String? = nil)
  {
    self.key = key
    self.handle = handle
    self.name = name
    self.role = role
    self.body = body
  }

  init(_ record: Record) {
    self.init(
      key: record.key, handle: record.text("handle") ?? "", name: record.text("name") ?? "",
      role: record.text("role"), body: record.text("body", of: "role"))
  }
}
