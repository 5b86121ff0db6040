import Auditing
import Scripting
import Signing

/// What the check of a seal found, in sentences: never a bare “valid”.
struct SealExplanation {
  private let verification: BagVerification
  private let path: String

  init(_ verification: BagVerification, path: String) {
    self.verification = verification
    self.path = path
  }

  func text(_ language: Language) -> String {
    func pick(_ fr: String, _ en: String) -> String { language.pick((fr, en)) }
    var lines = [pick("Scellé\u{A0}: \(path)", "Seal: \(path)"), ""]
    lines.append(integrity(pick))
    for fault in verification.faults { lines.append("  " + describe(fault, pick)) }
    for file in verification.files where file.state != .intact {
      lines.append("  " + state(file, pick))
    }
    if verification.signatures.isEmpty {
      lines += [
        "",
        pick(
          "Signature\u{A0}: aucune. Personne ne répond de ce scellé.",
          "Signature: none. Nobody answers for this seal."),
      ]
    }
    for signature in verification.signatures {
      lines.append("")
      lines += describe(signature, pick)
    }
    lines += ["", verdict(pick)]
    return lines.map(\.visible).joined(separator: "\n")
  }

  private typealias Pick = (String, String) -> String

  private func integrity(_ pick: Pick) -> String {
    let intact = verification.files.filter { $0.state == .intact }.count
    let total = verification.files.count
    return intact == total && verification.faults.isEmpty
      ? pick(
        "Intégrité\u{A0}: les \(total) fichiers sont ceux qui ont été scellés\u{202F}; aucun ajouté, aucun retiré.",
        "Integrity: all \(total) files are those that were sealed; none added, none removed.")
      : pick(
        "Intégrité\u{A0}: NE TIENT PAS. \(intact) fichiers intacts sur \(total).",
        "Integrity: DOES NOT HOLD. \(intact) of \(total) files are intact.")
  }

  private func state(_ file: BagVerification.File, _ pick: Pick) -> String {
    switch file.state {
    case .intact: pick("intact\u{A0}: \(file.path)", "intact: \(file.path)")
    case .changed: pick("modifié\u{A0}: \(file.path)", "changed: \(file.path)")
    case .missing: pick("absent\u{A0}: \(file.path)", "missing: \(file.path)")
    case .added: pick("ajouté\u{A0}: \(file.path)", "added: \(file.path)")
    }
  }

  private func describe(_ fault: BagVerification.Fault, _ pick: Pick) -> String {
    switch fault {
    case .symbolicLink(let name): pick("lien symbolique\u{A0}: \(name)", "symbolic link: \(name)")
    case .specialFile(let name): pick("fichier spécial\u{A0}: \(name)", "special file: \(name)")
    case .unacceptableName(let name):
      pick("nom inacceptable\u{A0}: \(name)", "unacceptable name: \(name)")
    case .strayFolder(let path): pick("répertoire étranger\u{A0}: \(path)", "stray folder: \(path)")
    case .malformed(let path, let line):
      pick("\(path):\(line)\u{A0}: ligne illisible", "\(path):\(line): unreadable line")
    case .listedTwice(let path): pick("listé deux fois\u{A0}: \(path)", "listed twice: \(path)")
    case .misplaced(let path, let manifest):
      pick("\(path) n’a pas sa place dans \(manifest)", "\(path) has no place in \(manifest)")
    case .unlisted(let path):
      pick("absent de la liste\u{A0}: \(path)", "not in the list: \(path)")
    case .payloadOxum(let declared, let found):
      pick(
        "nombre d’octets et de fichiers\u{A0}: \(declared ?? "non dit") annoncé, \(found) trouvé",
        "bytes and files: \(declared ?? "not said") declared, \(found) found")
    case .signatureNumber(let number):
      pick("signature \(number) absente ou double", "signature \(number) missing or double")
    }
  }

  private func describe(_ signature: BagVerification.Signature, _ pick: Pick) -> [String] {
    let number = signature.number
    var lines: [String] = []
    switch signature.integrity {
    case .good:
      lines.append(pick("Signature \(number)\u{A0}: intacte", "Signature \(number): intact"))
    case .bad: lines.append(pick("Signature \(number)\u{A0}: FAUSSE", "Signature \(number): FALSE"))
    case .unchecked:
      lines.append(pick("Signature \(number)\u{A0}: illisible", "Signature \(number): unreadable"))
    }
    lines.append("  " + key(signature, pick))
    if let statement = signature.statement {
      lines.append(
        "  "
          + pick(
            "déclare\u{A0}: \(statement.name), \(statement.quality) — «\u{A0}\(statement.act.text)\u{A0}», \(statement.date) (horloge du poste, sans horodatage tiers)",
            "declares: \(statement.name), \(statement.quality) — “\(statement.act.text)”, \(statement.date) (the machine’s clock, no third-party timestamp)"
          ))
    }
    if signature.nameAgrees == false {
      lines.append(
        "  "
          + pick(
            "le nom déclaré n’est pas celui du registre",
            "the name declared is not the one in the register"))
    }
    for line in signature.lines where line.state != .intact {
      lines.append("  " + state(line, pick))
    }
    for path in signature.omitted {
      lines.append("  " + pick("ne couvre pas \(path)", "does not cover \(path)"))
    }
    return lines
  }

  private func key(_ signature: BagVerification.Signature, _ pick: Pick) -> String {
    let print = signature.fingerprint ?? "–"
    switch signature.signer {
    case .known(let principal, let line)?:
      let place =
        line.map {
          pick(" (votre registre, ligne \($0.number))", " (your register, line \($0.number))")
        } ?? ""
      return pick(
        "clé CONNUE de \(principal)\(place) — \(print)",
        "KNOWN key of \(principal)\(place) — \(print)")
    case .refused(let line, _)?:
      return pick(
        "clé REFUSÉE par votre registre, ligne \(line.number) — \(print)",
        "key REFUSED by your register, line \(line.number) — \(print)")
    case .unknown?, nil:
      return pick(
        "clé INCONNUE de votre registre — \(print)\u{A0}: comparez l’empreinte de vive voix avant d’y croire",
        "key UNKNOWN to your register — \(print): compare the fingerprint aloud before you believe it"
      )
    }
  }

  private func verdict(_ pick: Pick) -> String {
    switch verification.verdict {
    case .good:
      pick(
        "Conclusion\u{A0}: rien n’a changé depuis la signature, et le signataire est connu de vous.",
        "Conclusion: nothing has changed since it was signed, and the signer is known to you.")
    case .unknownSigner:
      pick(
        "Conclusion\u{A0}: rien n’a changé depuis la signature\u{202F}; qui a signé reste à établir.",
        "Conclusion: nothing has changed since it was signed; who signed remains to be established."
      )
    case .unsigned:
      pick(
        "Conclusion\u{A0}: rien n’a changé, mais rien n’est signé.",
        "Conclusion: nothing has changed, but nothing is signed.")
    case .broken:
      pick(
        "Conclusion\u{A0}: ce scellé ne prouve rien\u{A0}: il a été modifié, ou il n’est pas entier.",
        "Conclusion: this seal proves nothing: it was changed, or it is not whole.")
    }
  }
}
