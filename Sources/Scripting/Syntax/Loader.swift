/// Reads scripts and keeps which were read.
struct Loader {
  typealias Answer = LoadedScript.Answer

  /// How many files may source each other in a row.
  static let maximumDepth = 20

  private let parse: (Source) -> (script: Script, faults: [ScriptError])
  private let find: (_ path: Spanned<String>, _ from: Source) -> Answer
  private var units: [String: LoadedScript] = [:]
  private var open: [String] = []

  /// Creates a loader that parses by one function and finds files by another.
  init(
    parse: @escaping (Source) -> (script: Script, faults: [ScriptError]),
    find: @escaping (_ path: Spanned<String>, _ from: Source) -> Answer
  ) {
    self.parse = parse
    self.find = find
  }

  mutating func load(_ source: Source, key: String) -> LoadedScript {
    let (script, faults) = parse(source)
    open.append(key)
    defer { open.removeLast() }
    var diagnostics = faults.map { Diagnostic($0, in: source) }
    var included: [LoadedScript?] = []
    for case .inclusion(let path, _) in script.statements {
      func refuse(_ kind: ScriptError.Kind) {
        diagnostics.append(Diagnostic(ScriptError(kind, path.range), in: source))
        included.append(nil)
      }
      switch find(path, source) {
      case .fault(let fault):
        diagnostics.append(fault)
        included.append(nil)
      case .source(let other, let key):
        if open.contains(key) {
          refuse(.sourceCycle(path.value))
        } else if let unit = units[key] {
          included.append(unit)
        } else if open.count >= Self.maximumDepth {
          refuse(.tooDeep(limit: Self.maximumDepth))
        } else {
          included.append(load(other, key: key))
        }
      }
    }
    let unit = LoadedScript(script, source, key: key, faults: diagnostics, included: included)
    units[key] = unit
    return unit
  }
}
