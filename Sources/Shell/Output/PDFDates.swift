import Auditing
import Signing

/// The dates and the identifier of a PDF that WeasyPrint made, settled so that the same report gives
/// the same bytes.
///
/// WeasyPrint dates what is attached by the clock of the file, and makes the identifier of all it
/// wrote (ISO 32000-2:2020, 7.11.4 and 14.4). Both are of fixed length, so that nothing moves.
struct PDFDates {
  private static let dates = ["/CreationDate (D:", "/ModDate (D:"].map { Array($0.utf8) }
  private static let identifier = Array("/ID [(".utf8)
  private static let between = Array(") (".utf8)

  /// The 14 digits of an instant.
  private let digits: [UInt8]

  /// Settles dates on an instant, in UTC.
  init(_ instant: Timestamp) {
    digits = instant.seconds.prefix(19).utf8.filter { (0x30...0x39).contains($0) }
  }

  /// The same PDF, its dates settled; as it is where nothing is found in its place.
  func settle(_ bytes: [UInt8]) -> [UInt8] {
    guard digits.count == 14 else { return bytes }
    var bytes = bytes
    for start in Self.places(of: Self.dates, in: bytes)
    where start + 14 < bytes.count && bytes[start..<start + 14].allSatisfy(Self.isDigit) {
      bytes.replaceSubrange(start..<start + 14, with: digits)
    }
    guard let start = Self.places(of: [Self.identifier], in: bytes).last,
      start + 67 < bytes.count, Array(bytes[start + 32..<start + 35]) == Self.between
    else { return bytes }
    let halves = [start..<start + 32, start + 35..<start + 67]
    for half in halves {
      bytes.replaceSubrange(half, with: [UInt8](repeating: 0x30, count: 32))
    }
    let name = Array(Digest.of(bytes).hexBytes.prefix(32))
    for half in halves { bytes.replaceSubrange(half, with: name) }
    return bytes
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Where what follows one of some names begins.
  private static func places(of names: [[UInt8]], in bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    for place in bytes.indices where bytes[place] == 0x2F {
      for name in names
      where place + name.count <= bytes.count
        && bytes[place..<place + name.count].elementsEqual(name)
      {
        places.append(place + name.count)
      }
    }
    return places
  }
}
