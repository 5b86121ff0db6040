import Auditing
import Journaling
import Scripting

/// Suppositions: what is done in one stands in memory and is forgotten at its end.
extension Session {
  /// Whether what is done is only supposed.
  var isSupposing: Bool { !run.suppositions.isEmpty }

  /// Whether it is supposed by a block of the script, beyond a dry run.
  var isInSupposition: Bool { run.suppositions.count > (run.isDry ? 1 : 0) }

  /// Begins a supposition.
  mutating func beginSupposing() {
    run.suppositions.append(
      .init(dossier: dossier, place: place, trail: trail, gathered: gathered))
    dossier?.beginSupposing()
  }

  /// Ends a supposition, goes back to what was before it, and gives what it would have changed.
  ///
  /// - Throws: `interrupted` once the person has pressed Ctrl-C; it has ended all the same.
  mutating func endSupposing() throws -> Changes? {
    guard let supposed = run.suppositions.last else { return nil }
    // What another dossier holds is told whole.
    let nouns =
      dossier === supposed.dossier
      ? Changes.nouns(changedBy: dossier?.supposedEvents ?? []) : nil
    let after = Swift.Result { try Changes.rows(of: nouns, &self) }
    forgetSupposition()
    let rows = try after.get()
    return Changes(from: try Changes.rows(of: nouns, &self), to: rows)
  }

  /// Ends a supposition and goes back to what was before it.
  mutating func forgetSupposition() {
    guard let supposed = run.suppositions.popLast() else { return }
    if dossier !== supposed.dossier {
      dossier = supposed.dossier
      forgetChecklists()
    }
    dossier?.endSupposing()
    (place, trail, gathered) = (supposed.place, supposed.trail, supposed.gathered)
  }

  /// Tells what a supposition would change.
  mutating func tell(_ changes: Changes, command: String) {
    let lines =
      changes.lines.isEmpty ? [("aucun changement", "nothing would change")] : changes.lines
    let text: Wording = (
      lines.map(\.fr).joined(separator: "\n"), lines.map(\.en).joined(separator: "\n")
    )
    results.append(.init(command: command, view: .text(text)))
    if !settings.isJSON { showSupposed(language.pick(text).harmless) }
  }

  /// Shows a text, marked where a block of the script only supposes it.
  mutating func showSupposed(_ text: String) {
    guard isInSupposition else { return output.show(text) }
    let mark = settings.isAccessible ? language.pick(("supposé\u{A0}: ", "supposed: ")) : "≈ "
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    output.show(lines.map { mark + String($0) }.joined(separator: "\n"))
  }

  /// Acknowledges what was done, or says that it is only supposed.
  mutating func acknowledge(_ wording: Wording) {
    guard isSupposing else { return output.acknowledge(wording) }
    output.suppose(
      ("sans rien écrire\u{A0}: \(wording.fr)", "without writing anything: \(wording.en)"))
  }
}

extension ShellRunner {
  mutating func beginSupposing() { session.beginSupposing() }

  mutating func endSupposing() {
    // What it would change is told with the mark of the block that ends.
    guard let supposed = session.run.suppositions.last,
      let changes = try? session.endSupposing()
    else { return }
    session.run.suppositions.append(supposed)
    session.tell(changes, command: "suppose")
    session.run.suppositions.removeLast()
  }

  /// Names a command that cannot be taken back instead of doing it, where it is only supposed;
  /// nothing when the command may run.
  mutating func supposed(_ spec: CommandSpec, _ bound: Bound, at range: Range<Int>) throws
    -> Outcome?
  {
    guard session.isSupposing, spec.isCommitPoint else { return nil }
    switch spec.title(.en) {
    case "ask": return nil
    case "dossier open":
      let outcome = try spec.run(&session, bound)
      session.dossier?.beginSupposing()
      return outcome
    case "dossier new":
      let path = try session.writtenPath(bound["folder"] ?? "")
      let title = bound["title"] ?? path.split(separator: "/").last.map(String.init) ?? path
      let dossier = try DossierFolder.supposed(
        path, title: title, purpose: session.environment.isSeeded ? .trial : .real,
        by: session.author, at: session.environment.workplace)
      session.enter(dossier)
      return .acknowledged(("dossier «\u{A0}\(title)\u{A0}» créé", "dossier “\(title)” made"))
    case "merge":
      session.run.hasPreviewed = true
      return try MergeCommand.preview(&session, bound)
    default:
      let text = source.text(range)
      return .acknowledged(
        ("point sans retour, non franchi\u{A0}: \(text)", "commit point, not passed: \(text)"))
    }
  }
}
