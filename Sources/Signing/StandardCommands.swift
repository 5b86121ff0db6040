/// The commands by which anyone checks a bag without the program that made it, for the signatures
/// that it has; bash runs them as they are.
package struct StandardCommands: Hashable, Sendable {
  private let steps: [Step]

  /// A remark in both languages and the commands that it is about.
  package struct Step: Hashable, Sendable {
    package let fr: String
    package let en: String
    let commands: [String]
  }

  /// Creates the commands for a bag that was read, whose folder has this path, against the registers
  /// in a folder of the user's.
  package init(_ found: BagVerification, folder: String, configuration: String) {
    var steps = [
      Step(
        fr: "Se placer dans le scellé :", en: "Go into the seal:",
        commands: ["cd \(Self.quoted(folder))"])
    ]
    for signature in found.signatures {
      steps += Self.steps(signature, configuration)
    }
    if !found.signatures.isEmpty { steps.append(Self.statements) }
    self.steps = steps + Self.files
  }

  /// The text in a language: each remark as a comment of the shell above its commands.
  package func text(_ language: KeyPath<Step, String>) -> String {
    steps.map { step in
      (["# " + step[keyPath: language]] + step.commands).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func steps(
    _ signature: BagVerification.Signature, _ configuration: String
  ) -> [Step] {
    let number = signature.number
    let own: [Step] =
      switch signature.format {
      case .ssh: ssh(signature, configuration)
      case .x509: x509(signature, configuration)
      case .openpgp: openpgp(signature, configuration)
      }
    guard signature.isStamped else { return own }
    let authorities = quoted("\(configuration)/\(Trust.File.authorities)")
    return own + [
      Step(
        fr:
          "Signature \(number) : le jeton d'horodatage est bien le sien, d'un service que vous croyez :",
        en: "Signature \(number): the time stamp is its own, by a service that you believe:",
        commands: [
          "openssl ts -verify -data \(signature.signaturePath) \\",
          "  -in \(signature.signaturePath)\(TimeStampResponse.suffix) -CAfile \(authorities) -partial_chain",
          "openssl ts -reply -in \(signature.signaturePath)\(TimeStampResponse.suffix) -text | grep 'Time stamp'",
        ])
    ]
  }

  private static func ssh(
    _ signature: BagVerification.Signature, _ configuration: String
  ) -> [Step] {
    let (number, namespace) = (signature.number, Namespace.seal.rawValue)
    let (statement, path) = (signature.statementPath, signature.signaturePath)
    let check = Step(
      fr: "Signature \(number) : intacte, et par quelle clé (comparez l'empreinte) :",
      en: "Signature \(number): intact, and by which key (compare the fingerprint):",
      commands: [
        "ssh-keygen -Y check-novalidate -n \(namespace) -s \(path) < \(statement)"
      ])
    guard case .known(let principal, _)? = signature.signer else { return [check] }
    let register = quoted("\(configuration)/\(Trust.File.register)")
    return [
      check,
      Step(
        fr: "Signature \(number) : la clé est bien celle de \(principal), selon votre registre :",
        en: "Signature \(number): the key is \(principal)'s, by your register:",
        commands: [
          "ssh-keygen -Y verify -f \(register) -I \(quoted(principal)) -n \(namespace) \\",
          "  -s \(path) < \(statement)",
        ]),
    ]
  }

  private static func x509(
    _ signature: BagVerification.Signature, _ configuration: String
  ) -> [Step] {
    let number = signature.number
    let (statement, path) = (signature.statementPath, signature.signaturePath)
    let authorities = quoted("\(configuration)/\(Trust.File.authorities)")
    func verify(_ path: String, _ content: String) -> [String] {
      let isKnown = if case .known? = signature.signer { true } else { false }
      let trust = isKnown ? "-cades -CAfile \(authorities) -partial_chain" : "-noverify"
      return [
        "openssl cms -verify -binary -inform DER -in \(path) \\",
        "  -content \(content) \(trust) -purpose any -out /dev/null",
      ]
    }
    var steps = [
      Step(
        fr: "Signature \(number) : intacte, et le certificat que vos autorités garantissent :",
        en: "Signature \(number): intact, and the certificate that your authorities vouch for:",
        commands: verify(path.text, statement.text)),
      Step(
        fr: "Signature \(number) : qui est le signataire, selon quel émetteur, et jusqu'à quand :",
        en: "Signature \(number): who the signer is, by which issuer, and until when:",
        commands: [
          "openssl pkcs7 -inform DER -in \(path) -print_certs | \\",
          "  openssl x509 -noout -subject -issuer -dates -fingerprint -sha256 \\",
          "  -nameopt utf8,sep_comma_plus_space",
        ]),
    ]
    if signature.report != nil {
      let own = path.text.dropLast(".txt.p7s".count) + ".\(Bag.Companion.report)"
      steps.append(
        Step(
          fr: "Signature \(number) : le PDF du rapport est signé aussi :",
          en: "Signature \(number): the PDF of the report is signed too:",
          commands: verify(String(own), Bag.report.text)))
    }
    return steps
  }

  private static func openpgp(
    _ signature: BagVerification.Signature, _ configuration: String
  ) -> [Step] {
    let number = signature.number
    let (statement, path) = (signature.statementPath, signature.signaturePath)
    let key = path.text.dropLast(".txt.asc".count) + ".\(Bag.Companion.key)"
    let isKnown = if case .known? = signature.signer { true } else { false }
    let ring = isKnown ? quoted("\(configuration)/\(Trust.File.ring)") : "./\(key)"
    return [
      Step(
        fr: isKnown
          ? "Signature \(number) : intacte, par une clé que vous croyez :"
          : "Signature \(number) : intacte, par la clé jointe, à comparer de vive voix :",
        en: isKnown
          ? "Signature \(number): intact, by a key that you believe:"
          : "Signature \(number): intact, by the key beside it, to be compared aloud:",
        commands: ["gpgv --keyring \(ring) \(path) \(statement)"])
    ]
  }

  /// What each statement names is what lies there.
  static let statements = Step(
    fr:
      "Chaque déclaration parle bien de ce scellé (les lignes de texte sont signalées, c'est normal) :",
    en: "Each statement is about this seal (its lines of text are remarked on, as they should be):",
    commands: ["sha256sum -c signatures/*.txt"])

  /// Nothing has changed, gone or come.
  static let files = [
    Step(
      fr: "Aucun fichier n'a changé ni disparu (rien ne s'affiche) :",
      en: "No file has changed or gone (nothing is printed):",
      commands: ["sha256sum -c --quiet --strict tagmanifest-sha256.txt manifest-sha256.txt"]),
    Step(
      fr: "Aucun fichier n'a été ajouté, hors des signatures (rien ne s'affiche) :",
      en: "No file was added, signatures aside (nothing is printed):",
      commands: [
        "diff <(find . ! -type d ! -path './signatures/*' | cut -c3- | LC_ALL=C sort) \\",
        "  <( (cut -c67- manifest-sha256.txt tagmanifest-sha256.txt; echo tagmanifest-sha256.txt) | LC_ALL=C sort)",
      ]),
  ]

  /// A text as one word of a shell.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}
