import Foundation
import Testing

struct `A seal by other means than an OpenSSH key` {
  /// A sandbox with a dossier ready to be sealed, an authority with a signer's certificate and a
  /// time-stamping service, and an OpenPGP key of the user's.
  private func ready() throws -> Sandbox {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo(
      "ncmin \"délai non affiché\" --on M1-B4 --site digne --due +60j\naudit conclude \"Un écart.\""
    )
    try sandbox.demo("audit close")
    let script = """
      set -e; new() { openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -utf8 \
        -keyout $1.key -out $1.csr -subj "$2" 2>/dev/null
        openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 700 -out $1.pem \
        -extfile <(echo "$3") 2>/dev/null; }
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -utf8 -keyout ca.key \
        -out ca.pem -days 3650 -subj "/O=Préfecture/CN=Autorité" 2>/dev/null
      new agent "/O=Préfecture/CN=Claire Martin" "keyUsage=critical,nonRepudiation"
      new tsa "/CN=Horodatage" "extendedKeyUsage=critical,timeStamping"
      printf '[t]\\ndefault_tsa=s\\n[s]\\nserial=./serial\\nsigner_digest=sha256\\n' >tsa.cnf
      printf 'default_policy=1.2.3.4.1\\ndigests=sha256\\ness_cert_id_alg=sha256\\n' >>tsa.cnf
      echo 01 >serial; chmod 600 *.key; mkdir -p ../home/config/constat
      mkdir -pm 700 "$HOME/.gnupg"
      gpg --batch --quiet --passphrase '' --quick-generate-key "C <c@x.example>" ed25519 sign 1y
      """
    let made = try sandbox.shell(script)
    #expect(made.status == 0, "\(made.errors)")
    return sandbox
  }

  private func end(_ sandbox: Sandbox) { _ = try? sandbox.shell("gpgconf --kill all") }

