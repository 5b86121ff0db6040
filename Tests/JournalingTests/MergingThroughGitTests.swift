import Auditing
import Foundation
import Signing
import Testing

@testable import Journaling

/// A bare repository in a folder, and dossiers that are shared through it.
struct Shared {
  let bench: Workbench
  let remote: String

  init() throws {
    bench = try Workbench()
    remote = bench.at("remote.git")
    _ = try bench.dossier()
    #expect(try git("init", "-q", "--bare", "-b", "main", remote) == "")
  }

  /// A copy of the first dossier on a machine of its own.
  func copy(_ name: String) throws -> DossierFolder {
    try bench.copy("dossier", to: name)
    return try bench.open(name, at: bench.workplace(name))
  }

  func request(_ target: String? = nil) -> SyncRequest {
    let programs = Programs(environment: [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": bench.path,
    ])
    var request = SyncRequest(
      author: "ana", programs: programs,
      temporary: bench.at("temporary-\(bench.random(4).hexadecimal)"))
    request.target = target
    return request
  }

  @discardableResult
  func sync(_ dossier: DossierFolder) throws -> SyncOutcome {
    try dossier.sync(request(remote))
  }

  /// What git says, on its own.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org",
      "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    return String(decoding: said, as: UTF8.self)
  }

  func journals(_ name: String) throws -> [String: [UInt8]] {
    var journals: [String: [UInt8]] = [:]
    for file in try bench.names("\(name)/journal") {
      journals[file] = try bench.read("\(name)/journal/\(file)")
    }
    return journals
  }
}

struct `A dossier shared through git` {
  private let shared: Shared

  init() throws { shared = try Shared() }

  @Test func `reaches another copy, and the other way`() throws {
    let (one, two) = (try shared.copy("one"), try shared.copy("two"))
    try one.name("a", "Aups")
    try two.name("b", "Barles")
    let first = try shared.sync(one)
    #expect(first.isNew)
    #expect(first.shared == 2)
    let second = try shared.sync(two)
    #expect(second.taken.operations == 1)
    #expect(second.shared == 1)
    #expect(try shared.sync(one).taken.operations == 1)
    #expect(one.siteNames == two.siteNames)
    #expect(try shared.journals("one") == shared.journals("two"))
    #expect(try one.verify().isWhole)
  }

  @Test func `done again says that nothing is new`() throws {
    let one = try shared.copy("one")
    try shared.sync(one)
    let commit = try shared.git("-C", shared.remote, "rev-parse", "main")
    let again = try shared.sync(one)
    #expect(again.taken.isEmpty)
    #expect(again.shared == 0)
    #expect(one.unsharedOperations == 0)
    #expect(try shared.git("-C", shared.remote, "rev-parse", "main") == commit)
  }

  @Test func `remembers where it is shared`() throws {
    let one = try shared.copy("one")
    #expect(one.unsharedOperations == nil)
    try shared.sync(one)
    try one.name("a", "Aups")
    #expect(one.unsharedOperations == 1)
    #expect(try one.sync(shared.request()).shared == 1)
    #expect(one.unsharedOperations == 0)
  }

  @Test func `joins the histories of both in one commit`() throws {
    let (one, two) = (try shared.copy("one"), try shared.copy("two"))
    try shared.sync(one)
    try shared.sync(two)
    try one.name("a", "Aups")
    try two.name("b", "Barles")
    try shared.sync(one)
    try shared.sync(two)
    let parents = try shared.git("-C", shared.remote, "rev-list", "--parents", "-1", "main")
    #expect(parents.split(separator: " ").count == 3)
    let status = try shared.git("-C", shared.bench.at("two"), "status", "--porcelain")
    #expect(status == "")
    #expect(try shared.git("-C", shared.remote, "fsck").contains("error") == false)
  }

  @Test func `of ten people holds the work of all`() throws {
    var copies = try (0..<10).map { try shared.copy("c\($0)") }
    for (index, copy) in copies.enumerated() {
      try copy.name("s\(index)", "Site \(index)")
      try shared.sync(copy)
    }
    for copy in copies.reversed() { try shared.sync(copy) }
    for index in copies.indices {
      #expect(copies[index].siteNames.count == 10)
      #expect(try shared.journals("c\(index)") == shared.journals("c0"))
    }
    copies.removeAll()
  }

  @Test func `that another push overtakes is shared all the same`() throws {
    let (one, two) = (try shared.copy("one"), try shared.copy("two"))
    try shared.sync(one)
    try shared.sync(two)
    try one.name("a", "Aups")
    try two.name("b", "Barles")
    // The other copy shares just before this one takes what it has fetched.
    var steps = 0
    let outcome = try one.sync(shared.request(shared.remote)) { _ in
      steps += 1
      if steps == 1 { _ = try? shared.sync(two) }
    }
    #expect(outcome.unshared == 0)
    #expect(one.siteNames == ["a": "Aups", "b": "Barles"])
    try shared.sync(two)
    #expect(two.siteNames == one.siteNames)
  }

