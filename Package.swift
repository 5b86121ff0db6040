// swift-tools-version: 6.2
import PackageDescription

// The targets in reading order: what an audit is, how texts are read, how a dossier is kept,
// how it is told, and last the shell where a person meets it. A test keeps the imports to this.
let package = Package(
  name: "constat",
  products: [.executable(name: "constat", targets: ["constat"])],
  targets: [
    .systemLibrary(
      name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(
      name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .target(name: "Auditing"),
    .target(name: "Recfiles"),
    .target(name: "Notation"),
    .target(name: "Scripting", dependencies: ["Auditing"]),
    .target(
      name: "Checklists",
      dependencies: ["Auditing", "Recfiles", "Notation", "Scripting"],
      exclude: ["Packs/scripts", "Packs/scenarios"],
      resources: [
        .embedInCode("Packs/qual-e-pref.rec"), .embedInCode("Packs/services-publics-plus.rec"),
      ]),
    .target(name: "Scheduling", dependencies: ["Auditing"]),
    .target(name: "Signing", dependencies: ["CMessageDigest"]),
    .target(name: "Journaling", dependencies: ["Auditing", "Signing", "Notation"]),
    .target(name: "Reporting", dependencies: ["Auditing", "Scheduling", "Notation"]),
    .target(
      name: "Training", dependencies: ["Auditing", "Recfiles"],
      resources: [
        .embedInCode("Packs/accueil.rec"), .embedInCode("Packs/courrier.rec"),
        .embedInCode("Packs/urgence.rec"), .embedInCode("Packs/renouvellement.rec"),
      ]),
    .target(name: "LineEditing", dependencies: ["CEditline"]),
    .target(
      name: "Shell",
      dependencies: [
        "Auditing", "Recfiles", "Notation", "Scripting", "Checklists", "Scheduling", "Signing",
        "Journaling", "Reporting", "Training", "LineEditing",
      ]),
    .executableTarget(
      name: "constat", dependencies: ["Shell"],
      linkerSettings: [
        .unsafeFlags(
          ["-Xlinker", "--gc-sections", "-Xlinker", "-s"], .when(configuration: .release))
      ]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Auditing", "Notation", "Signing", "Journaling", "Reporting", "PseudoTerminals",
      ]),

    .target(name: "Chance", path: "Tests/Chance"),
    .testTarget(name: "AuditingTests", dependencies: ["Auditing", "Chance"]),
    .testTarget(name: "RecfilesTests", dependencies: ["Recfiles", "Chance"]),
    .testTarget(name: "NotationTests", dependencies: ["Notation", "Chance"]),
    .testTarget(
      name: "ChecklistsTests",
      dependencies: ["Checklists", "Auditing", "Recfiles", "Notation", "Chance"]),
    .testTarget(name: "SchedulingTests", dependencies: ["Scheduling", "Auditing"]),
    .testTarget(name: "SigningTests", dependencies: ["Signing"]),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Shell", "Auditing", "Recfiles", "Notation", "Scripting", "Checklists", "Signing",
        "Journaling", "Training", "LineEditing", "Chance",
      ]),
    .testTarget(name: "ScriptingTests", dependencies: ["Scripting", "Auditing", "Chance"]),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting", "Auditing", "Scheduling"]),
    .testTarget(name: "TrainingTests", dependencies: ["Training", "Auditing", "Recfiles"]),
    .testTarget(
      name: "JournalingTests",
      dependencies: ["Journaling", "Auditing", "Signing", "Notation", "Chance"]),
    .testTarget(name: "ArchitectureTests"),
    .target(name: "PseudoTerminals", path: "Tests/PseudoTerminals"),
    .executableTarget(
      name: "LineEditorDemo", dependencies: ["LineEditing"], path: "Tests/LineEditorDemo"),
    .testTarget(
      name: "LineEditingTests",
      dependencies: ["LineEditing", "PseudoTerminals", "LineEditorDemo"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["constat", "PseudoTerminals"],
      exclude: ["Sessions"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}

// Nearly every run of a test reads a checklist, which unoptimised takes longer than all the rest.
for target in package.targets where ["Recfiles", "Checklists"].contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}

// Readers fed with bytes that a machine made up, built by `.ci/fuzz` alone.
if Context.environment["FUZZ"] != nil {
  let settings = package.targets.last { $0.type != .system }?.swiftSettings ?? []
  package.targets.append(
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "Auditing", "Checklists", "Journaling", "Notation", "Recfiles", "Scripting", "Signing",
      ],
      path: "Tests/Fuzzing", swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}

// Some rooms with their tests alone, for what is run long, optimised or under a sanitizer.
if let names = Context.environment["CONSTAT_ROOM"] {
  let rooms = names.split(separator: " ").flatMap { ["\($0)", "\($0)Tests"] } + ["Chance"]
  package.products = []
  package.targets.removeAll { !rooms.contains($0.name) }
}
