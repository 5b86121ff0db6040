import Foundation
import Testing

/// A sealed dossier that names its people in every way, with its communicable edition: made once.
enum EditedDossier {
  static let made = Result {
    let sandbox = try Sandbox()
    try sandbox.write("trombinoscope Zélie.txt", "Zélie Quenouille\n")
    try sandbox.write("b.obrien.pdf", "%PDF-1.4 Brendan O'Brien")
    try sandbox.write("s.constat", script)
    let zip = """
      import zipfile
      with zipfile.ZipFile("annexes.zip", "w", zipfile.ZIP_DEFLATED) as z:
          z.writestr("Brendan OBrien.txt", "Zélie Quenouille " * 50)
      """
    try sandbox.write("zip.py", zip)
    try sandbox.shell("python3 zip.py || echo 'Brendan OBrien' > annexes.zip")
    for words in [
      ["run", "s.constat"], ["--dossier", "d", "seal", "make", "2026-001"],
      ["--dossier", "d", "report", "mask", "2026-001", "--confirm"],
      ["--dossier", "d", "report", "write", "2026-001", "--edition", "communicable"],
      // The days are moved by as many weeks as the seed says: by some a month comes out again.
      ["--seed", "7", "--dossier", "d", "report", "write", "2026-001", "--edition", "training"],
    ] {
      let answer = try sandbox.run(
        ["--now", "2026-11-21T09:00:00Z"] + words, environment: ["CONSTAT_ME": "zquenouille"])
      try #require(answer.status == 0, "\(words): \(answer.errors)")
    }
    return sandbox
  }

  static var sandbox: Sandbox { get throws { try made.get() } }

  static let communicable = "d/exports/rapport-2026-001-e1-communicable"
  static let training = "d/exports/formation"

  /// What no file may say, in small letters without accents.
  static let secrets = [
    "zelie", "quenouille", "ferrand", "brendan", "brien", "tourneboeuf", "xavier", "pimbeche",
    "anatole", "zquenouille", "bobrien", "06.12.34.56.78", "01 23 45 67 89", "192.168.4.17",
    "2 55 08 14 168 025 38", "pref.example.fr", "trombinoscope", "annexes.zip",
  ]

  /// The dossier of a préfecture that there is not.
  private static let script = """
    dossier new d --title "Préfecture de Corne-en-Vexin"
    site add corne --name "Préfecture, Corne-en-Vexin" --address "12 rue Zélie-Quenouille" \
    --contact "Zélie Quenouille-Ferrand, 01 23 45 67 89"
    person add zquenouille --name "Zélie Quenouille-Ferrand" --role "auditrice interne"
    person add bobrien --name "Brendan O'Brien" --role "référent qualité"
    audit open 2026-001 --checklist qual-e-pref --start 2026-03-02 --end 2026-03-03
    audit set 2026-001 --client "la préfète" --objectives "Préparer l'audit de M. Xavier Tourneboeuf."
    audit set 2026-001 --obstacles "sans objet : aucun" --uncovered "sans objet : tout est vu" \
    --confidentiality "écrire à zelie.quenouille@pref.example.fr"
    audit scope corne --modules 7
    audit member zquenouille --role lead
    audit member bobrien --role auditee
    for a in $(assessment list) { ok "vu avec Brendan" --on $a.criterion --site $a.site }
    note "Registre de ZELIE QUENOUILLE\u{A0}FERRAND, dit @bobrien ; poste 06.12.34.56.78" --on M7-1
    evidence attach "trombinoscope Zélie.txt" --criterion M7-2
    evidence attach "annexes.zip" --criterion M7-2
    evidence attach "b.obrien.pdf" --criterion M7-2
    plan add 9h 10h "Accueil" --day 2026-03-02 --who "Anatole Pimbêche, chef de service"
    go M7-2
    ncmin "Mme Quenouille-Ferrand (notesDeBrendan.txt) et Tourneboeuf n'ont pas joint O’BRIEN \
    (b.obrien@pref.example.fr, 06.12.34.56.78, 192.168.4.17) ni Anatole Pimbêche le 3 mars 2026" --due 2026-04-01
    finding respond F1 accepted --words "Brendan O'Brien prend acte"
    action add "Former Ze\u{301}lie, NIR 2 55 08 14 168 025 38" --finding F1 --kind corrective \
    --owner bobrien --due 2027-01-15
    audit conclude "Tenus, sauf par Z. Quenouille et le chef de service." --degree partly \
    --recommendation "Suivre B. O'Brien."
    audit close
    """
}
