import Foundation
import Testing

extension SealedDossier {
  /// A sandbox with the sealed dossier `d` and the user who sealed it.
  static func whole() throws -> Sandbox {
    let original = try sandbox
    let copy = try Sandbox()
    try copy.shell(
      "cp -a \"$1\" d; cp -a \"$2/config\" \"$2/data\" ../home/", original.at("d"),
      "\(original.path)/home")
    return copy
  }

  /// The same, taken for the very place where it was sealed.
  static func moved() throws -> Sandbox {
    let copy = try whole()
    let move = try copy.shell(
      "cp -a \"$1\" ../home/state && sed -i \"s|$2|$3|\" $(find ../home/state -type f)",
      "\(sandbox.path)/home/state", try sandbox.at("d"), copy.at("d"))
    #expect(move.status == 0, "\(move.errors)")
    return copy
  }
}

extension Sandbox {
  /// Runs the program as somebody else, on a machine of their own.
  @discardableResult
  func run(as person: String, _ arguments: String...) throws -> Answer {
    let home = "\(path)/home-\(person)"
    return try run(
      arguments,
      environment: [
        "CONSTAT_ME": person, "HOME": home, "XDG_STATE_HOME": "\(home)/state",
        "XDG_DATA_HOME": "\(home)/data", "XDG_CONFIG_HOME": "\(home)/config",
      ])
  }
}

struct `A countersignature` {
  @Test(arguments: [
    ("signer", nil, "signe le rapport"), ("approuver", nil, "approuve"),
    ("prendre-acte", nil, "prend acte"),
    ("réserver", "NC-01 contesté", "prend acte avec réserves : NC-01 contesté"),
    ("refuser", "délai trop court", "refuse de signer : délai trop court"),
  ])
  func `is an act of the auditee's, signed on the bag alone and handed back`(
    _ act: String, _ reason: String?, _ words: String
  ) throws {
    let sandbox = try SealedDossier.whole()
    try sandbox.shell("cp -a \(SealedDossier.bag) bag")
    let signed = try sandbox.run(
      as: "bruno", "scellé", "contresigner", "bag", "--acte", act, "--nom", "Bruno Petit",
      "--qualité", "directeur", "--raison", reason ?? "sans objet")
    #expect(signed.status == 0, "\(signed.errors)")
    #expect(signed.errors.contains("rendez ce répertoire à l’auditeur"))
    let statement = try sandbox.text("bag/signatures/02-bruno.txt")
    #expect(statement.contains("Role: audité\nName: Bruno Petit\nQuality: directeur\n"))
    #expect(statement.contains("Act: \(words)\n"))
    #expect(statement.contains("signatures/01-cexemple.txt.sig\n"))
    let received = try sandbox.run("--dossier", "d", "scellé", "contresigner", "bag", "--reçu")
    #expect(received.status == 0, "\(received.errors)")
    let files = try sandbox.files("\(SealedDossier.bag)/signatures")
    #expect(files.contains("02-bruno.txt") && files.contains("02-bruno.txt.sig"))
    let list = try sandbox.run("--dossier", "d", "seal", "list").output
    #expect(list.contains("bruno (\(words))"))
    let again = try sandbox.run("--dossier", "d", "scellé", "contresigner", "bag", "--reçu")
    #expect(again.status == 0 && again.errors.contains("rien de nouveau"))
    let verify = try sandbox.run("--dossier", "d", "seal", "verify")
    #expect(verify.status == 3, "nobody has said that the key is Bruno's")
    #expect(verify.output.contains("le dossier la déclare de Bruno Petit, par"))
  }

