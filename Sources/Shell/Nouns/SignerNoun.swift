import Auditing
import Scripting
import Signing

/// The register of signers: who holds which key, by the dossier, and whether the user believes it.
enum SignerNoun {
  static let signer = NounSpec(
    name: Name("signer", "signataire"),
    summary: (
      "clés de ceux qui signent, avec leur validité", "keys of those who sign, with their validity"
    ),
    fields: [
      .init(name: Name("id")), .init(name: Name("person", "personne")),
      .init(name: Name("name", "nom")),
      .init(name: Name("format"), choices: Choices.signatureFormats),
      .init(name: Name("from", "du")), .init(name: Name("until", "jusqu-au")),
      .init(name: Name("revoked", "révoqué")), .init(name: Name("reason", "raison")),
      .init(name: Name("known", "connu")), .init(name: Name("by", "par")),
      .init(name: Name("at", "le")),
    ],
    columns: ["person", "name", "format", "id", "from", "until", "revoked", "known"]
  ) { session, _ in
    _ = try session.openDossier()
    let signers = session.state.signers
    let believed = signers.isEmpty ? [] : try session.trust().fingerprints(session.programs)
    return signers.map { signer in
      var row = RowBuilder()
      row.word("id", signer.fingerprint)
      row.word("person", signer.person)
      row.text("name", signer.name)
      row.choice("format", signer.format, Choices.signatureFormats)
      row.date("from", signer.from)
      row.date("until", signer.until)
      row.date("revoked", signer.revoked)
      row.text("reason", signer.reason)
      row.boolean("known", believed.contains(signer.fingerprint))
      row.word("by", signer.by)
      row.word("at", signer.at.description)
      return row.record("signer", signer.fingerprint)
    }
  }
}
