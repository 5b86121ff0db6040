/// OpenSSH's `ssh-keygen`, which makes keys, signs and verifies.
///
/// Messages go in by its standard input and signatures come out by its standard output: given
/// a file whose `.sig` exists, it would ask, write nothing and still exit 0.
package struct SSHKeygen: Sendable {
  package let programs: Programs
  /// When at the latest all runs of the program must have ended; none waits beyond its own limit.
  private let deadline: ContinuousClock.Instant?

  /// Creates a driver, whose answers may be waited for until a moment.
  package init(_ programs: Programs, until deadline: ContinuousClock.Instant? = nil) {
    self.programs = programs
    self.deadline = deadline
  }

  private static let name = "ssh-keygen"

  private func program(
    _ arguments: [String], mayAsk: Bool = false
  ) throws(SigningError) -> Subprocess {
    var run = try programs.program(Self.name, from: "openssh-client", arguments, mayAsk: mayAsk)
    if let deadline { run.timeLimit = min(run.timeLimit, deadline - ContinuousClock.now) }
    return run
  }

  private func failure(_ result: Subprocess.Result) -> SigningError {
    .programFailed(name: Self.name, outcome: result.outcome, words: result.words)
  }

  /// Makes an Ed25519 key without a passphrase at a path that must be free.
  func makeKey(at path: String, _ identity: Identity) throws(SigningError) {
    guard !Files.exists(path) else { throw .exists(path: path) }
    let arguments = ["-q", "-t", "ed25519", "-N", "", "-C", identity.text, "-f", path]
    let result = try program(arguments).run()
    guard result.isSuccess, Files.exists(path) else { throw failure(result) }
  }

  /// The public half of a private key that no passphrase locks.
  func publicKey(ofPrivate path: String) throws(SigningError) -> PublicKey {
    let result = try program(["-y", "-P", "", "-f", path]).run()
    guard result.isSuccess, let key = PublicKey(line: result.text) else {
      throw result.words.contains("passphrase") ? .keyLocked(path: path) : failure(result)
    }
    return key
  }

  /// Signs a message, and checks the signature before giving it.
  ///
  /// A passphrase is asked for, on the terminal or otherwise, only where `mayAsk` says so.
  ///
  /// - Throws: `programAbsent`, `keyExposed`, `keyLocked`, `programFailed`, `system`.
  package func sign(
    _ message: [UInt8], _ namespace: Namespace, with key: SigningKey, mayAsk: Bool = false
  ) throws(SigningError) -> SSHSignature {
    var run = try program(
      ["-Y", "sign", "-q", "-f", key.path, "-n", namespace.rawValue], mayAsk: mayAsk)
    run.input = message
    let result = try run.run()
    guard result.isSuccess else {
      if result.words.contains("UNPROTECTED") { throw .keyExposed(path: key.path, mode: 0) }
      throw result.words.contains("passphrase") ? .keyLocked(path: key.path) : failure(result)
    }
    let signature = try SSHSignature(armored: result.output)
    guard try check(signature, of: message, namespace) else { throw failure(result) }
    return signature
  }

  /// Whether a signature was made over a message, for a purpose, by the key that it names.
  ///
  /// - Throws: `programAbsent`, and `programFailed` when the program did not answer, as one
  ///   older than OpenSSH 8.2.
  package func check(
    _ signature: SSHSignature, of message: [UInt8], _ namespace: Namespace
  ) throws(SigningError) -> Bool {
    guard signature.namespace == namespace.rawValue else { return false }
    var run = try program(
      ["-Y", "check-novalidate", "-n", namespace.rawValue, "-s", Subprocess.name(ofFile: 0)])
    run.input = message
    run.files = [signature.armored]
    return try answer(of: run.run())
  }

  /// What a register says of the maker of a signature that `check` found good.
  ///
  /// A time that others prove, in seconds since 1970, stands for the present.
  package func signer(
    of signature: SSHSignature, of message: [UInt8], _ namespace: Namespace,
    in register: AllowedSigners, at time: Int? = nil
  ) throws(SigningError) -> Signer {
    let lines = register.lines(for: signature.key)
    let files = [signature.armored, register.bytes]
    let (signatureName, registerName) = (Subprocess.name(ofFile: 0), Subprocess.name(ofFile: 1))
    let moment = time.map { ["-Overify-time=\(Instant.compact($0))"] } ?? []
    var find = try program(
      ["-Y", "find-principals"] + moment + ["-s", signatureName, "-f", registerName])
    find.files = files
    let found = try find.run()
    guard try answer(of: found), let principal = found.text.split(separator: "\n").first else {
      return lines.first.map { .refused(line: $0, words: found.words) } ?? .unknown
    }
    let line = lines.first { $0.principals.contains(String(principal)) } ?? lines.first
    var verify = try program(
      [
        "-Y", "verify", "-f", registerName, "-I", String(principal), "-n", namespace.rawValue,
        "-s", signatureName,
      ] + moment)
    verify.input = message
    verify.files = files
    let verified = try verify.run()
    if try answer(of: verified) { return .known(principal: String(principal), line: line) }
    return line.map { .refused(line: $0, words: verified.words) } ?? .unknown
  }

  /// Yes for status 0 and no for 255; any other end is no answer.
  private func answer(of result: Subprocess.Result) throws(SigningError) -> Bool {
    switch result.outcome {
    case .exited(0): true
    case .exited(255): false
    default: throw failure(result)
    }
  }
}
