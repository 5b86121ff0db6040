import Foundation
import Testing

struct `The command sync` {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try made("-c", "dossier new d --title Essai; site add digne --name Digne; site add a --name A")
    try sandbox.copy(sandbox.at("d"), to: "e")
    #expect(try sandbox.shell("git init -q --bare -b main r.git").status == 0)
  }

  @discardableResult
  private func made(_ arguments: String..., me: String = "cmartin") throws -> Sandbox.Answer {
    let answer = try sandbox.run(arguments, environment: ["CONSTAT_ME": me])
    #expect(answer.status == 0, "\(answer.errors)")
    return answer
  }

  @Test func `shares through a bare repository`() throws {
    let first = try made("--dossier", "d", "sync", "r.git")
    #expect(first.errors.contains("2 opérations"))
    #expect(first.errors.contains("constat journal jalonner"), "nobody has signed anything yet")
    try made("--dossier", "e", "site", "add", "gap", "--name", "Gap", me: "bob")
    try made("--dossier", "e", "sync", "r.git", me: "bob")
    let answer = try made("--dossier", "d", "sync", "--message", "le soir")
    #expect(answer.errors.contains("1 opération reprise (bob)"))
    #expect(try sandbox.contents("d/journal") == sandbox.contents("e/journal"))
    let again = try made("--dossier", "d", "sync")
    #expect(again.errors.contains("a toutes les opérations"), "\(again)")
  }

  @Test func `knows in a clone what is shared already`() throws {
    try made("--dossier", "d", "sync", "r.git")
    #expect(try sandbox.shell("git clone -q -b main r.git f").status == 0)
    try made("--dossier", "f", "site", "add", "gap", "--name", "Gap", me: "bob")
    let status = try made("--dossier", "f", "status", me: "bob")
    #expect(!status.output.contains("pas encore partagée"), "\(status.output)")
    let sync = try made("--dossier", "f", "sync", me: "bob")
    #expect(sync.errors.contains("1 opération envoyée"), "\(sync.errors)")
    try made("--dossier", "f", "site", "add", "sisteron", "--name", "Sisteron", me: "bob")
    let again = try made("--dossier", "f", "status", me: "bob")
    #expect(again.output.contains("1 opération pas encore partagée"), "\(again.output)")
  }

  @Test func `gives evidence to git where that was asked for, and says when git will not have it`()
    throws
  {
    try sandbox.write("a.txt", "a")
    try sandbox.write("b.txt", "b")
    try sandbox.write("c.txt", "c")
    try made("--dossier", "d", "evidence", "attach", "a.txt", "--git")
    try made("--dossier", "d", "evidence", "attach", "b.txt")
    let sensitive = try made(
      "--dossier", "d", "evidence", "attach", "c.txt", "--git", "--sensible")
    #expect(sensitive.errors.contains("git ne prendra pas P3"), "\(sensitive)")
    try made("--dossier", "d", "sync", "r.git")
    try made("--dossier", "e", "sync", "r.git", me: "bob")
    let here = try made(
      "--dossier", "e", "evidence", "list", "where", "custody", "=", "here", "fields", "name",
      "as", "tsv", me: "bob")
    #expect(here.output == "name\na.txt\n", "\(here)")
  }

  @Test(.enabled(if: getuid() == 0))
  func `says what to do about a repository of another account`() throws {
    #expect(try sandbox.shell("chown -R nobody r.git").status == 0)
    let answer = try sandbox.run("--dossier", "d", "sync", "r.git")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("git config --global --add safe.directory"), "\(answer)")
  }

  @Test(.enabled(if: getuid() == 0))
  func `says of a place that may not be entered that it is there`() throws {
    try made("--dossier", "d", "sync", "r.git")
    #expect(try sandbox.shell("mkdir p; chmod 700 p r.git; chown -R 65534 d ../home").status == 0)
    for place in ["", "r.git", "p"] {
      let answer = try sandbox.shell(
        "exec setpriv --reuid 65534 --clear-groups \(Sandbox.program) --dossier d sync \(place)")
      #expect(answer.status == 1, "\(answer)")
      #expect(answer.errors.contains("vous n’avez pas le droit d’entrer"), "\(answer)")
    }
  }

  @Test func `ends with 4 when what came contradicts`() throws {
    try made("--dossier", "d", "site", "set", "a", "--name", "Aups")
    try made("--dossier", "e", "site", "set", "a", "--name", "Apt")
    try made("--dossier", "d", "sync", "r.git")
    let answer = try sandbox.run("--dossier", "e", "sync", "r.git")
    #expect(answer.status == 4, "\(answer.errors)")
    #expect(answer.output.contains("conflit lister"))
  }

  @Test func `runs no hook of the repository at the other end`() throws {
    try sandbox.write("r.git/hooks/pre-receive", "#!/bin/sh\ntouch \"\(sandbox.at("ran"))\"\n")
    try sandbox.write("r.git/hooks/post-receive", "#!/bin/sh\ntouch \"\(sandbox.at("ran"))\"\n")
    #expect(try sandbox.shell("chmod +x r.git/hooks/*-receive").status == 0)
    try made("--dossier", "d", "sync", "r.git")
    try made("--dossier", "e", "sync", "r.git")
    #expect(try sandbox.shell("git -C r.git log --oneline main").status == 0)
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("ran")))
  }

  @Test func `refuses a repository at the other end whose configuration could run a program`()
    throws
  {
    try made("--dossier", "d", "sync", "r.git")
    let before = try sandbox.contents("r.git")
    for (key, value) in [("uploadpack.packObjectsHook", "touch ran"), ("include.path", "/tmp/x")] {
      #expect(try sandbox.shell("git config --file r.git/config \(key) '\(value)'").status == 0)
      for place in [["r.git"], []] {
        let answer = try sandbox.run(["--dossier", "e", "sync"] + place)
        #expect(answer.status == 1)
        if !place.isEmpty { #expect(answer.errors.contains(key.lowercased())) }
      }
      #expect(try sandbox.shell("git config --file r.git/config --unset \(key)").status == 0)
    }
    #expect(try sandbox.contents("r.git").count == before.count)
    try made("--dossier", "e", "sync", "r.git")
  }

  @Test func `takes a bare repository that several people share`() throws {
    #expect(try sandbox.shell("git init -q --bare --shared -b main s.git").status == 0)
    try made("--dossier", "d", "sync", "s.git")
    try made("--dossier", "e", "sync", "s.git")
  }

  @Test func `says offline what is not yet shared, and ends with 0`() throws {
    let answer = try made("--dossier", "d", "sync", "git://127.0.0.1:9/r.git")
    #expect(answer.errors.contains("hors d’atteinte"))
    #expect(answer.errors.contains("2 opérations à partager"))
  }

  @Test func `lets status tell what was entered since`() throws {
    try made("--dossier", "d", "sync", "r.git")
    #expect(try !made("--dossier", "d", "status").output.contains("partagée"))
    try made("--dossier", "d", "site", "add", "apt", "--name", "Apt")
    #expect(
      try made("--dossier", "d", "status").output.contains(
        "1 opération pas encore partagée\u{A0}: synchroniser"))
  }

  @Test func `ends with 1 when the place is wrong`() throws {
    try sandbox.write("notes/lisez-moi.txt", "rien\n")
    #expect(try sandbox.run("--dossier", "d", "sync").status == 1)
    #expect(try sandbox.run("--dossier", "d", "sync", "notes").status == 1)
    let absent = try sandbox.run("--dossier", "d", "sync", "absent")
    #expect(absent.status == 1)
    #expect(absent.errors.contains("--créer"))
    let spaced = try sandbox.run("--dossier", "d", "sync", "clé usb/pref")
    #expect(spaced.errors.contains(#"synchroniser "clé usb/pref" --créer"#), "\(spaced)")
    try made("--dossier", "d", "-c", #"synchroniser "clé usb/pref" --créer"#)
  }

  @Test func `brings back what another entered and a disk has lost since, which stops a seal`()
    throws
  {
    try made("--dossier", "d", "sync", "r.git")
    try made("--dossier", "e", "site", "add", "gap", "--name", "Gap", me: "bob")
    try made("--dossier", "e", "sync", "r.git", me: "bob")
    let before = try Set(sandbox.contents("d/journal").keys)
    try made("--dossier", "d", "sync")
    let names = try Set(sandbox.contents("d/journal").keys).subtracting(before)
    try sandbox.write("d/journal/\(#require(names.first))", "")
    let check = try sandbox.run("--dossier", "d", "verify")
    #expect(check.status == 5, "\(check)")
    #expect(check.output.contains("l’écriture 1, partagée par git, n’est plus ici"))
    #expect(check.output.contains("de là où c’est partagé\u{A0}: synchroniser\n"))
    try made(
      "--dossier", "d", "-c", "audit open a1 --checklist qual-e-pref; audit scope digne")
    let seal = try sandbox.run(["--dossier", "d", "seal", "make"])
    #expect(seal.status == 5, "\(seal)")
    #expect(seal.errors.contains("«\u{A0}synchroniser\u{A0}» reprend ce qui a été partagé"))
    try made("--dossier", "d", "sync")
    try made("--dossier", "d", "verify")
  }

  @Test func `keeps a copy on a stick equal`() throws {
    try made("--dossier", "d", "sync", "cle/pref", "--create")
    try made("--dossier", "cle/pref", "site", "add", "gap", "--name", "Gap", me: "bob")
    try made("--dossier", "d", "sync", "cle/pref")
    #expect(try sandbox.contents("d/journal") == sandbox.contents("cle/pref/journal"))
  }

  @Test func `refuses a configuration that could run a program`() throws {
    try made("--dossier", "d", "sync", "r.git")
    #expect(
      try sandbox.shell("git config --file d/.git/config core.sshCommand 'touch was-run'").status
        == 0)
    let answer = try sandbox.run("--dossier", "d", "sync")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("core.sshcommand"))
    #expect(try sandbox.files().contains("was-run") == false)
  }
}
