import Auditing
import Glibc
import Scripting

extension Session {
  /// Parses a source with the words that this session knows, as far as it can be parsed.
  ///
  /// The words of grades come from checklists, which take a while to read: they are read where a
  /// command begins with a word that is none of the program's.
  func parse(_ source: Source) -> (script: Script, faults: [ScriptError]) {
    let registry = Registry.standard
    return Parser.read(source, registry.vocabulary(grades: [])) { word in
      memory.definition(word) == nil ? registry.vocabulary(grades: grades) : nil
    }
  }

  /// Reads a source and the files that it sources; a path is relative to the file that names it.
  func load(_ source: Source) -> LoadedScript {
    let name = source.name
    return LoadedScript.load(source, key: Self.key(of: name)) { source in
      parse(source)
    } find: { path, from in
      find(path, from: from, isMain: from.name == name)
    }
  }

  private func find(_ path: Spanned<String>, from source: Source, isMain: Bool)
    -> LoadedScript.Answer
  {
    var session = self
    if !isMain { session.base = Session.folder(of: source.name) }
    do {
      let name = try session.path(path.value)
      let bytes = try session.read(name, at: path.range)
      do throws(ScriptError) {
        return .source(try Source(name: name, bytes: bytes), key: Self.key(of: name))
      } catch {
        return .fault(Diagnostic(error, in: Source.repaired(name: name, bytes: bytes)))
      }
    } catch {
      return .fault(Failure(error).diagnostic(in: source))
    }
  }

  /// What a file is known by, whatever path leads to it.
  private static func key(of path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Parses one command given as the program's arguments.
  func parse(arguments: [String]) throws(ScriptError) -> (source: Source, script: Script) {
    let registry = Registry.standard
    let isKnown = arguments.first.map { registry.knows($0) } ?? false
    return try Parser.parse(
      arguments: arguments, registry.vocabulary(grades: isKnown ? [] : grades))
  }
}
