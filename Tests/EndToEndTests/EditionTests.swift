import Foundation
import Testing

struct `A communicable edition` {
  private let folder = EditedDossier.communicable

  @Test func `says no name that is masked in any byte of any file, nor in the name of one`() throws
  {
    let sandbox = try EditedDossier.sandbox
    let complete = "d/exports/rapport-2026-001-e1"
    try sandbox.write("leaks.py", Self.search)
    let secrets = EditedDossier.secrets.joined(separator: "\n")
    try sandbox.write("secrets.txt", secrets)
    let found = try sandbox.shell("python3 leaks.py \(folder) secrets.txt")
    #expect(found.status == 0 && found.output == "", "\(found.output)\(found.errors)")
    let control = try sandbox.shell(
      "python3 leaks.py \(complete) secrets.txt | cut -d: -f2 | sort -u")
    #expect(
      control.output.split(separator: "\n").count == EditedDossier.secrets.count,
      "the complete edition says each of them: \(control.output)")
  }

  @Test func `has no digest from which a name or a piece can be guessed`() throws {
    let sandbox = try EditedDossier.sandbox
    try sandbox.write("guess.py", Self.guess)
    let answer = try sandbox.shell("python3 guess.py d \(folder)")
    #expect(answer.status == 0, "\(answer.errors)")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.first == "guessed 0", "\(answer.output)")
    #expect(lines.last == "known with their salts True", "the search finds what it could find")
  }

  @Test func `says how often each thing is masked and on what ground`() throws {
    let sandbox = try EditedDossier.sandbox
    let report = try sandbox.text("\(folder)/data/report.md").replacing("\\", with: "")
    let table = try sandbox.text("\(folder)/data/maskings.csv")
    #expect(report.contains("ÉDITION COMMUNICABLE"))
    var total = 0
    for line in table.split(separator: "\r\n").dropFirst() {
      let word = String(line.prefix { $0 != "," })
      let count = try #require(Int(line.split(separator: ",").last ?? ""))
      // Once more in the table that counts them.
      #expect(report.components(separatedBy: word).count - 1 == count + 1, "\(line)")
      #expect(line.contains("L311-"))
      total += count
    }
    #expect(total > 20 && report.contains("\(total)\u{A0}mentions sont occultées"))
    #expect(report.contains("[auditrice interne A]") && report.contains("chef de service"))
    #expect(report.contains("[adresse réseau] | sécurité (L311-5, 2° d)"))
  }

  @Test func `has journals whose headers still verify, here and without the program`() throws {
    let sandbox = try EditedDossier.sandbox
    try sandbox.shell("rm -rf sent && cp -a \"$1\" sent", folder)
    let verify = try sandbox.run("--dossier", "sent/data", "verify")
    #expect(verify.status == 0 && verify.output.contains("corps masqués"), "\(verify)")
    #expect(try sandbox.run("seal", "verify", "sent").status == 3, "whole, and nobody signed it")
    let script = try sandbox.shell(
      "sed -n '/^      tab=/,/^      done$/p' sent/VERIFIER.txt >v.sh; cd sent/data/journal; sh ../../../v.sh"
    )
    #expect(script == Sandbox.Answer(status: 0, output: "", errors: ""))
    try sandbox.shell("sed -i '2s/\"n\":2,/\"n\":3,/' sent/data/journal/*")
    #expect(try sandbox.run("--dossier", "sent/data", "verify").status == 5)
    let broken = try sandbox.shell("cd sent/data/journal; sh ../../../v.sh")
    #expect(broken.output.contains("header"))
    let heads = try sandbox.text("d/exports/rapport-2026-001-e1/data/report.md")
    let last = try sandbox.text("\(folder)/data/report.md").firstMatch(
      of: /`[0-9a-f]{64}` \|\n\n### D/)
    #expect(
      heads.contains(try #require(last).output.prefix(66)), "the same heads as the sealed report")
  }

  @Test func `as a PDF says no name either, nor does what is attached to it`() throws {
    let sandbox = try EditedDossier.sandbox
    let answer = try sandbox.run(
      "--dossier", "d", "report", "write", "2026-001", "--edition", "communicable", "to",
      "pdf/r.pdf")
    guard answer.status == 0 else {
      Issue.record("no program is here that makes a PDF: it was NOT searched", severity: .warning)
      return
    }
    try sandbox.shell("cd pdf; pdftotext r.pdf; pdfdetach -saveall r.pdf")
    try sandbox.write("leaks.py", Self.search)
    try sandbox.write("secrets.txt", EditedDossier.secrets.joined(separator: "\n"))
    let found = try sandbox.shell("python3 leaks.py pdf secrets.txt")
    #expect(found.status == 0 && found.output == "", "\(found.output)\(found.errors)")
    #expect(try sandbox.text("pdf/r.txt").contains("auditrice interne A"))
  }

  @Test(arguments: ["fr", "en"])
  func `is written only after a person has confirmed it, of what is sealed`(_ language: String)
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.shell("cp -a \"$1\" d", EditedDossier.sandbox.at("d"))
    let words = ["--lang", language, "--dossier", "d"]
    let write = ["report", "write", "2026-001", "--edition", "communicable", "to", "e.html"]
    #expect(try sandbox.run(words + ["undo"]).status != 0, "another wrote it")
    _ = try sandbox.run(words + ["person", "add", "nouvelle", "--name", "Nora Velle"])
    let refused = try sandbox.run(words + write)
    #expect(refused.status == 1 && refused.errors.contains("Nora Velle"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: sandbox.at("e.html")))
    let shown = try sandbox.run(words + ["report", "mask", "2026-001"])
    #expect(shown.status == 0 && shown.output.contains("Zélie Quenouille-Ferrand (zquenouille)"))
    #expect(try sandbox.run(words + write).status == 1, "looking is not confirming")
    let confirmed = try sandbox.run(
      words + [
        "report", "mask", "2026-001", "--keep", "bobrien", "--text", "n'ont pas joint", "--as",
        "[conduite]", "--ground", "behaviour", "--confirm",
      ])
    #expect(confirmed.status == 0, "\(confirmed.errors)")
    #expect(try sandbox.run(words + write).status == 0)
    let page = try sandbox.text("e.html")
    #expect(
      page.contains("Brendan O") && page.contains("[conduite]") && page.contains("L311-6, 3°"))
    #expect(!page.contains("Quenouille"))
    let log = try sandbox.run(words + ["log"])
    #expect(log.output.contains(language == "fr" ? "masquage confirmé" : "masking confirmed"))
    #expect(try sandbox.run(words + ["undo"]).status == 0, "a confirmation can be taken back")
    #expect(try sandbox.run(words + write).status == 1)
    let bare = try Sandbox.prepared(isSeeded: false)
    let early = try bare.run("--lang", language, "--dossier", "demo", "report", "mask", "2026-001")
    #expect(early.status == 1, "nothing is sealed there")
  }
}

