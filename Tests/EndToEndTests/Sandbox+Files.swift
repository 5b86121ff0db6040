import Foundation

extension Sandbox {
  /// Writes a file in the folder in which the program runs, with the folders above it.
  func write(_ name: String, _ text: String) throws {
    try write(name, Data(text.utf8))
  }

  func write(_ name: String, _ bytes: Data) throws {
    let url = URL(filePath: at(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  func read(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: at(name))) }

  func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  func copy(_ source: String, to name: String) throws {
    try FileManager.default.copyItem(atPath: source, toPath: at(name))
  }

  /// Every regular file below a folder, by its name there, in order.
  func files(_ folder: String = ".") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: at(folder)).filter {
      let type = try FileManager.default.attributesOfItem(atPath: at("\(folder)/\($0)"))[.type]
      return type as? FileAttributeType == .typeRegular
    }.sorted()
  }

  /// The bytes of every regular file below a folder, to tell that nothing has changed.
  func contents(_ folder: String = ".") throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try files(folder) { contents[name] = try read("\(folder)/\(name)") }
    return contents
  }
}

extension Sandbox {
  private static let kept = ["home", "work"]

  /// Keeps the folder and the home as they are, to go back to; what was kept so before is gone.
  func keep(as state: String = "kept") throws {
    for name in Self.kept {
      try? FileManager.default.removeItem(atPath: "\(path)/\(state)-\(name)")
      try FileManager.default.copyItem(
        atPath: "\(path)/\(name)", toPath: "\(path)/\(state)-\(name)")
    }
  }

  /// Puts the folder and the home back as they were kept.
  func goBack(to state: String = "kept") throws {
    for name in Self.kept {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
      try FileManager.default.copyItem(
        atPath: "\(path)/\(state)-\(name)", toPath: "\(path)/\(name)")
    }
  }
}
