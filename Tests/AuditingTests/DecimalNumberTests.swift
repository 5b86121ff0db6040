import Auditing
import Testing

struct `A decimal number` {
  @Test(arguments: [
    ("1.37", "1.37"), ("1,37", "1.37"), ("-4", "-4"), ("\u{2212}4", "-4"), ("+4", "4"),
    ("600 000", "600000"), ("600\u{202F}000,5", "600000.5"), ("1\u{A0}234\u{A0}567", "1234567"),
    ("12\u{2009}345", "12345"), ("007", "7"), ("1.500", "1.5"), ("0.0", "0"), ("-0", "0"),
    ("-0,05", "-0.05"), ("999999999999999999", "999999999999999999"),
    ("0.123456789", "0.123456789"),
  ])
  func `is read with point, comma and spaces`(text: String, written: String) {
    #expect(DecimalNumber(text)?.description == written)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1.2.3", "1,2,3", "1e3", "1 37", "12 5", "1234 567", "1  000",
    "600 000 ", " 5", "1 000 00", "1.000 000", "5-", "+-5", "0x10", "٣",
    "1234567890123456789", "0.1234567891",
  ])
  func `is refused in any other form`(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func `is equal to itself however it was written`() {
    #expect(DecimalNumber("1,50") == DecimalNumber("1.5"))
    #expect(Set([DecimalNumber(significand: 1500, scale: 3), DecimalNumber("1.5")]).count == 1)
    #expect(DecimalNumber(significand: 0, scale: 4) == DecimalNumber(0))
  }

  @Test func `is ordered by value, however long`() throws {
    let large = try #require(DecimalNumber("999999999999999999"))
    let small = try #require(DecimalNumber("0.000000001"))
    #expect(small < large)
    #expect(!(large < small))
    #expect(try #require(DecimalNumber("1.37")) < DecimalNumber(5))
    #expect(try #require(DecimalNumber("-1.5")) < #require(DecimalNumber("-1.49")))
  }
}

struct `Arithmetic of decimal numbers` {
  // The results are those of Python's decimal module, with ROUND_HALF_UP.
  @Test(arguments: [
    ("0.1", "0.2", "0.3"), ("1.37", "-1.37", "0"),
    ("999999999999999998", "1", "999999999999999999"),
    ("-5", "0.000000001", "-4.999999999"),
  ])
  func `adds exactly`(left: String, right: String, sum: String) throws {
    let (a, b) = try (#require(DecimalNumber(left)), #require(DecimalNumber(right)))
    #expect(DecimalNumber.add(a, b)?.description == sum)
    #expect(try DecimalNumber.subtract(#require(DecimalNumber(sum)), b) == a)
  }

  @Test(arguments: [
    ("1.5", "1.5", "2.25"), ("0.000000001", "0.5", "0.000000001"),
    ("-0.000000001", "0.5", "-0.000000001"), ("0.000000001", "0.4", "0"),
    ("123456789.123456789", "2.5", "308641972.808641973"), ("-3", "7", "-21"),
  ])
  func `multiplies to nine decimals`(left: String, right: String, product: String) throws {
    let (a, b) = try (#require(DecimalNumber(left)), #require(DecimalNumber(right)))
    #expect(DecimalNumber.multiply(a, b)?.description == product)
  }

  @Test(arguments: [
    ("1", "3", "0.333333333"), ("2", "3", "0.666666667"), ("-2", "3", "-0.666666667"),
    ("2", "-3", "-0.666666667"), ("1", "8", "0.125"), ("0", "7", "0"), ("93.1", "0.1", "931"),
    ("1000000000000", "3", "333333333333.333333"), ("0.000000001", "2", "0.000000001"),
    ("-0.000000001", "2", "-0.000000001"), ("999999999999999999", "3", "333333333333333333"),
  ])
  func `divides to nine decimals or as many as fit`(left: String, right: String, quotient: String)
    throws
  {
    let (a, b) = try (#require(DecimalNumber(left)), #require(DecimalNumber(right)))
    #expect(DecimalNumber.divide(a, b)?.description == quotient)
  }

  @Test func `gives nothing rather than a wrong number`() throws {
    let large = try #require(DecimalNumber("999999999999999999"))
    let small = try #require(DecimalNumber("0.000000001"))
    #expect(DecimalNumber.add(large, DecimalNumber(1)) == nil)
    #expect(DecimalNumber.add(large, small) == nil)
    #expect(DecimalNumber.subtract(DecimalNumber(-1), large) == nil)
    #expect(DecimalNumber.multiply(large, DecimalNumber(2)) == nil)
    #expect(DecimalNumber.divide(large, small) == nil)
    #expect(DecimalNumber.divide(DecimalNumber(1), DecimalNumber(0)) == nil)
  }

  @Test(arguments: [
    ("1.25", 1, "1.3"), ("-1.25", 1, "-1.3"), ("1.24", 1, "1.2"), ("0.5", 0, "1"),
    ("-0.5", 0, "-1"), ("99.995", 2, "100"), ("1.2", 5, "1.2"),
  ])
  func `rounds half away from zero`(text: String, places: Int, rounded: String) {
    #expect(DecimalNumber(text)?.rounded(to: places).description == rounded)
  }
}

struct `A decimal number for a reader` {
  @Test(arguments: [
    ("600000.5", "600\u{202F}000,5", "600,000.5"), ("-1234", "-1\u{202F}234", "-1,234"),
    ("999", "999", "999"), ("0.05", "0,05", "0.05"), ("-0.5", "-0,5", "-0.5"),
    ("1234567", "1\u{202F}234\u{202F}567", "1,234,567"),
  ])
  func `has the marks of the language`(text: String, french: String, english: String) {
    #expect(DecimalNumber(text)?.written(in: .fr) == french)
    #expect(DecimalNumber(text)?.written(in: .en) == english)
  }

  @Test(arguments: ["600000.5", "-1234", "0.05", "12345678.123456789"])
  func `is read back from French`(text: String) {
    #expect(
      DecimalNumber(text).flatMap { DecimalNumber($0.written(in: .fr)) } == DecimalNumber(text))
  }
}
