import Foundation
import Signing
import Testing

struct `A signing key` {
  @Test func `is made on first use, for its owner's eyes only, and kept`() throws {
    let bench = try Workbench()
    let key = try bench.key("share/constat/keys")
    #expect(try bench.mode("share/constat/keys") == 0o700)
    #expect(try bench.mode("share/constat/keys/constat_ed25519") == 0o600)
    #expect(key.publicKey.type == "ssh-ed25519")
    #expect(try bench.key("share/constat/keys") == key)
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.at("share/constat/keys"))
    #expect(names.sorted() == ["constat_ed25519", "constat_ed25519.pub"])
    #expect(
      try bench.read("share/constat/keys/constat_ed25519.pub").suffix(18)
        == Array(" alice@org.example\n".utf8).suffix(18))
  }

  @Test func `has the fingerprint that ssh-keygen prints`() throws {
    let bench = try Workbench()
    let key = try bench.key()
    let printed = try bench.shell("ssh-keygen -lf keys/constat_ed25519.pub").text
    #expect(printed.split(separator: " ")[1] == key.publicKey.fingerprint)
  }

  @Test func `is known by its private half alone`() throws {
    let bench = try Workbench()
    let key = try bench.key()
    _ = try bench.shell("rm keys/*.pub")
    #expect(try bench.key() == key)
  }

  @Test func `that others may read is refused`() throws {
    let bench = try Workbench()
    let key = try bench.key()
    _ = try bench.shell("chmod 644 keys/constat_ed25519")
    #expect(throws: SigningError.keyExposed(path: key.path, mode: 0o644)) { try bench.key() }
    #expect(throws: SigningError.keyExposed(path: key.path, mode: 0)) {
      try bench.keygen.sign([1], .seal, with: key)
    }
    _ = try bench.shell("chmod 600 keys/constat_ed25519; chmod 777 keys")
    #expect(throws: SigningError.keyExposed(path: bench.at("keys"), mode: 0o777)) {
      try bench.key()
    }
  }

  @Test func `locked by a passphrase is named, and nobody is asked`() throws {
    let bench = try Workbench()
    _ = try bench.shell("ssh-keygen -q -t ed25519 -N secret -f locked")
    let key = try SigningKey.existing(at: bench.at("locked"), bench.keygen)
    #expect(throws: SigningError.keyLocked(path: key.path)) {
      try bench.keygen.sign([1], .seal, with: key)
    }
    _ = try bench.shell("rm locked.pub")
    #expect(throws: SigningError.keyLocked(path: key.path)) {
      try SigningKey.existing(at: key.path, bench.keygen)
    }
  }

  @Test func `locked by a passphrase signs once an agent or a helper program gives it`() throws {
    let bench = try Workbench()
    _ = try bench.shell("ssh-keygen -q -t ed25519 -N secret -f locked")
    try bench.write("ask", Array("#!/bin/sh\necho secret\n".utf8))
    _ = try bench.shell("chmod +x ask")
    let extra = ["SSH_ASKPASS": bench.at("ask"), "SSH_ASKPASS_REQUIRE": "force"]
    let environment = bench.programs.environment.merging(extra) { $1 }
    let keygen = SSHKeygen(Programs(environment: environment))
    let key = try SigningKey.existing(at: bench.at("locked"), keygen)
    let message = Array("message".utf8)
    let signature = try keygen.sign(message, .seal, with: key, mayAsk: true)
    #expect(try keygen.check(signature, of: message, .seal))
    #expect(throws: SigningError.keyLocked(path: key.path)) {
      try keygen.sign(message, .seal, with: key, mayAsk: false)
    }
  }

  @Test func `that is absent is named, and so is an absent program`() throws {
    let bench = try Workbench()
    #expect(throws: SigningError.keyAbsent(path: bench.at("none"))) {
      try SigningKey.existing(at: bench.at("none"), bench.keygen)
    }
    let bare = SSHKeygen(Programs(environment: ["PATH": bench.path]))
    let absent = SigningError.programAbsent(name: "ssh-keygen", package: "openssh-client")
    #expect(throws: absent) {
      try SigningKey.ownOrNew(in: bench.at("keys"), Identity("a@b"), bare)
    }
    #expect(absent.wording.fr.contains("apt-get install openssh-client"))
  }

  @Test(arguments: ["", "-x", "a\"b", "a\nb", "a\0b", " a", "a ", "#a", "!a", "a,b", "*@b", "a?"])
  func `has no identity that a register would misread`(_ text: String) {
    #expect(throws: SigningError.identityRefused(text)) { try Identity(text) }
  }
}

struct `A signature` {
  private let message = Array("Format: x\n\0é".utf8)