  @Test func `wants its reason, a whole bag, and a dossier whose seal it is`() throws {
    let sandbox = try SealedDossier.whole()
    try sandbox.shell("cp -a \(SealedDossier.bag) bag")
    let bare = try sandbox.run(as: "bruno", "seal", "countersign", "bag", "--act", "refuse")
    #expect(bare.status == 2)
    let none = try sandbox.run(as: "bruno", "seal", "countersign", "bag")
    #expect(none.status == 2 && none.errors.contains("--act"))
    let foreign = try sandbox.run(
      "-c", "dossier new e\nseal countersign bag --received")
    #expect(foreign.status == 1 && foreign.errors.contains("n’est pas de ce dossier"))
    try sandbox.shell("echo x >> bag/data/report.md")
    let broken = try sandbox.run(as: "bruno", "seal", "countersign", "bag", "--act", "sign")
    #expect(broken.status == 5, "\(broken.errors)")
    #expect(try sandbox.files("bag/signatures").count == 2)
  }

  @Test func `that is taken away is missed by the journal`() throws {
    let sandbox = try SealedDossier.whole()
    let signed = try sandbox.run("--dossier", "d", "seal", "countersign", "--act", "approve")
    #expect(signed.status == 0 && signed.errors.contains("inscrit au journal"))
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 0)
    try sandbox.shell("rm \(SealedDossier.bag)/signatures/02*")
    let verify = try sandbox.run("--dossier", "d", "seal", "verify")
    #expect(verify.output.contains("1 signature que le journal connaît et que ce scellé n’a plus"))
  }

  @Test func `that was made and not recorded is named, and taken into the journal`() throws {
    let sandbox = try SealedDossier.whole()
    let signed = try sandbox.run(
      as: "bruno", "seal", "countersign", SealedDossier.bag, "--act", "approve")
    #expect(signed.status == 0, "\(signed.errors)")
    let verify = try sandbox.run("--dossier", "d", "seal", "verify")
    #expect(verify.output.contains("1 signature que le journal n’a pas"))
    let taken = try sandbox.run("--dossier", "d", "seal", "countersign", "--received")
    #expect(taken.status == 0 && taken.errors.contains("1 ajout au journal"), "\(taken.errors)")
    let after = try sandbox.run("--dossier", "d", "seal", "verify")
    #expect(!after.output.contains("que le journal n’a pas"))
  }

  @Test func `by a person goes on while the audit is frozen`() throws {
    let sandbox = try SealedDossier.whole()
    #expect(try sandbox.run("--dossier", "d", "audit", "close").status == 6)
    let signed = try sandbox.run("--dossier", "d", "seal", "countersign", "--act", "approve")
    #expect(signed.status == 0, "\(signed.errors)")
    #expect(try sandbox.run("--dossier", "d", "verify").status == 0)
  }
}

struct `The register of signers` {
  /// The sealed dossier with a countersignature by Bruno, whose key only the dossier declares.
  private func countersigned() throws -> Sandbox {
    let sandbox = try SealedDossier.whole()
    try sandbox.shell("cp -a \(SealedDossier.bag) bag")
    try sandbox.run(as: "bruno", "seal", "countersign", "bag", "--act", "approve")
    try sandbox.run("--dossier", "d", "seal", "countersign", "bag", "--received")
    return sandbox
  }

