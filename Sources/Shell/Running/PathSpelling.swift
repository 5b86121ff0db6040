import Auditing
import Glibc
import Signing

/// How a disk spells the names of a path.
///
/// In a text of the language an accented letter is one character. A disk keeps a name as it was
/// given, so that the same letters may stand there as a letter and its accent, and two names that
/// read alike may stand side by side.
enum PathSpelling {
  /// A path with each of its names as the disk has it, and as it is where nothing is there.
  ///
  /// Throws `namesReadAlike` where two names are there that differ in nothing but the spelling of
  /// their accents: which of them is meant cannot be known.
  static func onDisk(_ path: String, from base: String = "") throws(Failure) -> String {
    var found = base
    for (index, part) in path.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { found += "/" }
      found += part.utf8.allSatisfy { $0 < 0x80 } ? String(part) : try name(part, in: found)
    }
    return found
  }

  private static func name(_ part: Substring, in folder: String) throws(Failure) -> String {
    let folder = folder.isEmpty ? "." : folder
    guard let opened = try? Files.open(folder, O_RDONLY | O_DIRECTORY),
      let names = try? Files.names(in: opened, path: folder)
    else { return String(part) }
    // Two texts are equal that read alike.
    let alike = names.compactMap { String(validating: $0, as: UTF8.self) }.filter { $0 == part }
    if alike.count > 1 { throw Failure(.namesReadAlike(String(part))) }
    return alike.first ?? String(part)
  }
}
