import Auditing
import Scripting
import Signing

/// What is known of one signature of a seal: who, by what, and the five checks that the public rules
/// for signatures ask for (arrêté du 22 mars 2019, article 5).
struct SignatureExplanation {
  private let signature: BagVerification.Signature
  private let verification: BagVerification
  private let signers: [RegisteredSigner]

  init(
    _ signature: BagVerification.Signature, _ verification: BagVerification,
    _ signers: [RegisteredSigner]
  ) {
    (self.signature, self.verification, self.signers) = (signature, verification, signers)
  }

  func lines(_ language: Language) -> [String] {
    func pick(_ fr: String, _ en: String) -> String { language.pick((fr, en)) }
    var lines = [heading(pick)]
    if let statement = signature.statement {
      lines.append(
        pick(
          "déclare\u{A0}: \(statement.name), \(statement.quality) (\(statement.role)) — «\u{A0}\(statement.act.text)\u{A0}»",
          "declares: \(statement.name), \(statement.quality) (\(statement.role)) — “\(statement.act.text)”"
        ))
      lines.append(time(statement, pick))
    }
    lines.append(pick("1. identité\u{A0}: ", "1. identity: ") + identity(pick))
    lines.append(pick("2. catégorie\u{A0}: ", "2. category: ") + category(pick))
    lines.append(pick("3. format\u{A0}: ", "3. format: ") + format)
    lines.append(pick("4. validité\u{A0}: ", "4. validity: ") + validity(pick))
    lines.append(pick("5. intégrité\u{A0}: ", "5. integrity: ") + integrity(pick))
    for line in signature.lines where line.state != .intact {
      lines.append(SealExplanation.state(line, pick))
    }
    for path in signature.omitted {
      lines.append(pick("ne couvre pas \(path)", "does not cover \(path)"))
    }
    return [lines[0]] + lines.dropFirst().map { "  " + $0 }
  }

  private typealias Pick = SealExplanation.Pick

  private func heading(_ pick: Pick) -> String {
    let number = signature.number
    return switch signature.integrity {
    case .good: pick("Signature \(number)\u{A0}: intacte", "Signature \(number): intact")
    case .bad: pick("Signature \(number)\u{A0}: FAUSSE", "Signature \(number): FALSE")
    case .unchecked: pick("Signature \(number)\u{A0}: illisible", "Signature \(number): unreadable")
    }
  }

  /// When it was signed: by whose clock, and who bears that out.
  private func time(_ statement: SignatureStatement, _ pick: Pick) -> String {
    guard let stamp = signature.stamp else {
      return pick(
        "le \(statement.date), par l’horloge du poste, sans horodatage tiers",
        "on \(statement.date), by the machine’s clock, with no third-party time stamp")
    }
    guard let moment = stamp.moment else {
      return pick(
        "jeton d’horodatage FAUX\u{A0}: il n’est pas de cette signature",
        "FALSE time stamp: it is not over this signature")
    }
    let service = stamp.authority ?? "–"
    return stamp.isKnown
      ? pick(
        "le \(statement.date) par l’horloge du poste\u{202F}; existait le \(moment), prouvé par \(service)",
        "on \(statement.date) by the machine’s clock; there on \(moment), proven by \(service)")
      : pick(
        "le \(statement.date) par l’horloge du poste\u{202F}; \(moment) selon \(service), que vos autorités ne garantissent pas",
        "on \(statement.date) by the machine’s clock; \(moment) by \(service), for which your authorities do not vouch"
      )
  }

  private func identity(_ pick: Pick) -> String {
    let print = signature.fingerprint ?? "–"
    switch signature.signer {
    case .known(let principal, let line)?:
      let place =
        line.map {
          pick(" (votre registre, ligne \($0.number))", " (your register, line \($0.number))")
        } ?? ""
      let doubt =
        signature.nameAgrees == false
        ? pick(
          "\u{202F}; le nom déclaré n’est pas celui du registre",
          "; the name declared is not the one in the register") : ""
      return pick(
        "clé CONNUE de \(principal)\(place) — \(print)\(doubt)",
        "KNOWN key of \(principal)\(place) — \(print)\(doubt)")
    case .refused(let line, _)?:
      let place = line.map { pick(", ligne \($0.number)", ", line \($0.number)") } ?? ""
      return pick(
        "clé REFUSÉE par votre registre\(place) — \(print)",
        "key REFUSED by your register\(place) — \(print)")
    case .revoked?:
      return pick("clé RÉVOQUÉE — \(print)", "REVOKED key — \(print)")
    case .unknown?, nil:
      return pick(
        "clé INCONNUE de votre registre — \(print)\u{A0}: comparez l’empreinte de vive voix avant d’y croire",
        "key UNKNOWN to your register — \(print): compare the fingerprint aloud before you believe it"
      ) + declared(pick)
    }
  }

