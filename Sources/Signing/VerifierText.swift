/// What `VERIFIER.txt` tells: how anyone checks the bag without the program that made it.
package struct VerifierText: Hashable, Sendable {
  /// The name of the bag's folder.
  package let bag: String
  package let document: String
  /// Who signs, or nobody.
  package let signer: Bag.Signer?

  /// Creates what the text tells.
  package init(bag: String, document: String, signer: Bag.Signer?) {
    (self.bag, self.document, self.signer) = (bag, document, signer)
  }

  private typealias Step = StandardCommands.Step

  private static let namespace = Namespace.seal.rawValue

  /// The text: French, then English, with the same commands in each; bash runs them as they are.
  package var text: String {
    let french = [heading.fr, ""] + part(\.fr)
    let english = [heading.en, ""] + part(\.en)
    let rule = String(repeating: "-", count: 78)
    return (french + [rule, ""] + english).joined(separator: "\n")
  }

  /// The commands alone, in their order.
  package var commands: [String] { steps.flatMap(\.commands) }

  private func part(_ language: KeyPath<Step, String>) -> [String] {
    steps.flatMap { step in
      [step[keyPath: language], ""] + step.commands.map { "    " + $0 } + [""]
    }
  }

  private var heading: (fr: String, en: String) {
    guard let signer else {
      return (
        "Vérifier « \(document) », qui n'est pas signé, avec les coreutils et bash.",
        "How to check “\(document)”, which is not signed, with coreutils and bash."
      )
    }
    let tools =
      switch signer.format {
      case .ssh: "OpenSSH (≥ 8.2)"
      case .x509: "OpenSSL (≥ 3.0)"
      case .openpgp: "GnuPG (gpgv)"
      }
    return (
      """
      Vérifier « \(document) » avec \(tools), les coreutils et bash.

      Première signature : \(signer.name), \(signer.identity)
      Empreinte de la clé : \(signer.fingerprint)
      Une empreinte se compare de vive voix, ou avec un registre obtenu d'ailleurs que d'ici.
      """,
      """
      How to check “\(document)” with \(tools), coreutils and bash.

      First signature: \(signer.name), \(signer.identity)
      Fingerprint of the key: \(signer.fingerprint)
      Compare a fingerprint aloud, or with a register that came from elsewhere.
      """
    )
  }

  private var steps: [Step] {
    let first = Step(
      fr: "Depuis le dossier qui contient « \(bag) » :",
      en: "From the folder that holds “\(bag)”:", commands: ["cd \(bag)"])
    return [first] + (signer.map(signatureSteps) ?? []) + fileSteps
  }

  private func signatureSteps(_ signer: Bag.Signer) -> [Step] {
    [checkStep, registerStep(signer), StandardCommands.statements]
  }

  private var checkStep: Step {
    Step(
      fr: """
        Chaque déclaration est bien ce qui a été signé ; l'empreinte affichée dit par quelle clé
        (« Good … signature ») :
        """,
      en: """
        Each statement is what was signed; the fingerprint printed tells by which key
        (“Good … signature”):
        """,
      commands: [
        "for s in signatures/*.txt; do",
        "  if [ -e \"$s.sig\" ]; then",
        "    ssh-keygen -Y check-novalidate -n \(Self.namespace) -s \"$s.sig\" < \"$s\"",
        "  elif [ -e \"$s.p7s\" ]; then",
        "    openssl cms -verify -binary -noverify -inform DER -in \"$s.p7s\" -content \"$s\" \\",
        "      -out /dev/null",
        "    openssl pkcs7 -inform DER -in \"$s.p7s\" -print_certs | \\",
        "      openssl x509 -noout -subject -issuer -dates -fingerprint -sha256",
        "  elif [ -e \"$s.asc\" ]; then",
        "    gpgv --keyring \"./${s%.txt}.pgp\" \"$s.asc\" \"$s\"",
        "  else",
        "    echo \"$s ?\"; false",
        "  fi",
        "done",
      ])
  }

  private func registerStep(_ signer: Bag.Signer) -> Step {
    let statement = "signatures/" + Bag.statementName(1, handle: signer.handle)
    switch signer.format {
    case .ssh:
      return Step(
        fr: """
          Avec un registre des clés, ../allowed_signers (voir ssh-keygen(1), ALLOWED SIGNERS) : à
          qui est la clé, et la signature est-elle bien la sienne :
          """,
        en: """
          With a register of keys, ../allowed_signers (see ssh-keygen(1), ALLOWED SIGNERS): whose
          the key is, and whether the signature is theirs:
          """,
        commands: [
          "ssh-keygen -Y find-principals -s \(statement).sig -f ../allowed_signers",
          "ssh-keygen -Y verify -f ../allowed_signers -I \\",
          "  \(StandardCommands.quoted(signer.identity.text)) -n \(Self.namespace) \\",
          "  -s \(statement).sig < \(statement)",
        ])
    case .x509:
      return Step(
        fr: "Avec les certificats de vos autorités, ../authorities.pem :",
        en: "With the certificates of your authorities, ../authorities.pem:",
        commands: [
          "openssl cms -verify -cades -binary -inform DER -in \(statement).p7s -content \(statement) \\",
          "  -CAfile ../authorities.pem -partial_chain -purpose any -out /dev/null",
        ])
    case .openpgp:
      return Step(
        fr: "Avec un trousseau de clés que vous croyez, ../trusted.pgp :",
        en: "With a ring of keys that you believe, ../trusted.pgp:",
        commands: ["gpgv --keyring ../trusted.pgp \(statement).asc \(statement)"])
    }
  }

  private var fileSteps: [Step] {
    StandardCommands.files + [
      Step(
        fr: "De même, avec l'outil de la norme BagIt (RFC 8493 ; pip install bagit) :",
        en: "The same with the tool of the BagIt standard (RFC 8493; pip install bagit):",
        commands: ["bagit.py --validate ."])
    ]
  }
}
