/// An exact decimal number: an integer and the count of its digits after the point.
///
/// It holds 18 digits; nothing is ever rounded in silence.
package struct DecimalNumber: Sendable {
  /// The number without its decimal point.
  package let significand: Int
  /// How many digits of the significand stand after the point, 0 to 9.
  package let scale: Int

  /// Creates the number `significand / 10^scale`, without trailing zeros after the point.
  package init(significand: Int, scale: Int = 0) {
    var significand = significand
    var scale = scale
    while scale > 0, significand % 10 == 0 {
      significand /= 10
      scale -= 1
    }
    self.significand = significand
    self.scale = scale
  }

  /// Creates a whole number.
  package init(_ whole: Int) {
    self.init(significand: whole)
  }

  /// Reads `1.37`, `1,37`, `-4` or `600 000`, any kind of space between groups of three digits.
  package init?(_ text: some StringProtocol) { self.init(written: String(text)) }

  private init?(written text: String) {
    var significand = 0
    var scale: Int?
    var digits = 0
    /// The digits since the last space, and whether there was one.
    var group = 0
    var isGrouped = false
    var negative = false
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9":
        guard digits < 18, scale != 9 else { return nil }
        significand = significand * 10 + Int(scalar.value - 48)
        digits += 1
        if let places = scale { scale = places + 1 } else { group += 1 }
      case "-", "\u{2212}":
        guard index == 0 else { return nil }
        negative = true
      case "+":
        guard index == 0 else { return nil }
      case ".", ",":
        guard scale == nil, digits > 0 else { return nil }
        scale = 0
      case " ", "\u{A0}", "\u{202F}", "\u{2009}":
        guard scale == nil, isGrouped ? group == 3 : (1...3).contains(group) else { return nil }
        isGrouped = true
        group = 0
      default:
        return nil
      }
    }
    guard digits > 0, scale != 0, !isGrouped || group == 3 else { return nil }
    self.init(significand: negative ? -significand : significand, scale: scale ?? 0)
  }
}

extension DecimalNumber: Hashable, Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    let (a, b) = aligned(left, right)
    return a < b
  }

  /// The number with the other sign.
  package var negated: Self { Self(significand: -significand, scale: scale) }

  /// The sum of two numbers, or nothing when it does not fit.
  package static func add(_ left: Self, _ right: Self) -> Self? {
    let (a, b) = aligned(left, right)
    return Self(exactly: a + b, scale: max(left.scale, right.scale))
  }

  /// The difference of two numbers, or nothing when it does not fit.
  package static func subtract(_ left: Self, _ right: Self) -> Self? {
    let (a, b) = aligned(left, right)
    return Self(exactly: a - b, scale: max(left.scale, right.scale))
  }

  /// The product to nine decimals, rounded half away from zero, or nothing when it does not fit.
  package static func multiply(_ left: Self, _ right: Self) -> Self? {
    let product = Int128(left.significand) * Int128(right.significand)
    let excess = max(0, left.scale + right.scale - 9)
    return Self(
      exactly: quotient(product, power(excess)), scale: left.scale + right.scale - excess)
  }

  /// The quotient to nine decimals, rounded half away from zero.
  ///
  /// It has fewer decimals when it would not fit otherwise, and is nothing for a zero divisor.
  package static func divide(_ left: Self, _ right: Self) -> Self? {
    guard right.significand != 0 else { return nil }
    let (a, b) = aligned(left, right)
    for places in stride(from: 9, through: 0, by: -1) {
      if let result = Self(exactly: quotient(a * power(places), b), scale: places) {
        return result
      }
    }
    return nil
  }

  /// The number to so many decimals, 0 to 9, rounded half away from zero.
  package func rounded(to places: Int) -> Self {
    guard scale > places else { return self }
    let whole = Self.quotient(Int128(significand), Self.power(scale - places))
    return Self(exactly: whole, scale: places) ?? self
  }

  /// Creates a number from a wide significand, if it has at most 18 digits.
  private init?(exactly wide: Int128, scale: Int) {
    guard let significand = Int(exactly: wide), significand.magnitude < 1_000_000_000_000_000_000
    else { return nil }
    self.init(significand: significand, scale: scale)
  }

  /// Both significands at the larger scale: 36 digits at most, so that they always fit.
  private static func aligned(_ left: Self, _ right: Self) -> (Int128, Int128) {
    let scale = max(left.scale, right.scale)
    return (
      Int128(left.significand) * power(scale - left.scale),
      Int128(right.significand) * power(scale - right.scale)
    )
  }

  /// The whole quotient, rounded half away from zero.
  private static func quotient(_ numerator: Int128, _ divisor: Int128) -> Int128 {
    let (whole, remainder) = numerator.quotientAndRemainder(dividingBy: divisor)
    let isUp = remainder.magnitude >= divisor.magnitude - remainder.magnitude
    return isUp ? whole + ((numerator < 0) == (divisor < 0) ? 1 : -1) : whole
  }

  private static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The number with a decimal point, `1.37`.
  package var description: String { written(point: ".", group: "") }

  /// The number as a language writes it: `600 000,5` with no-break spaces, or `600,000.5`.
  package func written(in language: Language) -> String {
    switch language {
    case .fr: written(point: ",", group: "\u{202F}")
    case .en: written(point: ".", group: ",")
    }
  }

  private func written(point: String, group: String) -> String {
    let digits = String(significand.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = padded.dropLast(scale)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += group }
      grouped.append(digit)
    }
    let fraction = scale > 0 ? point + padded.suffix(scale) : ""
    return (significand < 0 ? "-" : "") + grouped + fraction
  }
}