struct `A training edition` {
  private let folder = EditedDossier.training

  @Test func `is a new exercise that names nobody, no place and no day of the audit`() throws {
    let sandbox = try EditedDossier.sandbox
    try sandbox.write("leaks.py", `A communicable edition`.search)
    let more = ["corne", "vexin", "2026-03-0", "mars 2026", "2026-04-01", "2027-01-15"]
    try sandbox.write(
      "more.txt", (EditedDossier.secrets + more).joined(separator: "\n"))
    let found = try sandbox.shell("python3 leaks.py \(folder) more.txt")
    #expect(found.status == 0 && found.output == "", "\(found.output)\(found.errors)")
    #expect(try sandbox.run("--dossier", folder, "verify").status == 0)
    let list = try sandbox.run("--dossier", folder, "finding", "list", "fields", "grade,", "text")
    #expect(list.output.contains("ncmin") && list.output.contains("EXERCICE"))
    #expect(try sandbox.files("\(folder)/evidence").isEmpty)
    let page = try sandbox.text("\(folder)/exports/rapport.html")
    #expect(
      page.contains("class=\"watermark\"") && page.contains("Les noms, les lieux et les dates"))
  }

  @Test func `is never sealed as real, never merged into a real dossier and in no figure`() throws {
    let sandbox = try EditedDossier.sandbox
    #expect(try sandbox.run("--dossier", folder, "seal", "make").status == 6)
    #expect(try sandbox.run("--dossier", "d", "merge", folder).status != 0)
    let network = try sandbox.run("portfolio", "list", folder, "as", "tsv")
    #expect(network.output.contains("exercise"), "\(network)")
  }
}

