import Auditing
import Glibc
import Journaling
import Scripting
import Signing

extension Doctor {
  /// A program that Constat may run, and what it would be wanted for.
  private struct Tool {
    let name: String
    /// What makes it say its version; nothing where that would write in the user's home.
    let arguments: [String]?
    let package: String
    let use: Wording
    var isNeeded = false
  }

  private static let tools = [
    Tool(
      name: "ssh-keygen", arguments: ["-V"], package: "openssh-client",
      use: ("signer et vérifier les scellés", "sign and check seals"), isNeeded: true),
    Tool(
      name: "git", arguments: ["--version"], package: "git",
      use: ("synchroniser", "synchronise")),
    Tool(
      name: "openssl", arguments: ["version"], package: "openssl",
      use: ("signer par certificat", "sign by certificate")),
    Tool(
      name: "gpg", arguments: ["--version"], package: "gnupg",
      use: ("signer par OpenPGP", "sign by OpenPGP")),
    Tool(
      name: "weasyprint", arguments: ["--version"], package: "weasyprint",
      use: ("le rapport en PDF", "the report as PDF")),
    Tool(
      name: "soffice", arguments: nil, package: "libreoffice-writer",
      use: ("le rapport en PDF, à défaut", "the report as PDF, failing that")),
  ]

  /// The programs that are found, where, and their versions.
  func programs() -> [Sign] {
    let programs = session.programs
    return Self.tools.map { tool in
      guard let path = programs.path(of: tool.name) else {
        let (fr, en) = (
          "\(tool.name) absent (\(tool.use.fr))", "\(tool.name) is not here (\(tool.use.en))"
        )
        let remedy = "sudo apt-get install \(tool.package)"
        return tool.isNeeded ? .fault(fr, en, (remedy, remedy)) : .note(fr, en, (remedy, remedy))
      }
      let version = version(of: tool, programs).map { " — \($0)" } ?? ""
      return .good("\(tool.name)\u{A0}: \(path)\(version)", "\(tool.name): \(path)\(version)")
    } + [library]
  }

  /// The first line in which a program says its version; OpenSSH says it by `ssh -V`.
  private func version(of tool: Tool, _ programs: Programs) -> String? {
    let name = tool.name == "ssh-keygen" ? "ssh" : tool.name
    guard let arguments = tool.arguments,
      var run = try? programs.program(name, from: tool.package, arguments)
    else { return nil }
    run.timeLimit = .seconds(10)
    run.environment["HOME"] = "/nonexistent"
    guard let result = try? run.run() else { return nil }
    let said = result.text.isEmpty ? result.words : result.text
    return said.split(whereSeparator: \.isNewline).first.map { String($0.prefix(80)) }
  }

  private var library: Sign {
    SHA256.hasLibcrypto
      ? .good("empreintes\u{A0}: libcrypto", "digests: libcrypto")
      : .note(
        "empreintes\u{A0}: libmd (libcrypto absente\u{A0}: plus lent sur de gros fichiers)",
        "digests: libmd (libcrypto is not here: slower on large files)")
  }

  /// Whether the clock can be right: not before the last entry, nor before what the disk says.
  func clock() -> [Sign] {
    if session.environment.isClockGiven {
      return [.note("horloge donnée par --now", "the clock is given by --now")]
    }
    let now = session.environment.now()
    var signs: [Sign] = []
    let remedy: Wording = (
      "réglez l’horloge (timedatectl)\u{202F}; ce qui est écrit entre-temps garde son ordre",
      "set the clock (timedatectl); what is written meanwhile keeps its order"
    )
    if let last = session.state.history.operations.map(\.at).max(),
      last.milliseconds > now.milliseconds + 60_000
    {
      signs.append(
        .fault(
          "l’horloge (\(now.seconds)) est avant la dernière écriture (\(last.seconds))",
          "the clock (\(now.seconds)) is before the last entry (\(last.seconds))", remedy))
    }
    if let dossier = session.dossier, let newest = newestChange(in: "\(dossier.path)/journal"),
      newest > now.milliseconds / 1000 + 60
    {
      signs.append(
        .fault(
          "l’horloge (\(now.seconds)) est avant celle du disque, qui a noté un changement plus tard",
          "the clock (\(now.seconds)) is before the disk’s, which noted a later change", remedy))
    }
    if signs.isEmpty {
      signs.append(.good("horloge\u{A0}: \(now.seconds)", "clock: \(now.seconds)"))
    }
    return signs
  }

  /// When something in a folder last changed, in seconds since 1970.
  private func newestChange(in folder: String) -> Int? {
    guard let open = try? Files.open(folder, O_RDONLY | O_DIRECTORY),
      let names = try? Files.names(in: open, path: folder)
    else { return nil }
    return names.compactMap { name in
      var status = stat()
      let terminated = name.map(CChar.init(bitPattern:)) + [0]
      return unsafe fstatat(open.number, terminated, &status, AT_SYMLINK_NOFOLLOW) == 0
        ? status.st_ctim.tv_sec : nil
    }.max()
  }

  /// The user's keys and register of signers.
  func keys() -> [Sign] {
    var signs: [Sign] = []
    let folder = session.keysFolder
    let key = "\(folder)/constat_ed25519"
    if let dossier = session.dossier, (try? session.refuseKeys(inside: dossier)) == nil {
      signs.append(
        .fault(
          "LE RÉPERTOIRE DES CLÉS EST DANS LE DOSSIER\u{A0}: \(folder)",
          "THE FOLDER OF KEYS LIES IN THE DOSSIER: \(folder)",
          (
            "changez XDG_DATA_HOME, puis déplacez les clés hors du dossier",
            "change XDG_DATA_HOME, then move the keys out of the dossier"
          )))
    }
    if !Files.exists(key) {
      signs.append(
        .note(
          "pas encore de clé\u{A0}: elle sera créée au premier jalon ou scellé",
          "no key yet: one is made with the first checkpoint or seal"))
    } else {
      signs += [(folder, 0o077), (key, 0o077)].compactMap { path, others in
        guard let mode = Self.status(path)?.mode, mode & mode_t(others) != 0 else { return nil }
        let remedy = "chmod go= \(path.shellWord)"
        return .fault(
          "\(path) est ouvert à d’autres (\(Self.octal(mode)))",
          "\(path) is open to others (\(Self.octal(mode)))", (remedy, remedy))
      }
      if signs.isEmpty { signs.append(.good("clé\u{A0}: \(key)", "key: \(key)")) }
    }
    return signs + [register]
  }

  private var register: Sign {
    let path = session.registerPath
    do {
      let lines = try AllowedSigners.read(path).lines.count
      return lines == 0
        ? .note(
          "registre des signataires vide\u{A0}: \(path)",
          "the register of signers is empty: \(path)")
        : .good(
          "registre des signataires\u{A0}: \(lines.fr("clé(s)")), \(path)",
          "register of signers: \(lines.en("key(s)")), \(path)")
    } catch {
      return .fault(error.wording.fr, error.wording.en)
    }
  }

  /// What the system tells of a name, links not followed.
  static func status(_ path: String) -> (mode: mode_t, owner: uid_t, kind: mode_t)? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return (status.st_mode & 0o7777, status.st_uid, status.st_mode & S_IFMT)
  }

  static func octal(_ mode: mode_t) -> String { String(mode, radix: 8) }
}
