import Foundation
import Testing

/// The examples of the help, each run as it stands where it makes sense.
struct `An example of the help` {
  /// Each command of the help but those of the prompt alone, with its example.
  private static let all = Result { () throws -> [(command: String, example: String)] in
    let commands = try `The help`.commands("en")
    let pages = try `The help`.pages(commands, "en")
    return commands.map { command in
      let page = pages[command] ?? ""
      let example = page.firstRange(of: "Example: ").map { page[$0.upperBound...] } ?? ""
      return (command, String(example.prefix { !$0.isNewline }))
    }
  }

  @Test func `stands on every page`() throws {
    let all = try Self.all.get()
    #expect(all.count > 200)
    #expect(all.filter(\.example.isEmpty).map(\.command) == [])
  }

  @Test(arguments: ["fr", "en"])
  func `stands on the page of every reserved word`(_ language: String) throws {
    let sandbox = try Sandbox.prepared()
    let list = try sandbox.run("--lang", language, "help").output.split(separator: "\n")
    let words = try #require(list.last { $0.hasPrefix("  and ") }).split(separator: " ").map(
      String.init)
    #expect(words.count == 23)
    for word in words {
      let page = try sandbox.run("--lang", language, "help", word).output
      let example = page.firstRange(of: language == "fr" ? "Exemple\u{A0}: " : "Example: ")
      let lines = try #require(example.map { page[$0.upperBound...] }, "\(word): \(page)")
      #expect(lines.contains(word), "\(word): \(page)")
      try sandbox.demo(String(lines))
    }
  }

  /// What a dossier holds before the examples that only read.
  private static let furniture = """
    service add accueil --site digne
    measure add IND-01 1,37 jours --site digne --period 2020
    label grant digne --from 2024-11-26 --modules 1,7
    finding add M1-B4 "x" --grade ncmin --seen "y" --site digne
    action add "x" --finding F1
    plan add 9h 10h "x"
    meeting open --start 9h
    sample draw --population 240 --size 10 --title x
    survey record accueil-2026 propreté --counts bien:40 --favourable bien --site digne --period 2026
    report write
    """

  /// What must have been entered before an example that writes.
  private static let conditions = [
    "action cause": "action add x", "action complete": "action add x",
    "action remove": "action add x", "action set": "action add x",
    "action verify": "action add x --owner rdupont\naction complete A1 --seen fait",
    "audit close": "audit conclude \"Tenus.\"", "evidence destroy": "evidence attach hall.jpg",
    "evidence supersede": "evidence attach hall.jpg",
    "evidence withdraw": "evidence attach hall.jpg",
    "finding amend": "finding add M1-B4 x --grade ncmin --seen y --site digne",
    "finding follow":
      """
    finding add M1-B4 x --grade ncmin --seen y --site digne
    audit conclude fini
    audit close
    audit open 2026-002 --from 2026-001
    """,
    "finding respond": "finding add M1-B4 x --grade ncmin --seen y --site digne",
    "finding withdraw": "finding add M1-B4 x --grade ncmin --seen y --site digne",
    "label confirm": "label grant manosque --from 2021-11-26 --modules 1,7",
    "label withdraw": "label grant manosque --from 2021-11-26 --modules 1,7",
    "measure remove": "measure add IND-01 1 --site digne --period 2020",
    "measure set": "measure add IND-01 1 --site digne --period 2020",
    "meeting remove": "meeting open --start 9h",
    "milestone set": "label grant digne --from 2024-11-26 --modules 1,7",
    "plan remove": "plan add 9h 10h x", "plan set": "plan add 9h 10h x",
    "redo": "site add a1", "undo": "site add a1",
    "request remove": "request add x",
    "sample extend": "sample draw --population 240 --size 10 --title x",
    "sample record": "sample draw --population 240 --size 240 --title x",
    "sample remove": "sample draw --population 240 --size 10 --title x",
    "service remove": "service add accueil --site digne",
    "service set": "service add accueil --site digne", "site remove": "site add sisteron",
    "survey extend": "survey draw accueil-2026 --population 240 --size 50",
    "survey remove":
      "survey record accueil-2026 propreté --counts bien:40 --site digne --period 2026",
  ]

  /// What a shell does before an example, in a folder with the dossier `demo`; `c` is the program.
  private static let settings = [
    "audit import": "c --dossier demo audit export to grille.csv",
    "audit migrate":
      """
    c checklist export qual-e-pref to e.rec
    sed 's/^Edition: .*/Edition: 2027-01-01/' e.rec >qual-e-pref-2027.rec
    c --dossier demo checklist map qual-e-pref qual-e-pref-2027.rec
    """,
    "checklist check": "c checklist export qual-e-pref to criteres.rec",
    "checklist import": "printf 'id;titre\\nA1;Horaires\\n' >criteres.csv",
    "conflict resolve": contested, "conflict show": contested,
    "journal accept": "sed -i '2s/manosque/manosqua/' demo/journal/*.journal",
    "journal repair": "cp -a demo sauvegarde", "journal show": "true",
    "merge": "c --dossier demo sync copie --create",
    "redo": "c --dossier demo undo", "run": "echo 'print 1' >visite.constat",
    "signer add": "ssh-keygen -q -t ed25519 -N '' -C '' -f rdupont",
    "signer revoke": signed, "signer set": signed, "signer show": signed,
  ]

  /// Two people who say different things of one site.
  private static let contested = """
    cp -a demo copie
    CONSTAT_ME=bob c --dossier copie site set digne --name Bob
    c --dossier demo site set digne --name Claire
    cp -n copie/journal/*.journal demo/journal/
    """
  private static let signed = """
    ssh-keygen -q -t ed25519 -N '' -C '' -f k
    c --dossier demo signer add cmartin --key k.pub
    """

  /// Examples that stand in another dossier, or in none; those of exercises and seals have tests of
  /// their own below, and the guided tour that of the tour.
  private static let alone = [
    "dossier new": "true", "dossier open": "c dossier new prefecture", "person add": fresh,
    "site add": fresh, "audit open": fresh,
  ]
  private static let fresh = "rm -rf demo; c dossier new demo"
  private static let elsewhere = [
    "mock ", "seal ", "report mask", "audit amend", "tour",
  ]

  private static func isElsewhere(_ command: String) -> Bool {
    elsewhere.contains { command.hasPrefix($0) }
  }

  /// A script of the shell that begins each example anew and names those that fail.
  private static let runner = """
    program=$1; work=$2
    c() { "$program" --now 2026-11-21T09:00:00Z "$@" >/dev/null || echo "setting: $*" >&2; }
    cd "$work/work" || exit 1
    while IFS= read -r -d '' command && IFS= read -r -d '' setting && IFS= read -r -d '' script
    do
      cp -a "$work/kept-work" "$work/each"; cp -a "$work/kept-home" "$work/own"
      cd "$work/each" || exit 1
      export HOME=$work/own XDG_STATE_HOME=$work/own/state XDG_DATA_HOME=$work/own/data
      export XDG_CONFIG_HOME=$work/own/config
      eval "$setting" >said 2>&1 || echo "$command: $setting: $(cat said)"
      case $script in
      *C-1a2b*) id=$("$program" --dossier demo conflict list as ids 2>/dev/null | head -1) ;;
      esac
      writer=$(basename "$(ls demo/journal/*.journal 2>/dev/null | head -1)" .journal)
      script=$(sed "s/C-1a2b/$id/; s/fe57d892\\(a5c6cb49\\)\\?/$writer/" <<<"$script")
      case $command in "action verify") me=rdupontbis ;; *) me=cmartin ;; esac
      [ "$command" = "action verify" ] && "$program" --dossier demo person add rdupontbis >said 2>&1
      case $command in
      undo | redo | "run" | "dossier open" | "dossier new")
        eval "set -- $script" ;;
      *) set -- -c "$script" ;;
      esac
      [ -d demo ] && set -- --dossier demo "$@"
      CONSTAT_ME=$me "$program" --yes --now 2026-11-21T09:05:00Z "$@" >said 2>&1
      status=$?
      [ $status = 0 ] || echo "$command ($status): $script: $(cat said)"
      cd "$work" || exit 1
      rm -rf each own
    done
    """

  @Test(arguments: 0..<4)
  func `that writes, or needs something, runs as it stands`(_ part: Int) throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.write("communs.constat", "let seuil = 3\n")
    try sandbox.write("mesures.csv", "indicateur;valeur\nIND-01;1,37 jours\n")
    try sandbox.demo("audit scope manosque --sampled-out")
    try sandbox.keep()
    let (writing, _) = try Self.sorted()
    var input = ""
    for (place, entry) in writing.enumerated() where place % 4 == part {
      let setting = Self.alone[entry.command] ?? Self.settings[entry.command] ?? "true"
      let place = Self.alone[entry.command] == nil ? "go M1-E1 --site digne\n" : ""
      let condition = Self.conditions[entry.command].map { "\($0)\n" } ?? ""
      let isSplit = [
        "undo", "redo", "run", "dossier open", "dossier new", "finding follow", "action verify",
      ]
      .contains(entry.command)
      let before =
        isSplit && !condition.isEmpty
        ? "printf %s '\(condition)' >s; c --dossier demo run s; " : ""
      let script = isSplit ? entry.example : place + condition + entry.example
      input += "\(entry.command)\0\(before)\(setting)\0\(script)\0"
    }
    let answer = try sandbox.run(
      ["-c", Self.runner, "bash", Sandbox.program, sandbox.path], input: Data(input.utf8),
      program: "/bin/bash")
    #expect(answer.status == 0 && answer.output == "" && answer.errors == "", "\(answer)")
  }

  /// The examples that write or need something, and those that only read.
  private static func sorted() throws -> (
    writing: [(command: String, example: String)], reading: [(command: String, example: String)]
  ) {
    let pages = try `The help`.pages(try `The help`.commands("en"), "en")
    let examples = try all.get().filter { !isElsewhere($0.command) && !$0.example.isEmpty }
    func isWriting(_ entry: (command: String, example: String)) -> Bool {
      pages[entry.command]?.contains("Writes to the dossier") == true
        || settings[entry.command] != nil || alone[entry.command] != nil
    }
    return (examples.filter(isWriting), examples.filter { !isWriting($0) })
  }

  @Test func `that only reads runs as it stands`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.write("communs.constat", "let seuil = 3\n")
    try sandbox.demo(Self.furniture)
    try sandbox.demo("audit open 2026-002 --from 2026-001")
    let (_, reading) = try Self.sorted()
    #expect(reading.count > 90)
    let endings: Set<String> = ["stop", "quit"]
    let script = reading.filter { !endings.contains($0.command) }.map(\.example)
    let answer = try sandbox.run(
      "--dossier", "demo", "-c",
      (["audit resume 2026-001", "go M1-A1 --site digne", "go M1-E1"] + script)
        .joined(separator: "\n"))
    // Among them is `missing`, a gate that does not hold here.
    #expect(answer.status == 3, "\(answer.errors)")
    for command in endings { try sandbox.demo(command) }
  }

  @Test func `of a seal runs as it stands`() throws {
    let sandbox = try Sandbox.prepared(isSeeded: false)
    try sandbox.demo("ncmin \"délai non affiché\" --on M1-B4 --site digne --due +60d")
    try sandbox.demo("audit conclude \"Un écart.\"\naudit close")
    let examples = try Dictionary(
      Self.all.get().map { ($0.command, $0.example) }, uniquingKeysWith: { first, _ in first })
    for command in [
      "seal make", "seal list", "seal count", "seal show", "seal verify", "seal stamp",
      "seal countersign", "report mask", "audit amend",
    ] {
      let example = try #require(examples[command])
      let me = command == "seal countersign" ? "rdupont" : "cmartin"
      let answer = try sandbox.run(
        ["-c", example], environment: ["CONSTAT_ME": me], folder: sandbox.at("demo"))
      #expect(answer.status == 0, "\(example): \(answer.errors)")
    }
  }

  @Test func `of an exercise runs as it stands`() throws {
    let sandbox = try Sandbox()
    let examples = try Self.all.get().filter { $0.command.hasPrefix("mock ") }
    let beginning = ["mock new", "mock prepare", "mock start"]
    let known = Dictionary(
      examples.map { ($0.command, $0.example) }, uniquingKeysWith: { first, _ in first })
    for command in beginning {
      let answer = try sandbox.run("-c", try #require(known[command]))
      #expect(answer.status == 0, "\(command): \(answer.errors)")
    }
    let ending = ["mock hand-in", "mock score", "mock debrief"]
    let playing = examples.filter { !(beginning + ending).contains($0.command) }.map(\.example)
    let script = ["mock look guichets"] + playing + ending.compactMap { known[$0] }
    for line in script {
      let answer = try sandbox.run("--dossier", "exercice-accueil", "-c", line)
      #expect(answer.status == 0, "\(line): \(answer.errors)")
    }
  }
}