  @Test func `that is out of reach is kept, and says what waits`() throws {
    let one = try shared.copy("one")
    try one.name("a", "Aups")
    let outcome = try one.sync(shared.request("git://127.0.0.1:9/nowhere.git"))
    #expect(outcome.outOfReach != nil)
    #expect(outcome.unshared == 2)
    #expect(one.unsharedOperations == 2)
    #expect(try shared.git("-C", shared.bench.at("one"), "log", "--oneline").isEmpty == false)
  }

  @Test func `that is out of reach lacks what another place has`() throws {
    let one = try shared.copy("one")
    try one.name("a", "Aups")
    try shared.sync(one)
    #expect(one.unsharedOperations == 0)
    let stick = try one.sync(shared.request("git://127.0.0.1:9/stick.git"))
    #expect(stick.outOfReach != nil)
    #expect(stick.unshared == 2)
    #expect(one.unsharedOperations == 0)
    try FileManager.default.moveItem(
      atPath: shared.remote, toPath: shared.bench.at("away.git"))
    try one.name("b", "Barles")
    let hub = try one.sync(shared.request(nil))
    #expect(hub.outOfReach != nil)
    #expect(hub.unshared == 1)
    #expect(one.unsharedOperations == 1)
  }

  @Test func `gives back what a restored backup lost`() throws {
    let one = try shared.copy("one")
    try shared.bench.copy("one", to: "backup")
    try one.name("a", "Aups")
    try shared.sync(one)
    let files = try shared.bench.names("one/journal")
    for file in files { try shared.bench.remove("one/journal/\(file)") }
    for file in try shared.bench.names("backup/journal") {
      try shared.bench.copy("backup/journal/\(file)", to: "one/journal/\(file)")
    }
    let restored = try shared.bench.open("one", at: shared.bench.workplace("one"))
    #expect(restored.siteNames.isEmpty)
    try shared.sync(restored)
    #expect(restored.siteNames == ["a": "Aups"])
    #expect(try shared.bench.names("one/journal") == files)
  }

  @Test func `keeps files of other names in the repository`() throws {
    let one = try shared.copy("one")
    try shared.sync(one)
    try shared.git("clone", "-q", shared.remote, shared.bench.at("clone"))
    try shared.bench.write("clone/LISEZMOI.txt", "à lire")
    try shared.git("-C", shared.bench.at("clone"), "add", "LISEZMOI.txt")
    try shared.git("-C", shared.bench.at("clone"), "commit", "-qm", "x")
    try shared.git("-C", shared.bench.at("clone"), "push", "-q")
    try one.name("a", "Aups")
    try shared.sync(one)
    let files = try shared.git("-C", shared.remote, "ls-tree", "-r", "--name-only", "main")
    #expect(files.contains("LISEZMOI.txt"))
    #expect(try !shared.bench.names("one").contains("LISEZMOI.txt"))
  }
}

struct `A received repository` {
  let shared: Shared
  let one: DossierFolder
  let mark: String

  init() throws {
    shared = try Shared()
    one = try shared.copy("one")
    try shared.sync(one)
    try one.name("a", "Aups")
    mark = shared.bench.at("was-run")
  }

  func configure(_ key: String, _ value: String) throws {
    try shared.git("config", "--file", shared.bench.at("one/.git/config"), key, value)
  }

  func refusal(_ target: String? = nil) throws -> GitRefusal? {
    do {
      _ = try one.sync(shared.request(target))
      return nil
    } catch JournalError.syncing(let refusal) {
      return refusal
    }
  }

