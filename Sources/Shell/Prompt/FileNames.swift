import LineEditing
import Signing

/// The names of files that begin as a person has begun.
enum FileNames {
  /// The candidates; a name with a space in it stands between quotes.
  static func candidates(_ typed: String, home: String) -> [Candidate] {
    let isQuoted = typed.hasPrefix("\"")
    let typed = isQuoted ? String(typed.dropFirst()) : typed
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let path = folder.hasPrefix("~/") ? home + folder.dropFirst() : folder.isEmpty ? "." : folder
    let isHiddenAsked = typed[(slash.map(typed.index(after:)) ?? typed.startIndex)...].hasPrefix(
      ".")
    let entries = (try? Files.entries(of: path)) ?? []
    return entries.filter { isHiddenAsked || !$0.name.hasPrefix(".") }.map { entry in
      let name = folder + entry.name + (entry.isFolder ? "/" : "")
      guard isQuoted || name.contains(where: \.isWhitespace) else { return Candidate(name) }
      return Candidate("\"" + name + (entry.isFolder ? "" : "\""))
    }
  }
}
