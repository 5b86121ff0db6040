/// A script that was read, with its faults and the files that it sources.
package struct LoadedScript: Sendable {
  package let source: Source
  package let script: Script
  /// The faults of its text, and those of reading the files that it sources.
  package let faults: [Diagnostic]
  /// The files that it sources, in the order of its `source` statements; nothing for one that
  /// could not be read.
  package let included: [LoadedScript?]
  /// What it is known by, whatever path led to it.
  package let key: String

  /// Creates a unit; a script alone sources nothing.
  package init(
    _ script: Script, _ source: Source, key: String = "", faults: [Diagnostic] = [],
    included: [LoadedScript?] = []
  ) {
    self.source = source
    self.script = script
    self.key = key
    self.faults = faults
    self.included = included
  }

  /// The definitions that stand in the script itself.
  var definitions: [Definition] {
    script.statements.compactMap { statement in
      if case .definition(let definition) = statement { definition } else { nil }
    }
  }

  /// The `source` statements with the file that each reads.
  var inclusions: [(path: Spanned<String>, range: Range<Int>, unit: LoadedScript?)] {
    var rest = included[...]
    return script.statements.compactMap { statement in
      guard case .inclusion(let path, let range) = statement else { return nil }
      return (path, range, rest.popFirst().flatMap(\.self))
    }
  }
}

extension LoadedScript {
  /// A file that was asked for: its text and what it is known by, or why it cannot be read.
  package enum Answer {
    case source(Source, key: String)
    case fault(Diagnostic)
  }

  /// Reads a source and the files that it sources, each once.
  package static func load(
    _ source: Source, key: String, parse: @escaping (Source) -> (Script, [ScriptError]),
    find: @escaping (_ path: Spanned<String>, _ from: Source) -> Answer
  ) -> LoadedScript {
    var loader = Loader(parse: parse, find: find)
    return loader.load(source, key: key)
  }

  /// The script and every script that it sources, each once, in the order of their reading.
  package var all: [LoadedScript] {
    var seen: Set<String> = []
    var found: [LoadedScript] = []
    func visit(_ script: LoadedScript) {
      guard seen.insert(script.key).inserted else { return }
      found.append(script)
      for case let other? in script.included { visit(other) }
    }
    visit(self)
    return found
  }
}
