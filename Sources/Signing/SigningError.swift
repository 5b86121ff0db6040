/// What stops a digest, a signature or a bag.
package enum SigningError: Error, Hashable, Sendable {
  // Programs

  /// A program is on no folder of the path; the package is Debian's name for what holds it.
  case programAbsent(name: String, package: String)
  /// A program ended with another status than it should; its words are its error output.
  case programFailed(name: String, outcome: Subprocess.Outcome, words: String)
  case programTooSlow(name: String, limit: Duration)
  /// A program wrote more than the number of bytes kept.
  case programTooLoud(name: String, limit: Int)
  /// An argument or a variable holds a NUL, which no program can be given.
  case argumentRefused(String)

  // Keys and registers

  /// A private key, or the folder of keys, that others may read; the mode is octal.
  case keyExposed(path: String, mode: UInt32)
  /// A key whose passphrase nobody was there to type, or was mistyped.
  case keyLocked(path: String)
  case keyAbsent(path: String)
  /// A private key where a public one is to be handed on.
  case keyPrivate(path: String)
  /// No certificate in the file that should hold the one of a key.
  case certificateAbsent(path: String)
  case identityRefused(String)
  case registerMalformed(path: String, line: Int)

  // Statements and bags

  case fieldRefused(field: String, value: String)
  case statementMalformed(line: Int)
  case signatureMalformed
  case timeStampMalformed
  /// A time stamp that is not over the signature, or whose own signature does not hold.
  case timeStampRefused(words: String)
  case nameRefused(String)
  /// Two names in a bag that some file systems cannot tell apart.
  case nameTaken(String)
  case exists(path: String)
  case notARegularFile(path: String)
  /// A file that is not the one whose digest is known, or that changed while it was read.
  case sourceChanged(path: String)
  case fileTooLarge(path: String, limit: Int)

  /// A person stopped what takes long.
  case interrupted
  /// A system call that failed, with its `errno`.
  case system(call: String, path: String, code: Int32)
}
