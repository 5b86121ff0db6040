import Auditing
import Glibc
import Scripting
import Signing

extension Session {
  /// The path of a file that is read: relative to the script, or to the current folder.
  func path(_ word: String) throws(Failure) -> String { try resolve(word, base: base) }

  /// The path of a file that is written: relative to the current folder.
  func writtenPath(_ word: String) throws(Failure) -> String { try resolve(word, base: ".") }

  /// The file that a command is to write, the form that is said or that its name ends with, and the
  /// place in the text that says the form.
  func export(_ bound: Bound) throws -> (path: String, form: String, place: Range<Int>) {
    guard let destination = bound.destination else {
      throw Failure(.missingDestination, at: bound.range)
    }
    let path = try writtenPath(destination.value)
    let form = bound.format?.value ?? path.split(separator: ".").last.map(String.init) ?? ""
    return (path, form, bound.format?.range ?? destination.range)
  }

  /// A path given to a script, whole where something is there: it was named from the current
  /// folder, and the script may lie elsewhere.
  static func fromHere(_ word: String) -> String {
    guard !word.hasPrefix("/"), !word.hasPrefix("~/"), Files.exists(word),
      let here = unsafe getcwd(nil, 0)
    else { return word }
    defer { unsafe free(here) }
    return unsafe String(cString: here) + "/" + word
  }

  private func resolve(_ word: String, base: String) throws(Failure) -> String {
    let plain = Self.unquoted(word)
    if plain.hasPrefix("~/") {
      return try PathSpelling.onDisk(String(plain.dropFirst(2)), from: "\(environment.home)/")
    }
    if plain.hasPrefix("/") { return try PathSpelling.onDisk(plain) }
    return try PathSpelling.onDisk(plain, from: base == "." ? "" : "\(base)/")
  }

  /// What a terminal pastes for a dropped file: `'…'`, or backslashes before spaces.
  static func unquoted(_ word: String) -> String {
    if word.count >= 2, word.first == "'", word.last == "'" {
      return String(word.dropFirst().dropLast())
    }
    return word.contains("\\ ") ? word.replacing("\\ ", with: " ") : word
  }

  /// The bytes of a file that a command names.
  func read(_ path: String, at range: Range<Int>? = nil) throws -> [UInt8] {
    do {
      return try Files.contents(path, limit: 64 << 20)
    } catch .system(_, _, code: ENOENT) {
      throw Failure(.fileAbsent(path), at: range)
    } catch .system(_, _, let code) {
      throw Failure(.cannotRead(path, code: code), at: range)
    } catch .notARegularFile {
      throw Failure(.notAFile(path), at: range)
    } catch {
      throw Failure(.signing(error), at: range)
    }
  }

  /// Writes a file beside its place and renames it into it.
  func write(_ bytes: [UInt8], to path: String) throws {
    do {
      if let folder = Files.parent(of: path), folder != ".", folder != "/" {
        try Files.makeFolders(folder)
      }
      let temporary = "\(path).partial-\(getpid())"
      _ = unsafe unlink(temporary)
      do {
        try Files.create(temporary, bytes, mode: 0o644)
        guard unsafe rename(temporary, path) == 0 else {
          throw SigningError.system(call: "rename", path: path, code: errno)
        }
      } catch {
        _ = unsafe unlink(temporary)
        throw error
      }
    } catch let error as SigningError {
      if case .system(_, _, let code) = error { throw Failure(.cannotWrite(path, code: code)) }
      throw Failure(.signing(error))
    }
  }
}
