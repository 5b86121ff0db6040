extension JSON: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }

  package init(integerLiteral integer: Int) { self = .integer(integer) }

  package init(booleanLiteral bool: Bool) { self = .bool(bool) }

  package init(arrayLiteral elements: JSON...) { self = .list(elements) }

  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(Object(members))
  }

  package init(nilLiteral: ()) { self = .null }
}
