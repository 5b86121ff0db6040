package import Signing

extension MergeSource {
  /// Adds the files of a commit that a dossier knows, read without a work tree.
  ///
  /// A link or another repository under such a name is refused; files that the dossier has
  /// already, by the objects in `known`, are left out. Evidence is written to a folder.
  mutating func add(
    _ tree: GitTree, _ git: GitProgram, evidenceIn folder: String, except known: Set<String> = []
  ) throws(JournalError) {
    var wanted: [(name: DossierName, path: String, entry: GitTree.Entry)] = []
    for (path, entry) in tree.entries.sorted(by: { $0.key < $1.key }) {
      guard let name = DossierName(path) else { continue }
      guard entry.isFile, let size = entry.size else { throw .merging(.unsafeFile(path: path)) }
      guard size <= name.limit else {
        // Large evidence has no business in git, and is no reason to take nothing.
        if case .evidence = name { continue }
        throw .merging(.tooLarge(path: path, limit: name.limit))
      }
      if name == .identity || !known.contains(entry.object) { wanted.append((name, path, entry)) }
    }
    // Many files at once, but never much more than one large one in memory beside what is kept.
    while !wanted.isEmpty {
      var (part, size) = (wanted.prefix(0), 0)
      while part.count < wanted.count, part.isEmpty || size < 32 << 20 {
        size += wanted[part.count].entry.size ?? 0
        part = wanted.prefix(part.count + 1)
      }
      let contents = try GitTree.contents(part.map(\.entry), git)
      for (file, bytes) in zip(part, contents) { try add(file.name, bytes, folder) }
      wanted.removeFirst(part.count)
    }
  }

  private mutating func add(
    _ name: DossierName, _ bytes: [UInt8], _ folder: String
  ) throws(JournalError) {
    switch name {
    case .identity: try declare(bytes, "dossier.json")
    case .gitFile: break
    case .journal(let writer): journals[writer, default: []].append(bytes)
    case .checklist(let sha256):
      if Digest.of(bytes).hex == sha256 {
        checklists[sha256] = bytes
      } else {
        altered.insert(name)
      }
    case .checkpoint(let name): checkpoints[name] = bytes
    case .evidence(let sha256):
      guard Digest.of(bytes).hex == sha256 else {
        altered.insert(name)
        return
      }
      guard evidence[sha256] == nil else { return }
      try DossierFolder.system { () throws(SigningError) in
        try Files.create("\(folder)/\(sha256)", bytes)
      }
      evidence[sha256] = SourceFolder.File(folder: try SourceFolder(folder), parts: [sha256])
    }
  }

  /// Reads a git bundle in a temporary repository, all its branches; nothing is checked out.
  ///
  /// `git bundle verify` passes bundles that are cut short: what counts is that git takes every
  /// object in, checked, and that the journals hold. The temporary folder is made here and taken
  /// away by the caller once all is merged.
  ///
  /// - Throws: `merging` with `brokenBundle`, or as for a dossier; `system`.
  package static func bundle(
    _ path: String, _ programs: Programs, temporary: String
  ) throws(JournalError) -> MergeSource {
    let git = GitProgram(programs, directory: "\(temporary)/repository")
    let evidence = "\(temporary)/evidence"
    try DossierFolder.system { () throws(SigningError) in
      try Files.makeFolders(temporary)
      try Files.makeFolder(evidence)
    }
    let absolute = try DossierFolder.absolute(path, .system)
    try git.run(["init", "--quiet", "--bare", "--template=", git.directory])
    let fetched = try git.answer([
      "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", absolute,
      "+refs/*:refs/bundle/*",
    ])
    guard fetched.isSuccess else {
      throw .merging(.brokenBundle(path: path, words: fetched.line))
    }
    let checked = try git.answer(["fsck", "--no-dangling", "--no-progress"])
    guard checked.isSuccess else {
      throw .merging(.brokenBundle(path: path, words: checked.line))
    }
    var source = MergeSource(path: path)
    var seen: Set<String> = []
    let tips = try git.run(["for-each-ref", "--format=%(objectname)"])
    for tip in Set(tips.split(separator: Line.end)) {
      let tree = try GitTree.read(String(decoding: tip, as: UTF8.self), git)
      try source.add(tree, git, evidenceIn: evidence, except: seen)
      seen.formUnion(tree.entries.values.map(\.object))
    }
    guard !source.journals.isEmpty else { throw .merging(.notASource(path: path)) }
    return source
  }
}
