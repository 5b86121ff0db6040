/// What a field of an entry may hold: the part of JSON that a journal allows.
package enum Content: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([Content])
  case object([String: Content])

  /// A list of texts.
  package static func texts(_ texts: [String]) -> Content { .list(texts.map(Content.text)) }

  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var integer: Int? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  package var boolean: Bool? {
    if case .boolean(let boolean) = self { boolean } else { nil }
  }

  package var list: [Content]? {
    if case .list(let list) = self { list } else { nil }
  }

  package var object: [String: Content]? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The texts of a list of texts, or nothing for anything else.
  package var texts: [String]? {
    guard let list else { return nil }
    let texts = list.compactMap(\.text)
    return texts.count == list.count ? texts : nil
  }
}

extension Content: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
}
