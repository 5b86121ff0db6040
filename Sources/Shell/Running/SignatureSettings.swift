import Scripting
import Signing

/// What the user signs with, where nothing is said on the line.
///
/// The file `signature` of the user's configuration says it, a line each: `format = x509`,
/// `key = …`, `certificate = …`, `passphrase = FILE`. Without it git's own choice counts
/// (`gpg.format` and `user.signingKey` of the global configuration), and else an OpenSSH key.
struct SignatureSettings {
  var format = SignatureFormat.ssh
  /// The path of a key, its URI on a card, or its name in the user's ring.
  var key: String?
  var certificate: String?
  var passphraseFile: String?

  init() {}

  /// Reads the user's choice.
  init(_ session: Session) throws {
    let path = "\(session.configFolder)/signature"
    guard Files.exists(path) else {
      self.init(git: session.programs, session)
      return
    }
    self.init()
    let bytes = try Files.contents(path, limit: 1 << 16, followingLinks: true)
    for (place, line) in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let plain = String(line).trimmed
      if plain.isEmpty || plain.hasPrefix("#") { continue }
      let parts = plain.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, take(parts[0], parts[1], session) else {
        throw Failure(.badSignatureSetting(path, line: place + 1))
      }
    }
  }

  private mutating func take(_ name: String, _ value: String, _ session: Session) -> Bool {
    switch name {
    case "format":
      guard let format = SignatureFormat(rawValue: value) else { return false }
      self.format = format
    case "key": key = session.keyPath(value)
    case "certificate": certificate = session.keyPath(value)
    case "passphrase": passphraseFile = session.keyPath(value)
    default: return false
    }
    return true
  }

  /// What git signs with; only the user's own configuration is asked, never a repository's.
  private init(git programs: Programs, _ session: Session) {
    func setting(_ name: String) -> String? {
      let run = try? programs.program("git", from: "git", ["config", "--global", "--get", name])
        .run()
      guard let run, run.isSuccess else { return nil }
      let value = run.text.trimmed
      return value.isEmpty ? nil : value
    }
    guard let name = setting("gpg.format"), let chosen = SignatureFormat(rawValue: name) else {
      return
    }
    let key = setting("user.signingKey")
    switch chosen {
    case .openpgp: (format, self.key) = (.openpgp, key)
    case .ssh:
      // A key that git holds as a text lies in an agent, which is asked for by a file here.
      self.key = key.map(session.keyPath).flatMap { Files.exists($0) ? $0 : nil }
    case .x509:
      // Git's name of a certificate is one of gpgsm's: the key is still to be said.
      format = .x509
    }
  }
}

extension Session {
  /// A path that the user set, or the name of a key that is none.
  func keyPath(_ word: String) -> String {
    word.hasPrefix("~/") ? environment.home + word.dropFirst(1) : word
  }
}
