import Auditing
import Signing

/// The settings that are kept for the user: who enters.
extension Session {
  private var settingsFile: String { "\(environment.configHome)/constat/me" }

  /// Reads who enters on this machine, unless the environment says so.
  mutating func loadSettings() {
    if let me = environment.variables["CONSTAT_ME"], Binder.isIdentifier(me) {
      settings.me = me
      return
    }
    guard let bytes = try? Files.contents(settingsFile, limit: 1024) else { return }
    let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
    if let text, Binder.isIdentifier(text) { settings.me = text }
  }

  /// Keeps who enters for the next session, where a person typed it; a script never changes it.
  func saveSettings() throws {
    guard isPrompt || isSingleCommand, let me = settings.me else { return }
    try write(Array("\(me)\n".utf8), to: settingsFile)
  }

  /// The folder that a path lies in.
  static func folder(of path: String) -> String { Files.parent(of: path) ?? "." }
}
