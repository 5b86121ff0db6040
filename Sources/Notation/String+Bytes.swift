extension String {
  /// Whether both texts are the same bytes of UTF-8, which Swift's `==` does not ask.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether this text stands before another in order of UTF-16 units (RFC 8785, 3.2.3).
  ///
  /// UTF-8 keeps that order but for U+E000 to U+FFFF, which UTF-16 puts after the characters
  /// that it writes as surrogate pairs.
  package func precedesInUTF16(_ other: String) -> Bool {
    var ours = utf8.makeIterator()
    var theirs = other.utf8.makeIterator()
    while true {
      switch (ours.next(), theirs.next()) {
      case (let our?, let their?):
        if our != their { return our.placeInUTF16 < their.placeInUTF16 }
      case (nil, .some): return true
      default: return false
      }
    }
  }
}

extension UInt8 {
  /// The byte, with the leads of U+E000 to U+FFFF moved past those of the surrogate pairs.
  fileprivate var placeInUTF16: UInt8 { self == 0xEE || self == 0xEF ? self + 0x10 : self }
}
