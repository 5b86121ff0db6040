import Glibc

/// What other programs may be run, and the little of the environment they are given.
package struct Programs: Sendable {
  /// The user's whole environment; only `passedOn` of it reaches a program.
  package let environment: [String: String]

  /// Creates a way to programs out of an environment, its `PATH` first of all.
  package init(environment: [String: String]) { self.environment = environment }

  /// The absolute path of a program, from the first absolute folder of `PATH` that holds it.
  package func path(of name: String) -> String? {
    guard !name.isEmpty, !name.contains("/"), !name.utf8.contains(0) else { return nil }
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.first == "/" {
      let path = "\(folder)/\(name)"
      var status = stat()
      if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        unsafe access(path, X_OK) == 0
      {
        return path
      }
    }
    return nil
  }

  /// A program with its environment, which may ask for a passphrase only where it is told so.
  ///
  /// - Throws: `programAbsent`.
  package func program(
    _ name: String, from package: String, _ arguments: [String], mayAsk: Bool = false
  ) throws(SigningError) -> Subprocess {
    guard let path = path(of: name) else {
      throw .programAbsent(name: name, package: package)
    }
    var program = Subprocess(path, arguments, environment: passedOn(mayAsk: mayAsk))
    program.keepsTerminal = mayAsk
    if mayAsk { program.timeLimit = .seconds(600) }
    return program
  }

  private func passedOn(mayAsk: Bool) -> [String: String] {
    let always = [
      "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "SSH_AUTH_SOCK", "TERM", "GNUPGHOME",
      "SOFTHSM2_CONF", "PKCS11_MODULE_PATH", "OPENSSL_CONF",
    ]
    let whenAsking = [
      "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "GPG_TTY", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY",
    ]
    let names = mayAsk ? always + whenAsking : always
    var passed = environment.filter { names.contains($0.key) }
    if !mayAsk { passed["SSH_ASKPASS_REQUIRE"] = "never" }
    return passed
  }
}
