/// The Western European code page that spreadsheets on Windows save where they do not say UTF-8.
///
/// IANA windows-1252, as the WHATWG Encoding Standard maps it, but for the five bytes that stand
/// for no character: these are refused.
enum Windows1252 {
  /// The text as UTF-8, or the place of the first byte that stands for no character.
  static func utf8(_ bytes: ArraySlice<UInt8>) -> Result<[UInt8], Undefined> {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for (place, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let code = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
      guard code != 0, let scalar = Unicode.Scalar(code) else {
        return .failure(Undefined(offset: place))
      }
      text.append(contentsOf: String(scalar).utf8)
    }
    return .success(text)
  }

  /// A byte that stands for no character.
  struct Undefined: Error { let offset: Int }

  /// The characters of the bytes from 0x80 to 0x9F; 0 where there is none.
  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
