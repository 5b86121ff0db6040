import Auditing
import Journaling
import Scripting
import Signing
import Training

/// `mock new`, `mock prepare`: what a trainer writes and hands out.
enum MockTrainerCommands {
  static let noun = MockNouns.mock.name

  static let destination = CommandSpec.OptionSpec(
    name: Name("to", "vers"), type: .file, isRequired: true)

  static let new = CommandSpec(
    noun: noun, name: Name("new", "créer"),
    options: [
      .init(name: Name("checklist", "référentiel"), type: .reference(.checklist), isRequired: true),
      .init(name: Name("modules"), type: .reference(.module), isList: true), destination,
    ],
    summary: ("écrire le squelette d’un scénario", "write the skeleton of a scenario"),
    manual: (
      "Un fichier .rec commenté, qui se contrôle et se joue tel quel, avec la liste des critères des modules\u{A0}: il reste à le remplir. «\u{A0}constat check FICHIER\u{A0}» trouve ce qui cloche.",
      "A commented .rec file that can be checked and played as it stands, with the criteria of the modules: it remains to be filled. constat check FILE finds what is wrong."
    ),
    example: "mock new --checklist qual-e-pref --modules 7 --to essai.rec"
  ) { session, bound in
    let checklist = try session.checklistBytes(
      bound["checklist"] ?? "", at: bound.place("checklist")
    ).checklist
    let chosen = bound.has("modules") ? Set(bound.all("modules")) : []
    let skeleton = ScenarioSkeleton(checklist, modules: chosen, in: session.language)
    let path = try session.writtenPath(bound["to"] ?? "")
    return .written(
      Array(skeleton.text.utf8), to: path,
      ("squelette écrit dans \(path)", "skeleton written to \(path)"))
  }

  static let prepare = CommandSpec(
    noun: noun, name: Name("prepare", "préparer"),
    operands: [.init(name: Name("scenario", "scénario"), type: .file)],
    options: [
      .init(name: Name("for", "pour"), type: .integer),
      .init(name: Name("to", "vers"), type: .folder, isRequired: true),
    ],
    summary: (
      "préparer les paquets d’une épreuve, et leur clé",
      "prepare the packs of a test, and their key"
    ),
    manual: (
      """
      Un paquet par stagiaire (paquet-1.rec…), chacun une autre variante, sans clé ni leurres ni \
      cible des indices\u{202F}; et cle.rec, que le formateur garde. Chaque paquet porte l’empreinte \
      SHA-256 salée de sa clé\u{A0}: ni l’un ni l’autre ne peut la changer. Les paquets sont codés \
      (base64) contre la lecture par mégarde\u{202F}; ils ne sont pas secrets.
      """,
      """
      One pack for each trainee (paquet-1.rec…), each another variant, without key, decoys or the \
      targets of hints; and cle.rec, which the trainer keeps. Each pack bears the salted SHA-256 \
      digest of its key: neither side can change it. Packs are encoded (base64) against reading by \
      accident; they are no secret.
      """
    ),
    example: "mock prepare accueil --for 2 --to salle"
  ) { session, bound in
    let scenario = try MockScenarios.scenario(
      bound["scenario"] ?? "", session, at: bound.place("scenario"))
    let count = min(99, max(1, bound.integer("for") ?? 1))
    let folder = try session.writtenPath(bound["to"] ?? "")
    var variants: [Int] = []
    while variants.count < count {
      let variant = MockScenarios.chance(session)
      if !variants.contains(variant) { variants.append(variant) }
    }
    let keys = variants.enumerated().map { index, variant in
      Key(
        scenario, number: index + 1, variant: variant,
        salt: session.environment.random(16).hexadecimal)
    }
    let width = String(count).count
    var files = keys.map { key in
      (
        "paquet-\(key.number.padded(width)).rec",
        Pack(key, isPractice: false, digest: MockDigest.hex).file
      )
    }
    files.append(("cle.rec", Key.file(keys, digest: MockDigest.hex)))
    var outcome = Outcome.acknowledged(
      (
        "\(count.fr("paquet(s)")) et la clé dans \(folder)\u{A0}: remettez les paquets, gardez cle.rec",
        "\(count.en("pack(s)")) and the key in \(folder): hand out the packs, keep cle.rec"
      ), value: .text(folder))
    outcome.afterwards.append { session in
      for (name, text) in files { try session.write(Array(text.utf8), to: "\(folder)/\(name)") }
    }
    return outcome
  }
}
