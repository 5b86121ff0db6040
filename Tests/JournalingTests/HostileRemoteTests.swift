import Foundation
import Testing

@testable import Journaling

/// A remembered address may be that of a repository that came along with the dossier, whose own
/// configuration has git write files with a program of its choice, and whose hook is one.
extension `A received repository` {
  /// Makes the repository at a place in the bench.
  private func plantRepository(_ name: String) throws {
    let path = shared.bench.at(name)
    try shared.git("init", "-q", "--bare", "-b", "main", path)
    for (key, value) in [
      ("core.bare", "false"), ("core.worktree", shared.bench.at("one")),
      ("receive.denyCurrentBranch", "updateInstead"), ("filter.x.smudge", "touch '\(mark)'; cat"),
    ] {
      try shared.git("config", "--file", "\(path)/config", key, value)
    }
    try FileManager.default.createDirectory(
      atPath: "\(path)/info", withIntermediateDirectories: true)
    try shared.bench.write("\(name)/info/attributes", "* filter=x\n")
    try FileManager.default.createDirectory(
      atPath: "\(path)/hooks", withIntermediateDirectories: true)
    let hook = try shared.bench.write(
      "\(name)/hooks/post-receive", "#!/bin/sh\ntouch '\(mark)'\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
  }

  private func refusal(of address: String) throws -> GitRefusal? {
    try configure("remote.origin.url", address)
    return try refusal()
  }

  /// A path in the bench from the folder in which this process works.
  private func relative(_ name: String) -> String {
    let depth = FileManager.default.currentDirectoryPath.split(separator: "/").count
    return String(repeating: "../", count: depth) + shared.bench.at(name).dropFirst()
  }

  /// How an address is written, of a repository of that name in the bench.
  enum Form: CaseIterable {
    case plain, scheme, relative, withColon, withHost, escaped, home, withoutEnding, gitFile, nested
  }

  @Test(arguments: Form.allCases)
  func `whose address leads to one that runs something is refused, however it is written`(
    _ form: Form
  ) throws {
    let name = form == .withColon ? "in:ner" : form == .withoutEnding ? "inner.git" : "inner"
    var address = shared.bench.at(name)
    switch form {
    case .gitFile, .nested:
      try FileManager.default.createDirectory(
        atPath: address, withIntermediateDirectories: true)
      try plantRepository(form == .nested ? "inner/.git" : "inner/real")
      if form == .gitFile { try shared.bench.write("inner/.git", "gitdir: real\n") }
    default: try plantRepository(name)
    }
    switch form {
    case .plain, .gitFile, .nested: break
    case .scheme: address = "file://\(address)"
    case .relative, .withColon: address = relative(name)
    case .withHost: address = "file://h\(address)"
    case .escaped: address = "file://\(shared.bench.path)/%69nner"
    case .home: address = "~/inner"
    case .withoutEnding: address = shared.bench.at("inner")
    }
    #expect(try refusal(of: address) != nil)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `whose address leads behind a folder that only looks like one is refused`() throws {
    try plantRepository("inner")
    try FileManager.default.createDirectory(
      atPath: shared.bench.at("inner/.git"), withIntermediateDirectories: true)
    try shared.bench.write("inner/.git/HEAD", "ref: refs/heads/main\n")
    #expect(try refusal(of: shared.bench.at("inner")) != nil)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `whose address leads nowhere now leaves all to be shared later`() throws {
    try configure("remote.origin.url", shared.bench.at("unplugged.git"))
    let outcome = try one.sync(shared.request())
    #expect(outcome.outOfReach != nil)
    #expect(outcome.unshared == 2)
  }

  /// What a name in a repository may be in the place of: what a push, a fetch or a commit writes.
  @Test(arguments: [
    "one/.git/index", "one/.git/logs/refs/heads/main", "one/.git/objects", "one/.git/refs",
    "one/.git/refs/heads", "one/.git/objects/pack", "remote.git/refs",
    "remote.git/logs/refs/heads/main", "remote.git/packed-refs",
  ])
  func `with a link in the place of a file or folder is refused, and nothing is written`(
    _ name: String
  ) throws {
    let precious = try shared.bench.write("precious", "precious\n")
    try FileManager.default.createDirectory(
      atPath: shared.bench.at("elsewhere"), withIntermediateDirectories: true)
    let path = shared.bench.at(name)
    var isFolder: ObjCBool = false
    unsafe _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: path.replacing(#/\/[^\/]*$/#, with: ""), withIntermediateDirectories: true)
    let target = isFolder.boolValue ? shared.bench.at("elsewhere") : precious
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    #expect(try refusal() == .leadsElsewhere(path: path))
    #expect(try shared.bench.read("precious").text == "precious\n")
    #expect(try shared.bench.names("elsewhere").isEmpty)
  }

  @Test func `with a pipe in it is refused without waiting for it`() throws {
    let path = shared.bench.at("one/.git/packed-refs")
    #expect(unsafe mkfifo(path, 0o600) == 0)
    #expect(try refusal() == .leadsElsewhere(path: path))
  }

  @Test func `with links among its hooks, which are never run, is shared`() throws {
    for repository in ["one/.git", "remote.git"] {
      let hooks = shared.bench.at("\(repository)/hooks")
      try FileManager.default.createDirectory(atPath: hooks, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(hooks)/post-update", withDestinationPath: "/bin/true")
    }
    #expect(try refusal() == nil)
  }
}
