import Foundation

/// The files of this package as they lie on disk.
struct SourceTree {
  let root: URL

  init() {
    root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The modules: the folders of Sources.
  var modules: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/Sources")) ?? []
    return names.sorted()
  }

  /// The Swift files under a folder, with their text.
  func files(under folder: String) -> [(path: String, text: String)] {
    let base = root.appending(path: folder)
    guard let walker = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
    else { return [] }
    return walker.compactMap { entry in
      guard let url = entry as? URL, url.pathExtension == "swift",
        let text = try? String(contentsOf: url, encoding: .utf8)
      else { return nil }
      return (String(url.path.dropFirst(root.path.count + 1)), text)
    }.sorted { $0.path < $1.path }
  }

  /// The modules that a file imports.
  static func imports(_ text: String) -> Set<String> {
    var found: Set<String> = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 2, words.count > place + 1
      else { continue }
      let isModifier = place == 0 || ["package", "internal", "@testable"].contains(words[0])
      if isModifier { found.insert(String(words[place + 1])) }
    }
    return found
  }
}
