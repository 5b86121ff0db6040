import Foundation
import Testing

@testable import Signing

struct `A digest` {
  @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 119, 1_000_000])
  func `is what sha256sum says, of bytes and of a file`(_ length: Int) throws {
    let bench = try Workbench()
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
    try bench.write("file", bytes)
    let expected = try bench.shell("sha256sum < file").text.prefix(64)
    #expect(Digest.of(bytes).hex == expected)
    let handle = try #require(FileHandle(forReadingAtPath: bench.at("file")))
    var heard: [Int] = []
    #expect(try Digest.of(descriptor: handle.fileDescriptor) { heard.append($0) }.hex == expected)
    #expect(heard.last == (length == 0 ? nil : length))
  }

  @Test func `comes out the same however the bytes are parted`() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
    for size in [1, 3, 63, 64, 65, 299] {
      var computation = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        computation.update(Array(bytes[start..<min(start + size, bytes.count)]))
        _ = computation.digest
      }
      #expect(computation.digest == Digest.of(bytes))
    }
  }

  @Test func `is the same by libmd and by libcrypto, however the bytes are parted`() throws {
    try #require(SHA256.hasLibcrypto, "this machine has no libcrypto")
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }
    for length in [0, 1, 55, 56, 63, 64, 65, 127, 128, 4096, 65_537, 200_000] {
      let part = Array(bytes.prefix(length))
      var digests: Set<Digest> = []
      for implementation in [SHA256.Implementation.libmd, .libcrypto, .automatic] {
        for size in [1 << 20, 4096, 61] {
          var computation = SHA256(expecting: length, implementation)
          for start in stride(from: 0, to: length, by: size) {
            computation.update(Array(part[start..<min(start + size, length)]))
            if start.isMultiple(of: 3) { _ = computation.digest }
          }
          digests.insert(computation.digest)
          digests.insert(computation.digest)
        }
      }
      digests.insert(Digest.of(part))
      #expect(digests.count == 1, "\(length)")
      #expect(LibCrypto.system?.digest(of: part.span) == digests.first)
    }
  }

  @Test func `is computed by libcrypto once a mebibyte is to be hashed, unless it is avoided`() {
    #expect((LibCrypto.chosen(for: LibCrypto.threshold) != nil) == SHA256.hasLibcrypto)
    let bytes = [UInt8](repeating: 7, count: 3 << 20)
    let digest = Digest.of(bytes)
    SHA256.avoidLibcrypto(true)
    defer { SHA256.avoidLibcrypto(false) }
    #expect(LibCrypto.chosen(for: LibCrypto.threshold) == nil)
    #expect(Digest.of(bytes) == digest)
  }

  @Test func `needs no library that is not there, nor one that is not what it is called`() {
    #expect(LibCrypto("libcrypto.so.none") == nil)
    #expect(LibCrypto("libc.so.6") == nil)
  }

  @Test func `reads 64 lowercase digits and nothing else`() throws {
    let hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(Digest.of([]).hex == hex)
    #expect(Digest(hex: hex) == Digest.of([]))
    #expect(Digest(hex: hex)?.bytes.prefix(3) == [0xE3, 0xB0, 0xC4])
    for wrong in [hex.uppercased(), String(hex.dropLast()), hex + "0", "g" + hex.dropFirst(), ""] {
      #expect(Digest(hex: wrong) == nil)
    }
  }

  @Test func `sorts as its digits do`() {
    let digests = (0..<50).map { Digest.of("\($0)") }
    #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
  }
}
