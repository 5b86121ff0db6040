import Foundation
import Signing
import Testing

struct `A damaged bag` {
  private func state(of path: String, _ found: BagVerification) -> BagVerification.File.State? {
    found.files.first { $0.path.text == path }?.state
  }

  @Test func `is found broken whichever byte of a manifested file is flipped`() throws {
    let bench = try Workbench()
    _ = try bench.signedBag()
    var flips = 0
    for name in try bench.files() where !name.hasPrefix("signatures/") {
      let bytes = try bench.read("bag/\(name)")
      for place in bytes.indices {
        var damaged = bytes
        damaged[place] ^= 1 << (place % 8)
        try bench.write("bag/\(name)", damaged)
        let found = try BagVerification.contents(of: bench.at("bag"))
        #expect(found.verdict == .broken, "\(name) byte \(place)")
        flips += 1
      }
      try bench.write("bag/\(name)", bytes)
    }
    #expect(flips > 3000)
    #expect(try BagVerification.contents(of: bench.at("bag")).verdict == .unknownSigner)
  }

  @Test func `is found broken whichever byte of a statement or signature is flipped`() throws {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    for name in try bench.files() where name.hasPrefix("signatures/") {
      let bytes = try bench.read("bag/\(name)")
      for place in bytes.indices {
        var damaged = bytes
        damaged[place] ^= 1 << ((place + 3) % 8)
        try bench.write("bag/\(name)", damaged)
        // What is malformed is found without ssh-keygen; the rest must be found by it.
        if try BagVerification.contents(of: bench.at("bag")).verdict == .broken { continue }
        #expect(
          try bench.verify("bag", register).verdict == .broken, "\(name) byte \(place)")
      }
      try bench.write("bag/\(name)", bytes)
    }
    #expect(try bench.verify("bag", register).verdict == .good)
  }

  @Test func `is found broken whatever its files are cut to`() throws {
    let bench = try Workbench()
    _ = try bench.signedBag()
    for name in try bench.files() {
      let bytes = try bench.read("bag/\(name)")
      for damaged in [Array(bytes.dropLast()), bytes + [0x0A], bytes + [0]] where damaged != bytes {
        try bench.write("bag/\(name)", damaged)
        let found = try BagVerification.contents(of: bench.at("bag"))
        #expect(found.verdict == .broken, "\(name) \(damaged.count)")
      }
      try bench.write("bag/\(name)", bytes)
    }
  }

  @Test func `tells which file changed, is missing, or was added`() throws {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    try bench.write("bag/data/rapport.html", [0x58])
    _ = try bench.shell("rm bag/data/empty.txt")
    let extra = [
      "extra.txt", "data/extra", "data/evidence/.hidden", "signatures/extra",
      "signatures/02-eve.txt", "signatures/2-eve.txt", "signatures/02-eve.sig",
      "signatures/sub/03-eve.txt", "fetch.txt", "data/new/deep/file",
    ]
    for name in extra { try bench.write("bag/\(name)", [1]) }
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .broken)
    #expect(state(of: "data/rapport.html", found) == .changed(found: .of([0x58])))
    #expect(state(of: "data/empty.txt", found) == .missing)
    #expect(state(of: "data/evidence/index.tsv", found) == .intact)
    for name in extra { #expect(state(of: name, found) == .added, "\(name)") }
    #expect(found.faults == [.payloadOxum(declared: "19.3", found: "8.5")])
  }

  @Test(arguments: [
    "extra.txt", "data/extra", "signatures/extra", "signatures/02-eve.txt",
    ".hidden", "data/.hidden",
  ])
  func `is broken by one file added anywhere`(_ name: String) throws {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    try bench.write("bag/\(name)", [])
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .broken)
    #expect(state(of: name, found) == .added)
  }

  @Test func `is broken by any one file removed`() throws {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    for name in try bench.files() {
      let bytes = try bench.read("bag/\(name)")
      try FileManager.default.removeItem(atPath: bench.at("bag/\(name)"))
      #expect(try bench.verify("bag", register).verdict == .broken, "\(name)")
      try bench.write("bag/\(name)", bytes)
    }
    _ = try bench.shell("rm bag/signatures/*")
    #expect(try bench.verify("bag", register).verdict == .unsigned)
  }

  @Test func `holds no link, pipe, or name of other characters`() throws {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    _ = try bench.shell(
      """
      cd bag && mv data/rapport.html ../moved && ln -s ../../moved data/rapport.html &&
      ln -s /etc signatures/etc && mkfifo data/pipe && echo > 'data/a b' && mkdir empty data/é
      """)
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .broken)
    #expect(
      Set(found.faults).isSuperset(of: [
        .symbolicLink("data/rapport.html"), .symbolicLink("signatures/etc"),
        .specialFile("data/pipe"), .unacceptableName("data/a b"), .unacceptableName("data/é"),
      ]))
    #expect(found.faults.contains { if case .strayFolder = $0 { true } else { false } })
    #expect(state(of: "data/rapport.html", found) == .missing)
  }

  @Test func `is broken by a link to the very bytes of a file`() throws {
    let bench = try Workbench()
    let (_, register) = try bench.signedBag()
    _ = try bench.shell("mv bag/bagit.txt moved && ln -s ../moved bag/bagit.txt")
    #expect(try bench.verify("bag", register).verdict == .broken)
  }

  @Test func `may not name files outside of it, whoever signed that`() throws {
    let bench = try Workbench()
    let (key, register) = try bench.signedBag()
    try bench.write("outside", [1])
    for line in ["../outside", "/etc/passwd", "data/../../outside", "bag-info.txt"] {
      let manifest = try bench.read("bag/manifest-sha256.txt")
      let tags = try bench.read("bag/tagmanifest-sha256.txt")
      try bench.write(
        "bag/manifest-sha256.txt", manifest + Array("\(Digest.of([1]))  \(line)\n".utf8))
      _ = try bench.shell(
        "cd bag && sha256sum VERIFIER.txt bag-info.txt bagit.txt manifest-sha256.txt > tagmanifest-sha256.txt"
      )
      let statement = try SignatureStatement(
        document: "x", role: "x", name: "x", quality: "x", act: .signs,
        date: "2026-11-21T08:56:37Z",
        files: [
          .init(
            path: #require(BagPath("tagmanifest-sha256.txt")),
            digest: .of(bench.read("bag/tagmanifest-sha256.txt")))
        ])
      try bench.write("bag/signatures/01-alice.txt", statement.bytes)
      try bench.write(
        "bag/signatures/01-alice.txt.sig",
        bench.keygen.sign(statement.bytes, .seal, with: key).armored)
      let found = try bench.verify("bag", register)
      #expect(found.verdict == .broken)
      #expect(found.signatures.first?.integrity == .good)
      try bench.write("bag/manifest-sha256.txt", manifest)
      try bench.write("bag/tagmanifest-sha256.txt", tags)
    }
  }

  @Test func `is broken when signed for another purpose, or by a key of another's`() throws {
    let bench = try Workbench()
    let (key, register) = try bench.signedBag()
    let statement = try bench.read("bag/signatures/01-alice.txt")
    try bench.write(
      "bag/signatures/01-alice.txt.sig",
      bench.keygen.sign(statement, .journal, with: key).armored)
    #expect(try bench.verify("bag", register).verdict == .broken)
    let eve = try bench.key("eve", "eve@org.example")
    try bench.write(
      "bag/signatures/01-alice.txt.sig", bench.keygen.sign(statement, .seal, with: eve).armored)
    let found = try bench.verify("bag", register)
    #expect(found.verdict == .unknownSigner)
    #expect(found.signatures.first?.signer == .unknown)
  }
}
