import Foundation
import Testing

/// The dossier that the shipped script makes and seals: made once, for all tests of seals.
enum SealedDossier {
  /// The sandbox in which it lies, as the folder `d`, and what the script said.
  static let made = Result {
    let sandbox = try Sandbox()
    let script = "\(Sandbox.checklists)/scripts/alpes-de-haute-provence-2020.constat"
    let answer = try sandbox.run("run", script, "--folder", "d")
    return (sandbox: sandbox, answer: answer)
  }

  static var sandbox: Sandbox { get throws { try made.get().sandbox } }

  static let bag = "d/exports/rapport-2020-AI-e1"

  /// The register that knows the key of who sealed.
  static var register: String {
    get throws { try sandbox.path + "/home/config/constat/allowed_signers" }
  }

  /// A sandbox with a copy of the bag, whose user knows the signer.
  static func copy(isKnown: Bool = true) throws -> Sandbox {
    let original = try sandbox
    let copy = try Sandbox()
    try copy.copy(original.at(bag), to: "bag")
    guard isKnown else { return copy }
    let folder = "\(copy.path)/home/config/constat"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: register, toPath: "\(folder)/allowed_signers")
    return copy
  }
}

/// Programs that look at what this one writes, and the warning when one is not there.
enum Outside {
  static func has(_ program: String, _ sandbox: Sandbox) throws -> Bool {
    try sandbox.shell("command -v \(program)").status == 0
  }

  /// Whether a program is there; when not, a warning says what was not checked.
  static func isThere(_ program: String, for what: String, _ sandbox: Sandbox) throws -> Bool {
    try has(program, sandbox) || isAbsent(program, what)
  }

  /// Whether Python can import a module; when not, a warning says what was not checked.
  static func imports(_ module: String, for what: String, _ sandbox: Sandbox) throws -> Bool {
    try sandbox.shell("python3 -c 'import \(module)'").status == 0 || isAbsent(module, what)
  }

  private static func isAbsent(_ name: String, _ what: String) -> Bool {
    Issue.record("\(name) is not installed: \(what) was NOT run", severity: .warning)
    return false
  }
}