  @Test func `believes a key once its user has said so, and not for the dossier's word`() throws {
    let sandbox = try countersigned()
    let before = try sandbox.run("--dossier", "d", "-c", "signer list fields person, known")
    #expect(before.output.contains("bruno") && before.output.contains("non"))
    let added = try sandbox.run("--dossier", "d", "signataire", "ajouter", "bruno")
    #expect(added.status == 0 && added.errors.contains("de vive voix"), "\(added.errors)")
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 0)
    // Whoever receives the dossier believes nobody yet.
    let stranger = try sandbox.run(as: "carla", "--dossier", "d", "seal", "verify")
    #expect(stranger.status == 3)
    #expect(stranger.output.contains("clé INCONNUE de votre registre"))
    #expect(stranger.output.contains("le dossier la déclare de"))
  }

  @Test func `takes the key out of a signature, and no private key`() throws {
    let sandbox = try countersigned()
    let added = try sandbox.run(
      "--dossier", "d", "signer", "add", "bruno", "--key", "bag/signatures/02-bruno.txt.sig",
      "--name", "Bruno Petit", "--from", "2026-01-01", "--until", "2099-12-31")
    #expect(added.status == 0, "\(added.errors)")
    let verify = try sandbox.run("--dossier", "d", "seal", "verify")
    #expect(verify.status == 0 && verify.output.contains("valid-before=\"20991231235959Z\""))
    let own = "../home-bruno/data/constat/keys/constat_ed25519"
    let refused = try sandbox.run("--dossier", "d", "signer", "add", "x", "--key", own)
    #expect(refused.status == 1 && refused.errors.contains("clé privée"))
    let other = try sandbox.run("--dossier", "d", "signer", "add", "x", "--key", "bag/bagit.txt")
    #expect(other.status == 1, "\(other.errors)")
  }

  @Test func `has the name and the days of a key changed, where ssh-keygen reads them too`() throws
  {
    let sandbox = try countersigned()
    try sandbox.shell("sed -i '1i # à moi' ../home/config/constat/allowed_signers")
    try sandbox.run("--dossier", "d", "signer", "add", "bruno")
    let set = try sandbox.run(
      "--dossier", "d", "signataire", "modifier", "bruno", "--nom", "Bruno Petit", "--jusqu-au",
      "2020-12-31")
    #expect(set.status == 0, "\(set.errors)")
    let list = try sandbox.run(
      "--dossier", "d", "-c", "signer list where person = bruno fields name, until, known as tsv")
    #expect(list.output.hasSuffix("Bruno Petit\t2020-12-31\tyes\n"), "\(list.output)")
    let register = try sandbox.shell("cat ../home/config/constat/allowed_signers").output
    #expect(register.hasPrefix("# à moi\ncexemple "), "\(register)")
    #expect(register.contains("\nbruno namespaces="), "\(register)")
    #expect(register.contains("valid-before=\"20201231235959Z\""))
    #expect(register.hasSuffix(" Bruno Petit\n"))
    // A key that was valid until years before the signature vouches for nothing.
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 3)
    try sandbox.run("--dossier", "d", "signer", "set", "bruno", "--until", "2099-12-31")
    #expect(try sandbox.run("--dossier", "d", "seal", "verify").status == 0)
    let judge = try sandbox.shell(
      """
      ssh-keygen -Y find-principals -f ../home/config/constat/allowed_signers \
        -s bag/signatures/02-bruno.txt.sig
      """)
    #expect(judge.output == "bruno\n", "\(judge.errors)")
  }

  @Test func `revokes a key, in the dossier and wherever its user verifies`() throws {
    let sandbox = try countersigned()
    try sandbox.run("--dossier", "d", "signer", "add", "bruno")
    let revoked = try sandbox.run(
      "--dossier", "d", "signer", "revoke", "bruno", "--reason", "clé perdue")
    #expect(revoked.status == 0, "\(revoked.errors)")
    for command in [["--dossier", "d", "seal", "verify"], ["seal", "verify", "bag"]] {
      let verify = try sandbox.run(command)
      #expect(verify.status == 3)
      #expect(verify.output.contains("clé RÉVOQUÉE") && verify.output.contains("clé perdue"))
    }
    let back = try sandbox.run("--dossier", "d", "signer", "add", "bruno")
    #expect(back.status == 1)
    let undone = try sandbox.run("--dossier", "d", "undo")
    #expect(undone.status != 0)
    let all = try sandbox.run("--dossier", "d", "verify")
    #expect(all.status == 0 && all.output.contains("qui a signé reste à établir"))
    try sandbox.shell("echo x >> \(SealedDossier.bag)/data/report.md")
    #expect(try sandbox.run("--dossier", "d", "verify").status == 5)
    let list = try sandbox.run(
      "--dossier", "d", "-c", "signer list where revoked is not empty fields person")
    #expect(list.output.contains("bruno") && !list.output.contains("cexemple"))
  }
}
