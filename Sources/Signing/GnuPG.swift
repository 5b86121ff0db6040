/// GnuPG's `gpg`, which signs by a key of the user's ring, and `gpgv`, which verifies.
package struct GnuPG: Sendable {
  package let programs: Programs

  /// Creates a driver.
  package init(_ programs: Programs) { self.programs = programs }

  private func run(
    _ program: String, from package: String, _ arguments: [String], input: [UInt8]? = nil,
    files: [[UInt8]] = [], mayAsk: Bool = false
  ) throws(SigningError) -> Subprocess.Result {
    var run = try programs.program(program, from: package, arguments, mayAsk: mayAsk)
    run.input = input
    run.files = files
    return try run.run()
  }

  private func failure(_ name: String, _ result: Subprocess.Result) -> SigningError {
    .programFailed(name: name, outcome: result.outcome, words: result.words)
  }

  /// A secret key of the user's ring, by its fingerprint, its number or its owner; without a name
  /// the ring's own choice.
  ///
  /// - Throws: `programAbsent`, `keyAbsent`, `programFailed`.
  package func key(_ name: String?) throws(SigningError) -> OpenPGPKey {
    let listing = ["--batch", "--with-colons", "--list-secret-keys"]
    let listed = try run("gpg", from: "gnupg", listing + (name.map { ["--", $0] } ?? []))
    guard listed.isSuccess, let key = Self.fingerprint(listed.text.split(separator: "\n")) else {
      throw .keyAbsent(path: name ?? "gpg")
    }
    let exported = try run(
      "gpg", from: "gnupg", ["--batch", "--export-options", "export-minimal", "--export", key])
    guard exported.isSuccess, !exported.output.isEmpty else { throw failure("gpg", exported) }
    return OpenPGPKey(fingerprint: key, publicKey: exported.output)
  }

  /// A public key in a file, armored or not, as `gpgv` reads it; nothing when there is none.
  func publicKey(in bytes: [UInt8]) throws(SigningError) -> (key: [UInt8], fingerprint: String)? {
    var key = bytes
    if bytes.starts(with: "-----BEGIN PGP PUBLIC KEY BLOCK-----".utf8) {
      key = try run("gpg", from: "gnupg", ["--batch", "--dearmor"], input: bytes).output
    }
    let shown = try run(
      "gpg", from: "gnupg", ["--batch", "--with-colons", "--show-keys"], input: key)
    let lines = shown.text.split(separator: "\n")
    guard shown.isSuccess, lines.contains(where: { $0.hasPrefix("pub:") }),
      !lines.contains(where: { $0.hasPrefix("sec:") }), let fingerprint = Self.fingerprint(lines)
    else { return nil }
    return (key, fingerprint)
  }

  /// The fingerprints of the keys of a ring, of their parts too.
  func fingerprints(in ring: [UInt8]) throws(SigningError) -> [String] {
    let shown = try run(
      "gpg", from: "gnupg", ["--batch", "--with-colons", "--show-keys"], input: ring)
    return shown.text.split(separator: "\n").compactMap { Self.fingerprint([$0]) }
  }

  /// The first fingerprint of a listing with colons.
  private static func fingerprint(_ lines: [Substring]) -> String? {
    lines.first { $0.hasPrefix("fpr:") }?
      .split(separator: ":", omittingEmptySubsequences: false).dropFirst(9).first.map(String.init)
  }

  /// Signs a message, and checks the signature before giving it.
  ///
  /// A passphrase is asked for by the user's agent, only where `mayAsk` says so.
  ///
  /// - Throws: `programAbsent`, `keyLocked`, `programFailed`, `signatureMalformed`, `system`.
  package func sign(
    _ message: [UInt8], with key: OpenPGPKey, mayAsk: Bool = false
  ) throws(SigningError) -> OpenPGPSignature {
    let quiet = mayAsk ? [] : ["--pinentry-mode", "error"]
    let result = try run(
      "gpg", from: "gnupg",
      ["--batch", "--quiet", "--armor", "--no-comments", "--no-emit-version"] + quiet
        + ["--digest-algo", "SHA256", "--local-user", key.fingerprint, "--detach-sign"],
      input: message, mayAsk: mayAsk)
    guard result.isSuccess else {
      let isLocked = ["No pinentry", "Inappropriate ioctl", "passphrase", "Operation cancelled"]
        .contains { result.words.contains($0) }
      throw isLocked ? .keyLocked(path: key.fingerprint) : failure("gpg", result)
    }
    let signature = try OpenPGPSignature(armored: result.output)
    guard try check(signature, of: message, by: key.publicKey) != nil else {
      throw failure("gpg", result)
    }
    return signature
  }

  /// What `gpgv` finds of a signature, with one ring of keys alone; nothing when it is not by one
  /// of them over the message.
  ///
  /// - Throws: `programAbsent`, `programTooSlow`, `system`.
  package func check(
    _ signature: OpenPGPSignature, of message: [UInt8], by ring: [UInt8]
  ) throws(SigningError) -> Found? {
    let result = try run(
      "gpgv", from: "gpgv",
      [
        "--status-fd", "1", "--keyring", Subprocess.name(ofFile: 1), "--",
        Subprocess.name(ofFile: 0), "-",
      ], input: message, files: [signature.armored, ring])
    var (owner, primary, standing) = ("", "", Found.Standing.good)
    for line in result.text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3).dropFirst().map(String.init)
      switch words.first {
      case "VALIDSIG" where words.dropFirst().first == signature.fingerprint:
        primary = line.split(separator: " ").last.map(String.init) ?? ""
      case "GOODSIG": owner = words.count > 2 ? words[2] : ""
      case "EXPKEYSIG": (owner, standing) = (words.count > 2 ? words[2] : "", .expired)
      case "REVKEYSIG": (owner, standing) = (words.count > 2 ? words[2] : "", .revoked)
      case "BADSIG", "ERRSIG": return nil
      default: break
      }
    }
    return primary.isEmpty ? nil : Found(owner: owner, key: primary, standing: standing)
  }

  /// What was found of the maker of a signature that holds.
  package struct Found: Hashable, Sendable {
    /// The name that the key bears.
    package let owner: String
    /// The fingerprint of the whole key, of which the signature may be by a part.
    package let key: String
    package let standing: Standing

    /// Whether the key itself says that it is no more to be used.
    package enum Standing: Hashable, Sendable {
      case good, expired, revoked
    }
  }
}

/// A key of the user's ring, which stays with `gpg`.
package struct OpenPGPKey: Hashable, Sendable {
  /// In capital hexadecimal digits.
  package let fingerprint: String
  /// The public half as it is handed on.
  package let publicKey: [UInt8]
}