  @Test func `is CAdES by the user's settings, with the PDF where a program makes one`() throws {
    let sandbox = try ready()
    defer { end(sandbox) }
    try sandbox.write(
      "../home/config/constat/signature",
      "# mon certificat\nformat = x509\nkey = \(sandbox.at("agent.key"))\n"
        + "certificate = \(sandbox.at("agent.pem"))\n")
    let made = try sandbox.run("--dossier", "demo", "seal", "make")
    #expect(made.status == 0, "\(made.errors)")
    let bag = "demo/exports/rapport-2026-001-e1"
    #expect(try sandbox.files("\(bag)/signatures").contains("01-cmartin.txt.p7s"))
    let verify = try sandbox.run("--dossier", "demo", "seal", "verify")
    #expect(verify.status == 0, "\(verify.output)")
    #expect(verify.output.contains("délivré par «\u{A0}O=Préfecture, CN=Autorité\u{A0}»"))
    #expect(verify.output.contains("3. format\u{A0}: CAdES-BES"))
    if try Outside.isThere("soffice", for: "the signature of the PDF", sandbox) {
      #expect(made.errors.contains("le PDF du rapport est signé par lui-même"))
      #expect(verify.output.contains("le PDF du rapport est signé aussi"))
      #expect(
        try sandbox.files("\(bag)/signatures").contains("01-cmartin.report.pdf.p7s"))
      // In the PDF itself a signature would be a field of a form, and PDF/UA would be lost.
      if try Outside.isThere("pdfsig", for: "the PDF that holds no signature", sandbox) {
        let inside = try sandbox.shell("pdfsig \(bag)/data/report.pdf")
        #expect(inside.status == 2 && inside.output.contains("does not contain any signatures"))
      }
    }
    try sandbox.shell("cp ca.pem \(bag)/../authorities.pem")
    let told = try sandbox.shell(
      """
      sed -n '/^---/q; s/^    //p' \(bag)/VERIFIER.txt | grep -v bagit.py >v.sh
      cd demo/exports && bash -e -o pipefail ../../v.sh
      """)
    #expect(told.status == 0, "\(told.output)\(told.errors)")
  }

  @Test func `is chosen as git chooses, where nothing else is said`() throws {
    let sandbox = try ready()
    defer { end(sandbox) }
    try sandbox.shell("git config --global gpg.format openpgp")
    let made = try sandbox.run("--dossier", "demo", "seal", "make")
    #expect(made.status == 0, "\(made.errors)")
    let files = try sandbox.files("demo/exports/rapport-2026-001-e1/signatures")
    #expect(files.contains("01-cmartin.txt.asc") && files.contains("01-cmartin.pgp"))
    let verify = try sandbox.run("--dossier", "demo", "seal", "verify")
    #expect(verify.status == 0 && verify.output.contains("3. format\u{A0}: OpenPGP"))
    let list = try sandbox.run("--dossier", "demo", "-c", "signer list fields format, known")
    #expect(list.output.contains("openpgp") && list.output.contains("oui"))
  }

  @Test func `is explained by commands of common tools, which run as printed and notice damage`()
    throws
  {
    let sandbox = try ready()
    defer { end(sandbox) }
    for arguments in [
      ["seal", "make"],
      [
        "seal", "countersign", "--act", "approve", "--format", "x509", "--key", "agent.key",
        "--certificate", "agent.pem",
      ],
      ["seal", "countersign", "--act", "acknowledge", "--format", "openpgp"],
      ["seal", "stamp", "--signature", "1", "--request", "q.tsq"],
    ] {
      let answer = try sandbox.run(["--dossier", "demo"] + arguments)
      #expect(answer.status == 0, "\(answer.errors)")
    }
    try sandbox.shell(
      """
      openssl ts -reply -config tsa.cnf -section s -queryfile q.tsq -signer tsa.pem \
        -inkey tsa.key -out a.tsr
      """)
    let stamped = try sandbox.run(
      "--dossier", "demo", "seal", "stamp", "--signature", "1", "--response", "a.tsr")
    #expect(stamped.status == 0, "\(stamped.errors)")
    #expect(stamped.errors.contains("n’est pas dans vos autorités"))
    try sandbox.shell("cat ca.pem >>../home/config/constat/authorities.pem")
    let verify = try sandbox.run("--dossier", "demo", "seal", "verify")
    #expect(verify.status == 0, "\(verify.output)")
    #expect(verify.output.contains("prouvé par CN=Horodatage"))
    let stamps = try sandbox.run("--dossier", "demo", "-c", "seal list fields stamped").output
    #expect(stamps.contains("oui"))
    let scripts = try ["fr", "en"].map { language in
      let answer = try sandbox.run(
        "--lang", language, "--dossier", "demo", "seal", "verify", "--explain")
      #expect(answer.status == 0)
      return answer.output
    }
    let commands = scripts.map { $0.split(separator: "\n").filter { !$0.hasPrefix("#") } }
    #expect(commands[0] == commands[1] && scripts[0] != scripts[1])
    for tool in ["ssh-keygen -Y verify", "openssl cms", "gpgv", "openssl ts", "sha256sum"] {
      #expect(scripts[0].contains(tool))
    }
    try sandbox.write("explained.sh", "set -e -o pipefail\n" + scripts[0])
    let told = try sandbox.shell("bash explained.sh")
    #expect(told.status == 0, "\(told.output)\(told.errors)")
    let bag = "demo/exports/rapport-2026-001-e1"
    for damage in [
      "sed -i s/approuve/prend\\ acte/ \(bag)/signatures/02-cmartin.txt",
      "echo >> \(bag)/data/report.md", "echo > \(bag)/data/extra",
      "sed -i s/Act/act/ \(bag)/signatures/03-cmartin.txt",
      "cp a.tsr \(bag)/signatures/02-cmartin.txt.p7s.tsr; cp q.tsq \(bag)/signatures/01-cmartin.txt.sig.tsr",
    ] {
      try sandbox.shell("rm -rf kept; cp -a \(bag) kept; \(damage)")
      #expect(try sandbox.shell("bash explained.sh").status != 0, "\(damage)")
      #expect(try sandbox.run("--dossier", "demo", "seal", "verify").status == 5, "\(damage)")
      try sandbox.shell("rm -rf \(bag); mv kept \(bag)")
    }
    #expect(try sandbox.run("--dossier", "demo", "seal", "verify").status == 0)
  }

  @Test func `says what is missing and what to do`() throws {
    let sandbox = try ready()
    defer { end(sandbox) }
    try sandbox.demo("seal make")
    for (arguments, words) in [
      (["seal", "countersign", "--act", "sign", "--format", "x509"], "quelle clé"),
      (["seal", "countersign", "--act", "sign", "--key", "absent.key"], "absent.key"),
      (["seal", "stamp"], "d’où vient le jeton"),
      (["seal", "stamp", "--signature", "9", "--request", "q"], "aucune signature"),
      (["seal", "stamp", "--response", "agent.pem"], "réponse d'horodatage"),
      (["seal", "stamp", "--url", "file:///etc/passwd"], "url"),
    ] {
      let answer = try sandbox.run(["--dossier", "demo"] + arguments)
      #expect([1, 2].contains(answer.status) && answer.errors.contains(words), "\(answer.errors)")
    }
    try sandbox.write("../home/config/constat/signature", "format = pem\n")
    let set = try sandbox.run("--dossier", "demo", "seal", "countersign", "--act", "sign")
    #expect(set.status == 1 && set.errors.contains("signature:1"), "\(set.errors)")
  }
}
