import Foundation
import Testing

/// Who may import whom; a module that is not named here may import nothing.
private let allowed: [String: Set<String>] = [
  "Auditing": [],
  "Recfiles": [],
  "Notation": [],
  "Scripting": ["Auditing"],
  "Checklists": ["Auditing", "Recfiles", "Notation", "Scripting"],
  "Scheduling": ["Auditing"],
  "Signing": ["CMessageDigest", "Glibc", "Synchronization"],
  "Journaling": ["Auditing", "Signing", "Notation", "Glibc"],
  "Reporting": ["Auditing", "Scheduling", "Notation"],
  "Training": ["Auditing", "Recfiles"],
  "LineEditing": ["CEditline", "Glibc"],
  "Shell": [
    "Auditing", "Recfiles", "Notation", "Scripting", "Checklists", "Scheduling", "Signing",
    "Journaling", "Reporting", "Training", "LineEditing", "Glibc",
    "Synchronization",
  ],
  "constat": ["Shell", "Glibc"],
  "Benchmarks": [
    "Auditing", "Notation", "Signing", "Journaling", "Reporting", "PseudoTerminals", "Glibc",
  ],
]

struct `The house` {
  private let tree = SourceTree()

  @Test func `has the rooms it is said to have and no others`() {
    let rooms = Set(tree.modules)
    #expect(rooms == Set(allowed.keys).union(["CEditline", "CMessageDigest"]))
  }

  @Test(arguments: allowed.keys.sorted())
  func `has doors only where they are drawn`(_ module: String) {
    let files = tree.files(under: "Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      let strangers = SourceTree.imports(file.text).subtracting(allowed[module] ?? [])
      #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted())")
    }
  }

  @Test func `needs no package from elsewhere`() throws {
    let manifest = try String(
      contentsOf: tree.root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(!manifest.contains(".package("))
  }
}
