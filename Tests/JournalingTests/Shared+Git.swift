import Foundation
import Signing

extension Shared {
  /// The programs of the machine with a git before the others that is a script; in the script
  /// `git` is the machine's own.
  func programs(git script: String) throws -> Programs {
    try FileManager.default.createDirectory(
      atPath: bench.at("bin"), withIntermediateDirectories: true)
    let path = try bench.write("bin/git", "#!/bin/sh\nPATH=${PATH#*:}\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let own = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return Programs(environment: ["PATH": "\(bench.at("bin")):\(own)", "HOME": bench.path])
  }
}