  /// What the open dossier's register says of a key that the user's own does not know.
  private func declared(_ pick: Pick) -> String {
    guard let signer = signers.first(where: { $0.fingerprint == signature.fingerprint }) else {
      return ""
    }
    return pick(
      "\u{202F}; le dossier la déclare de \(signer.name), par \(signer.by)\u{A0}: signataire ajouter \(signer.person)",
      "; the dossier declares it \(signer.name)’s, by \(signer.by): signer add \(signer.person)")
  }

  private func category(_ pick: Pick) -> String {
    switch signature.format {
    case .ssh:
      let type = (signature.credential.map(Self.type) ?? nil) ?? "–"
      return pick(
        "clé OpenSSH (\(type)), que seul un registre rattache à quelqu’un\u{202F}; aucun certificat",
        "OpenSSH key (\(type)), which only a register ties to somebody; no certificate")
    case .x509:
      guard let certificate = signature.certificate else { return "X.509" }
      let level =
        certificate.isDeclaredQualified
        ? pick(
          "que son émetteur déclare qualifié (à vérifier dans la liste de confiance)",
          "which its issuer declares qualified (to be checked in the trusted list)")
        : pick("qui ne se dit pas qualifié", "which does not say that it is qualified")
      return pick(
        "certificat de «\u{A0}\(certificate.subject)\u{A0}», délivré par «\u{A0}\(certificate.issuer)\u{A0}», \(level)",
        "certificate of “\(certificate.subject)”, issued by “\(certificate.issuer)”, \(level)")
    case .openpgp:
      return pick(
        "clé OpenPGP au nom de «\u{A0}\(signature.owner ?? "–")\u{A0}», que personne d’autre n’atteste",
        "OpenPGP key in the name of “\(signature.owner ?? "–")”, which nobody else attests")
    }
  }

  private static func type(_ credential: PublicCredential) -> String? {
    if case .ssh(let key) = credential { key.type } else { nil }
  }

  private var format: String {
    switch signature.format {
    case .ssh: "SSHSIG"
    case .x509: "CAdES-BES (CMS, RFC 5652)"
    case .openpgp: "OpenPGP (RFC 4880)"
    }
  }

  private func validity(_ pick: Pick) -> String {
    switch signature.signer {
    case .revoked(let revocation)?:
      return pick(
        "révoquée au \(revocation.on) (\(revocation.reason)), et rien ne prouve qu’elle ait signé avant",
        "revoked on \(revocation.on) (\(revocation.reason)), and nothing proves that it signed before"
      )
    case .refused(let line, let words)?:
      let said = line?.options.joined(separator: ", ") ?? words
      return pick("NE TIENT PAS\u{A0}: \(said)", "DOES NOT HOLD: \(said)")
    case .known(_, let line)?:
      let bounds = line?.options.filter { $0.hasPrefix("valid-") }.joined(separator: ", ") ?? ""
      let days = signature.certificate.map {
        pick("du \($0.from) au \($0.until)", "from \($0.from) to \($0.until)")
      }
      let shown = days ?? (bounds.isEmpty ? pick("sans limite de temps", "without bounds") : bounds)
      return pick(
        "\(shown), non révoquée à ce que vous savez", "\(shown), not revoked as far as you know")
    case .unknown?, nil:
      return pick("à établir avec l’identité", "to be established with the identity")
    }
  }

  private func integrity(_ pick: Pick) -> String {
    let isWhole =
      signature.integrity == .good && signature.omitted.isEmpty
      && signature.lines.allSatisfy { $0.state == .intact }
      && verification.files.allSatisfy { $0.state == .intact } && verification.faults.isEmpty
    let report =
      switch signature.report {
      case .good?:
        pick("\u{202F}; le PDF du rapport est signé aussi", "; the PDF of the report is signed too")
      case .bad?:
        pick("\u{202F}; la signature du PDF est FAUSSE", "; the signature of the PDF is FALSE")
      default: ""
      }
    return isWhole
      ? pick(
        "la déclaration et les \(verification.files.count) fichiers sont ce qui a été signé\(report)",
        "the statement and the \(verification.files.count) files are what was signed\(report)")
      : pick("NE TIENT PAS\(report)", "DOES NOT HOLD\(report)")
  }
}
