import Foundation
import Signing
import Testing

struct `A register of keys` {
  private let message = Array("message".utf8)

  @Test func `tells whose a key is, with its line and comment`() throws {
    let bench = try Workbench()
    let key = try bench.key()
    let other = try bench.key("other", "Bruno Petit")
    try bench.write("reg", Array("# known keys\n\n".utf8))
    _ = try AllowedSigners.add(
      Identity("Bruno Petit"), other.publicKey, comment: "Bruno Petit", to: bench.at("reg"))
    let register = try AllowedSigners.add(
      Identity("alice@org.example"), key.publicKey, comment: "Alice Martin", to: bench.at("reg"))
    #expect(register.lines.map(\.number) == [3, 4])
    #expect(register.lines.map(\.principals) == [["Bruno Petit"], ["alice@org.example"]])
    #expect(register.lines[1].options == ["namespaces=\"constat-seal,constat-journal\""])
    #expect(register.lines(for: key.publicKey).map(\.comment) == ["Alice Martin"])
    for (key, name) in [(key, "alice@org.example"), (other, "Bruno Petit")] {
      let signature = try bench.keygen.sign(message, .seal, with: key)
      let signer = try bench.keygen.signer(of: signature, of: message, .seal, in: register)
      #expect(signer == .known(principal: name, line: register.lines(for: key.publicKey)[0]))
    }
  }

  @Test func `is written once, without touching what is there`() throws {
    let bench = try Workbench()
    let key = try bench.key()
    try bench.write("conf/reg", Array("# no end of line".utf8))
    for _ in 0..<2 {
      _ = try AllowedSigners.add(Identity("a@b"), key.publicKey, to: bench.at("conf/reg"))
    }
    #expect(
      String(decoding: try bench.read("conf/reg"), as: UTF8.self) == """
        # no end of line
        a@b namespaces="constat-seal,constat-journal" \(key.publicKey.line)

        """)
    _ = try AllowedSigners.add(Identity("a@b"), key.publicKey, to: bench.at("new/dir/reg"))
    #expect(try bench.mode("new/dir/reg") == 0o600)
    #expect(try bench.mode("new/dir") == 0o700)
  }

  @Test func `keeps what a line allows a key for when its name or days change`() throws {
    let bench = try Workbench()
    let key = try bench.key()
    let line = key.publicKey.line
    let register = try AllowedSigners(
      Array(
        """
        a@b namespaces="git",valid-before="20300101" \(line) A
        a@b,c@d \(line) shared
        a@b \(line)
        """.utf8))
    let changed = try register.changing(
      Identity("a@b"), key.publicKey, comment: "Anne", from: "20260101", until: nil)
    #expect(
      changed.map { String(decoding: $0, as: UTF8.self) } == """
        a@b namespaces="git",valid-before="20300101",valid-after="20260101Z" \(line) Anne
        a@b,c@d \(line) shared
        a@b valid-after="20260101Z" \(line) Anne
        """)
    let later = try register.changing(
      Identity("a@b"), key.publicKey, comment: nil, from: nil, until: "20270630")
    #expect(
      later.map { String(decoding: $0, as: UTF8.self) } == """
        a@b namespaces="git",valid-before="20270630235959Z" \(line) A
        a@b,c@d \(line) shared
        a@b valid-before="20270630235959Z" \(line)
        """)
    let other = try bench.key("other")
    let none = try register.changing(
      Identity("a@b"), other.publicKey, comment: "x", from: nil, until: nil)
    #expect(none == nil)
  }

  @Test func `that does not exist knows nobody`() throws {
    let bench = try Workbench()
    let register = try AllowedSigners.read(bench.at("none"))
    let signature = try bench.keygen.sign(message, .seal, with: bench.key())
    #expect(register.lines.isEmpty)
    #expect(
      try bench.keygen.signer(of: signature, of: message, .seal, in: register) == .unknown)
  }

  @Test(arguments: [
    "valid-before=\"20200101\"", "namespaces=\"file\"", "valid-after=\"20990101\"",
  ])
  func `may refuse a key that it knows`(_ option: String) throws {
    let bench = try Workbench()
    let key = try bench.key()
    let register = try AllowedSigners(Array("a@b \(option) \(key.publicKey.line) A\n".utf8))
    let signature = try bench.keygen.sign(message, .seal, with: key)
    let signer = try bench.keygen.signer(of: signature, of: message, .seal, in: register)
    guard case .refused(let line, _) = signer else {
      Issue.record("\(signer)")
      return
    }
    #expect(line?.options == [option])
  }

  @Test func `believes an authority`() throws {
    let bench = try Workbench()
    let key = try bench.key()
    _ = try bench.shell(
      """
      ssh-keygen -q -t ed25519 -N '' -f ca &&
      ssh-keygen -q -s ca -I id -n alice@org.example keys/constat_ed25519.pub
      """)
    let authority = String(decoding: try bench.read("ca.pub"), as: UTF8.self)
    let register = try AllowedSigners(
      Array("*@org.example cert-authority,namespaces=\"constat-seal\" \(authority)".utf8))
    let certified = try SigningKey.existing(
      at: bench.at("keys/constat_ed25519-cert.pub"), bench.keygen)
    #expect(certified.publicKey != key.publicKey)
    let signature = try bench.keygen.sign(message, .seal, with: certified)
    let signer = try bench.keygen.signer(of: signature, of: message, .seal, in: register)
    #expect(signer == .known(principal: "alice@org.example", line: nil))
    #expect(register.lines[0].options == ["cert-authority", "namespaces=\"constat-seal\""])
  }

  @Test(arguments: ["a@b", "a@b ssh-ed25519", "a@b ssh-ed25519 AAAA", "\"a@b ssh-ed25519 AAAA x"])
  func `names the line that it cannot read`(_ line: String) {
    #expect(throws: SigningError.registerMalformed(path: "reg", line: 2)) {
      try AllowedSigners(Array("#\n\(line)\n".utf8), path: "reg")
    }
  }

  @Test func `damaged anywhere is read or refused, and never more`() throws {
    let sample = Array(
      """
      "Alice d'Été" namespaces="a b,c",valid-before="20300101" ssh-ed25519 \
      AAAAC3NzaC1lZDI1NTE5AAAAILWt6rQEo50nVXdrjUqYh+3p+ySWfiPJLWZ97UPa8zkO Alice Martin

      """.utf8)
    #expect(try AllowedSigners(sample).lines.first?.principals == ["Alice d'Été"])
    #expect(try AllowedSigners(sample).lines.first?.options.count == 2)
    for place in sample.indices {
      for bit in 0..<8 {
        var damaged = sample
        damaged[place] ^= 1 << bit
        guard let register = try? AllowedSigners(damaged) else { continue }
        #expect(register.bytes == damaged)
        #expect(register.lines.count <= 1)
      }
      _ = try? AllowedSigners(Array(sample[..<place]))
    }
  }
}
