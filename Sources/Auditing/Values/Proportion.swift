/// So many of so many: a rate that never goes without the number it rests on.
package struct Proportion: Hashable, Sendable {
  package let count: Int
  /// How many there are in all; never 0.
  package let n: Int

  /// Creates a proportion, or nothing where there is none: of nothing, or more than all.
  package init?(_ count: Int, of n: Int) {
    guard n > 0, (0...n).contains(count) else { return nil }
    self.count = count
    self.n = n
  }

  /// The rate in percent, to one decimal, rounded half away from zero.
  package var rate: Quantity {
    let (percent, rest) = (Int128(count) * 1000).quotientAndRemainder(dividingBy: Int128(n))
    let rounded = percent + (2 * rest >= Int128(n) ? 1 : 0)
    return Quantity(DecimalNumber(significand: Int(rounded), scale: 1), .percent)
  }

  /// The bounds in percent between which the rate of the population lies with 95 % confidence, to
  /// one decimal.
  ///
  /// E. B. Wilson's score interval (Journal of the American Statistical Association 22, 1927,
  /// p. 209), with the quantile 1.959964 of the normal law. Only additions, products, quotients and
  /// a square root, all of which IEEE 754 fixes: the same digits on every machine.
  package var interval: (low: Quantity, high: Quantity) {
    let (z, size) = (1.959964, Double(n))
    let rate = Double(count) / size
    let spread = z * z / size
    let centre = rate + spread / 2
    let half = z * (rate * (1 - rate) / size + spread / (4 * size)).squareRoot()
    func percent(_ value: Double) -> Quantity {
      let bounded = min(1, max(0, value / (1 + spread)))
      return Quantity(
        DecimalNumber(significand: Int((bounded * 1000).rounded()), scale: 1), .percent)
    }
    return (percent(centre - half), percent(centre + half))
  }
}

extension Proportion {
  /// The rate with what it rests on, `93.1 % (n = 412; 95 %: 90.2 %–95.2 %)`.
  package func written(in language: Language) -> String {
    let (low, high) = interval
    let (rate, low95, high95) = (
      rate.written(in: language), low.written(in: language), high.written(in: language)
    )
    return switch language {
    case .fr: "\(rate) (\(count) sur \(n)\u{202F}; à 95\u{A0}%\u{A0}: \(low95) à \(high95))"
    case .en: "\(rate) (\(count) of \(n); at 95%: \(low95) to \(high95))"
    }
  }
}

/// What numbers add up to.
package enum Statistics {
  /// The mean to nine decimals; nothing of no numbers, or where their sum does not fit.
  package static func mean(_ numbers: [DecimalNumber]) -> DecimalNumber? {
    guard !numbers.isEmpty else { return nil }
    var sum = DecimalNumber(0)
    for number in numbers {
      guard let next = DecimalNumber.add(sum, number) else { return nil }
      sum = next
    }
    return DecimalNumber.divide(sum, DecimalNumber(numbers.count))
  }

  /// The number in the middle, or the mean of the two there; nothing of no numbers.
  package static func median(_ numbers: [DecimalNumber]) -> DecimalNumber? {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return mean([sorted[middle - 1], sorted[middle]])
  }
}
