import Auditing
import Scripting
import Signing

/// What the check of a seal found, in sentences: never a bare “valid”.
struct SealExplanation {
  private let verification: BagVerification
  private let path: String
  private let signers: [RegisteredSigner]

  init(_ verification: BagVerification, path: String, signers: [RegisteredSigner] = []) {
    self.verification = verification
    self.path = path
    self.signers = signers
  }

  func text(_ language: Language) -> String {
    func pick(_ fr: String, _ en: String) -> String { language.pick((fr, en)) }
    var lines = [pick("Scellé\u{A0}: \(path)", "Seal: \(path)"), ""]
    lines.append(integrity(pick))
    lines += verification.info.filter { $0.label == SealEntry.unattested }.map {
      Self.unattested($0.value, pick)
    }
    for fault in verification.faults { lines.append("  " + describe(fault, pick)) }
    for file in verification.files where file.state != .intact {
      lines.append("  " + Self.state(file, pick))
    }
    for path in verification.unfinished { lines.append("  " + Self.unfinished(path, pick)) }
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
      lines += SignatureExplanation(signature, verification, signers).lines(language)
    }
    lines += ["", verdict(pick)]
    return lines.map(\.visible).joined(separator: "\n")
  }

  typealias Pick = (String, String) -> String

  /// That the seal rests on operations that no signed head proves, as it says itself.
  private static func unattested(_ value: String, _ pick: Pick) -> String {
    let parts = value.split(separator: " ").map(String.init)
    guard parts.count == 3 else { return value }
    return pick(
      "  repose sur le poste \(parts[0].prefix(4)), dont rien n’attestait les écritures \(parts[1]) à \(parts[2])",
      "  rests on writer \(parts[0].prefix(4)), of which nothing attested operations \(parts[1]) to \(parts[2])"
    )
  }

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

  static func state(_ file: BagVerification.File, _ pick: Pick) -> String {
    switch file.state {
    case .intact: pick("intact\u{A0}: \(file.path)", "intact: \(file.path)")
    case .changed: pick("modifié\u{A0}: \(file.path)", "changed: \(file.path)")
    case .missing: pick("absent\u{A0}: \(file.path)", "missing: \(file.path)")
    case .added: pick("ajouté\u{A0}: \(file.path)", "added: \(file.path)")
    }
  }

  /// That a signature lies there without its statement.
  static func unfinished(_ path: BagPath, _ pick: Pick) -> String {
    pick(
      "signature sans sa déclaration, qui ne prouve rien\u{A0}: \(path) (un contreseing interrompu\u{202F}; le prochain l’enlève)",
      "signature without its statement, which proves nothing: \(path) (a countersignature that was cut short; the next one takes it away)"
    )
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

  private func verdict(_ pick: Pick) -> String {
    switch verification.verdict {
    case .good:
      pick(
        "Conclusion\u{A0}: rien n’a changé depuis la signature, et le signataire est connu de vous.",
        "Conclusion: nothing has changed since it was signed, and the signer is known to you.")
    case .unknownSigner where verification.signatures.contains(where: \.isDistrusted):
      pick(
        "Conclusion\u{A0}: rien n’a changé depuis la signature\u{202F}; mais une clé n’est plus à croire (expirée, révoquée ou refusée).",
        "Conclusion: nothing has changed since it was signed; but a key is no longer to be believed (expired, revoked or refused)."
      )
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