  @Test(arguments: [
    "core.fsmonitor", "core.hooksPath", "core.sshCommand", "core.gitProxy", "core.worktree",
    "core.editor", "alias.fetch", "credential.helper", "filter.x.clean", "include.path",
    "remote.origin.uploadpack", "remote.origin.vcs", "diff.external", "gpg.program",
    "extensions.worktreeConfig", "url.ext::sh.insteadOf", "uploadpack.packObjectsHook",
  ])
  func `whose configuration might run something is refused, naming the key`(_ key: String) throws {
    try configure(key, "touch \(mark)")
    guard case .setting(let found, _)? = try refusal() else {
      Issue.record("not refused")
      return
    }
    #expect(found.lowercased() == key.lowercased())
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `runs no hook`() throws {
    let script = "#!/bin/sh\ntouch '\(mark)'\n"
    try FileManager.default.createDirectory(
      atPath: shared.bench.at("one/.git/hooks"), withIntermediateDirectories: true)
    for hook in [
      "pre-push", "reference-transaction", "post-index-change", "pre-auto-gc", "post-checkout",
      "pre-commit", "post-merge", "fsmonitor-watchman",
    ] {
      let path = try shared.bench.write("one/.git/hooks/\(hook)", script)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    #expect(try refusal() == nil)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `is not led to an address that runs something`() throws {
    try configure("remote.origin.url", "ext::sh -c touch% \(mark)")
    guard case .git? = try refusal() else {
      Issue.record("not refused")
      return
    }
    guard case .git? = try refusal("ext::sh -c touch% \(mark)") else {
      Issue.record("not refused")
      return
    }
    #expect(try refusal("--upload-pack=touch \(mark)") != nil)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `that leads elsewhere is refused`() throws {
    let directory = shared.bench.at("one/.git")
    try FileManager.default.moveItem(atPath: directory, toPath: shared.bench.at("moved"))
    try shared.bench.write("one/.git", "gitdir: \(shared.bench.at("moved"))\n")
    #expect(try refusal(shared.remote) == .strangeRepository(path: directory))
    try shared.bench.remove("one/.git")
    try FileManager.default.createSymbolicLink(
      atPath: directory, withDestinationPath: shared.bench.at("moved"))
    #expect(try refusal(shared.remote) == .strangeRepository(path: directory))
  }

  /// Pushes a commit whose tree has one more entry, as git itself would not make it.
  private func plant(_ row: String, isWritten: Bool = false) throws {
    let clone = shared.bench.at("clone")
    try shared.git("clone", "-q", "--no-checkout", shared.remote, clone)
    try shared.git("-C", clone, "read-tree", "HEAD")
    if !isWritten { try shared.bench.write("target", "../../secret") }
    let id = try shared.git("-C", clone, "hash-object", "-w", shared.bench.at("target"))
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try shared.git(
      "-C", clone, "update-index", "--add", "--cacheinfo",
      row.replacing("ID", with: id))
    try shared.git("-C", clone, "commit", "-qm", "x")
    try shared.git("-C", clone, "push", "-q")
  }

  @Test func `with a link where a journal should be gives nothing`() throws {
    try plant("120000,ID,journal/0123456789abcdef.journal")
    let before = try shared.journals("one")
    #expect(throws: JournalError.self) { try one.sync(shared.request()) }
    #expect(try shared.journals("one") == before)
  }

  @Test func `with another repository where a journal should be gives nothing`() throws {
    let commit = try shared.git("-C", shared.remote, "rev-parse", "main")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try plant("160000,\(commit),journal/0123456789abcdef.journal")
    #expect(throws: JournalError.self) { try one.sync(shared.request()) }
  }

  @Test func `with a name that leads out of the dossier gives nothing`() throws {
    let clone = shared.bench.at("clone")
    try shared.git("clone", "-q", "--no-checkout", shared.remote, clone)
    let object = try shared.bench.write("target", "x")
    let id = try shared.git("-C", clone, "hash-object", "-w", object)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let rows = try shared.bench.write("rows", "100644 blob \(id)\t..\n")
    let script = """
      cd "$0" && tree=$(git mktree < "$1") && commit=$(git commit-tree -p HEAD -m x "$tree") \
        && git push -q origin "$commit:main"
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, clone, rows]
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org", "GIT_COMMITTER_NAME": "x",
      "GIT_COMMITTER_EMAIL": "x@example.org",
    ]) { $1 }
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let before = try shared.bench.tree("one/journal")
    #expect(throws: JournalError.self) { try one.sync(shared.request()) }
    #expect(try shared.bench.tree("one/journal") == before)
  }

  @Test func `with huge evidence is read without it`() throws {
    let bytes = [UInt8](repeating: 7, count: (16 << 20) + 1)
    let digest = Digest.of(bytes).hex
    try shared.bench.write("target", bytes)
    try plant("100644,ID,evidence/\(digest.prefix(2))/\(digest)", isWritten: true)
    #expect(try refusal() == nil)
    #expect(try shared.bench.names("one/evidence").isEmpty)
  }

  @Test func `with a link of another name writes it nowhere`() throws {
    try plant("120000,ID,exports/escape")
    #expect(try refusal() == nil)
    #expect(!FileManager.default.fileExists(atPath: shared.bench.at("one/exports/escape")))
  }
}

struct `A copy in a folder` {
  @Test func `is made when asked, and then kept equal both ways`() throws {
    let shared = try Shared()
    let one = try shared.copy("one")
    try one.name("a", "Aups")
    let path = shared.bench.at("stick/pref")
    guard case .emptyFolder? = refusal({ try one.sync(shared.request(path)) }) else {
      Issue.record("not refused")
      return
    }
    var request = shared.request(path)
    request.creates = true
    #expect(try one.sync(request).isNew)
    let other = try shared.bench.open("stick/pref", at: shared.bench.workplace("other"))
    try other.name("b", "Barles")
    try one.name("c", "Colmars")
    let outcome = try one.sync(shared.request(path))
    #expect(outcome.taken.operations == 1)
    #expect(outcome.shared == 1)
    #expect(try shared.journals("one") == shared.journals("stick/pref"))
    #expect(!FileManager.default.fileExists(atPath: shared.bench.at("one/.git")))
  }

  private func refusal(_ work: () throws -> SyncOutcome) -> GitRefusal? {
    do {
      _ = try work()
      return nil
    } catch JournalError.syncing(let refusal) {
      return refusal
    } catch {
      return nil
    }
  }
}