  @Test func `is good for its message and its purpose only`() throws {
    let bench = try Workbench()
    let key = try bench.key()
    let signature = try bench.keygen.sign(message, .journal, with: key)
    #expect(signature.key == key.publicKey)
    #expect(signature.namespace == "constat-journal")
    #expect(try bench.keygen.check(signature, of: message, .journal))
    #expect(try !bench.keygen.check(signature, of: message + [0], .journal))
    #expect(try !bench.keygen.check(signature, of: message, .seal))
    #expect(try bench.keygen.sign(message, .journal, with: key) == signature)
  }

  /// `ssh-keygen -Y sign FILE` would ask, write nothing, and exit 0 over an old signature.
  @Test func `never is an old one, though a file with its name lies there`() throws {
    let bench = try Workbench()
    let key = try bench.key()
    try bench.write("m", Array("old".utf8))
    _ = try bench.shell("ssh-keygen -q -Y sign -f keys/constat_ed25519 -n constat-seal m")
    let old = try bench.read("m.sig")
    try bench.write("m", message)
    let trap = try bench.shell(
      "ssh-keygen -q -Y sign -f keys/constat_ed25519 -n constat-seal m < /dev/null")
    #expect(trap.outcome == .exited(0))
    #expect(try bench.read("m.sig") == old)
    let signature = try bench.keygen.sign(message, .seal, with: key)
    #expect(signature.armored != old)
    #expect(try bench.keygen.check(signature, of: message, .seal))
    #expect(try !bench.keygen.check(SSHSignature(armored: old), of: message, .seal))
  }

  @Test func `is found bad whichever of its bits is flipped`() throws {
    let bench = try Workbench()
    let signature = try bench.keygen.sign(message, .seal, with: bench.key())
    var asked = 0
    for place in signature.armored.indices {
      for bit in 0..<8 {
        var damaged = signature.armored
        damaged[place] ^= 1 << bit
        guard let read = try? SSHSignature(armored: damaged) else { continue }
        // One bit in five of those that still read is asked of ssh-keygen: it takes a while.
        asked += 1
        guard asked % 5 == 0 else { continue }
        #expect(try !bench.keygen.check(read, of: message, .seal), "byte \(place) bit \(bit)")
      }
    }
    #expect(asked > 100)
  }

  @Test func `holds nothing in the field that is reserved, nor after its end`() throws {
    let bench = try Workbench()
    let armored = try bench.keygen.sign(message, .seal, with: bench.key()).armored
    let lines = String(decoding: armored, as: UTF8.self).split(separator: "\n")
    let blob = Array(try #require(Data(base64Encoded: lines[1..<(lines.count - 1)].joined())))
    func armor(_ blob: [UInt8]) -> [UInt8] {
      Array("\(lines[0])\n\(Data(blob).base64EncodedString())\n\(lines[lines.count - 1])\n".utf8)
    }
    #expect(try SSHSignature(armored: armor(blob)).namespace == "constat-seal")
    let reserved = 10 + 4 + 51 + 4 + "constat-seal".utf8.count
    #expect(blob[reserved..<(reserved + 4)] == [0, 0, 0, 0])
    let filled = blob[..<reserved] + [0, 0, 0, 1, 0x78] + blob[(reserved + 4)...]
    for wrong in [Array(filled), blob + [0], Array(blob.dropLast())] {
      #expect(throws: SigningError.signatureMalformed) { try SSHSignature(armored: armor(wrong)) }
    }
  }

  @Test func `is not read from anything but its one way of writing`() throws {
    let bench = try Workbench()
    let armored = try bench.keygen.sign(message, .seal, with: bench.key()).armored
    let wrong: [[UInt8]] = [
      [], Array(armored.dropLast()), armored + [0x0A], [0x20] + armored,
      Array(String(decoding: armored, as: UTF8.self).replacing("\n", with: "\r\n").utf8),
    ]
    for bytes in wrong {
      #expect(throws: SigningError.signatureMalformed) { try SSHSignature(armored: bytes) }
    }
  }
}

struct `A public key` {
  @Test func `is read from its one spelling only`() {
    #expect(PublicKey(type: "x", base64: "AAAAAXgBAg==")?.blob == [0, 0, 0, 1, 0x78, 1, 2])
    #expect(PublicKey(type: "x", base64: "AAAAAXgB")?.line == "x AAAAAXgB")
    #expect(PublicKey(type: "x", base64: "AAAAAXgBAgM=")?.line == "x AAAAAXgBAgM=")
    for wrong in [
      "AAAAAXgBAh==", "AAAAAXgBAgN=", "AAAAAXgBAg", "AAAAAXgBAg=", "AAAAAXgB\n", "AAAAAXg=",
      "AAAA=XgB", "AAAAAXgB====", "AAAACXgB", "",
    ] {
      #expect(PublicKey(type: "x", base64: wrong) == nil, "\(wrong)")
    }
    #expect(PublicKey(type: "y", base64: "AAAAAXgB") == nil)
  }
}