extension `A communicable edition` {
  /// Looks for words in every file of a folder: as they stand, in each encoding, and in what is
  /// compressed within.
  static let search = """
    import io, os, re, sys, unicodedata, zipfile, zlib
    def plain(text):
        text = unicodedata.normalize("NFD", text.lower())
        text = "".join(c for c in text if not unicodedata.combining(c)).replace("\\u2019", "'")
        return re.sub("[\\u00a0\\u202f]", " ", text)
    def parts(data):
        yield data
        for match in re.finditer(rb"stream\\r?\\n(.*?)\\r?\\nendstream", data, re.S):
            try: yield zlib.decompress(match[1])
            except zlib.error: pass
        if data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield name.encode(); yield archive.read(name)
    secrets = open(sys.argv[2], encoding="utf-8").read().split("\\n")
    for folder, _, names in os.walk(sys.argv[1]):
        for name in names:
            path = os.path.join(folder, name)
            texts = [plain(os.path.relpath(path, sys.argv[1]))]
            for part in parts(open(path, "rb").read()):
                wide = ("utf-16-le", "utf-16-be") if b"\\0" in part else ()
                for code in ("utf-8", "latin-1", *wide):
                    texts.append(plain(part.decode(code, "ignore")))
            for secret in secrets:
                if any(secret in text for text in texts): print(path, secret, sep=":")
    """

  /// Tries to guess what the digests of an edition are of: names in many spellings, the entries of
  /// the complete dossier without their salts, its pieces and the files of the complete edition.
  static let guess = #"""
    import base64, glob, hashlib, itertools, json, os, re, sys
    dossier, edition = sys.argv[1:]
    held = b"\n".join(open(p, "rb").read() for p in glob.glob(edition + "/**", recursive=True)
                      if os.path.isfile(p))
    tokens = set(re.findall(rb"[0-9a-f]{32,128}|[A-Za-z0-9+/]{22,}", held))
    def marks(data):
        for kind in ("md5", "sha1", "sha256", "sha512"):
            digest = hashlib.new(kind, data).digest()
            yield digest.hex().encode()
            yield base64.b64encode(digest).rstrip(b"=")
    words = ["zélie", "zelie", "quenouille", "ferrand", "brendan", "o'brien", "bobrien", "tourneboeuf",
             "zquenouille", "xavier", "anatole", "pimbêche", "quenouille-ferrand"]
    names = words + [a + s + b for a, b in itertools.permutations(words, 2) for s in (" ", "", ".", "-")]
    guesses = [f(n).encode(c, "ignore") + end for n in names for c in ("utf-8", "latin-1")
               for f in (str, str.title, str.upper) for end in (b"", b"\n")]
    bodies = [body for path in glob.glob(dossier + "/journal/*") for line in open(path, "rb")
              for body in line.rstrip(b"\n").split(b"\t")[2:]]
    for body in bodies:
        fields = json.loads(body)
        for salt in (None, "", "0" * 32):
            fields.pop("salt", None)
            if salt is not None: fields["salt"] = salt
            guesses.append(json.dumps(fields, sort_keys=True, separators=(",", ":"),
                                      ensure_ascii=False).encode())
    complete = dossier + "/exports/rapport-2026-001-e1"
    same = re.compile("/checklists/|/bagit.txt$")
    guesses += [open(p, "rb").read() for top in (complete, dossier + "/evidence")
                for p in glob.glob(top + "/**", recursive=True)
                if os.path.isfile(p) and not same.search(p)]
    found = sorted({mark for guess in guesses for mark in marks(guess) if mark in tokens})
    print("guessed", len(found))
    for mark in found: print(mark)
    salted = [hashlib.sha256(body).hexdigest().encode() for body in bodies]
    print("known with their salts", sum(mark in tokens for mark in salted) > 20)
    """#
}
