extension String {
  /// Whether both texts are the same bytes of UTF-8, which Swift's `==` does not ask.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether this text stands before another in order of UTF-16 units (RFC 8785, 3.2.3).
  ///
  /// UTF-8 keeps that order but for U+E000 to U+FFFF, which UTF-16 puts after the characters
  /// that it writes as surrogate pairs.
  package func precedesInUTF16(_ other: String) -> Bool {
    let (ours, theirs) = (utf8.span, other.utf8.span)
    for place in 0..<min(ours.count, theirs.count) where ours[place] != theirs[place] {
      return ours[place].placeInUTF16 < theirs[place].placeInUTF16
    }
    return ours.count < theirs.count
  }
}

extension UInt8 {
  /// The byte, with the leads of U+E000 to U+FFFF moved past those of the surrogate pairs.
  fileprivate var placeInUTF16: UInt8 { self == 0xEE || self == 0xEF ? self + 0x10 : self }
}
