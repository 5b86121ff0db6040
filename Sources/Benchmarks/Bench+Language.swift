import Glibc
import Signing

extension Bench {
  /// A loop of a million turns with an addition and a comparison, and the check of a long script,
  /// both by the program itself, beside what else runs on the machine.
  static let language = Bench(name: "language") { room in
    try loops(room) + [try check(room)]
  }

  /// The program beside this one.
  static var constat: String {
    let own = CommandLine.arguments.first ?? ""
    let here = unsafe getenv("PWD").map { unsafe String(cString: $0) } ?? "."
    let path = own.hasPrefix("/") ? own : "\(here)/\(own)"
    return "\(Files.parent(of: path) ?? ".")/constat"
  }

  /// The same loop in other languages: the program, what its file ends in, and the text.
  private static let others = [
    (
      "jimsh", "tcl",
      "set n 0\nfor {set i 1} {$i <= 1000000} {incr i} {\n  set n [expr {$n + 1}]\n"
        + "  if {$n > 999999} { puts \"$n\" }\n}\n"
    ),
    (
      "tclsh", "tcl",
      "set n 0\nfor {set i 1} {$i <= 1000000} {incr i} {\n  set n [expr {$n + 1}]\n"
        + "  if {$n > 999999} { puts \"$n\" }\n}\n"
    ),
    (
      "python3", "py",
      "n = 0\nfor i in range(1, 1000001):\n    n = n + 1\n    if n > 999999:\n        print(n)\n"
    ),
  ]

  private static func loops(_ room: Workroom) throws -> [Figure] {
    let path = "\(room.path)/loop.constat"
    try Files.create(
      path,
      Array(
        "let n = 0\nfor i in range(1, 1000000) {\n  let n = $n + 1\n  if $n > 999999 { print $n }\n}\n"
          .utf8))
    let ours = try room.time(path: constat, ["run", path], runs: 5)
    return try others.map { program, ending, text in
      let what = "a loop of a million turns"
      let file = "\(room.path)/loop-\(program).\(ending)"
      try Files.create(file, Array(text.utf8))
      guard let other = try room.time(program, [file]) else {
        return Figure.absent(program, for: what)
      }
      return Figure(
        what: what, ours: ours.duration.text, other: (program, other.duration.text),
        ratio: ours.duration.seconds / other.duration.seconds,
        reach: program == "jimsh" ? "below 1" : "-")
    }
  }

  private static func check(_ room: Workroom) throws -> Figure {
    var text = ""
    for index in 0..<1000 {
      text += """
        # Guichet \(index) : ce qui s'y fait, et ce qui y manque.
        let seuil = \(index % 40) + 3 * 2
        go M1-B4 --site digne
        note l'accueil, été comme hiver : 50 % d'attente (guichet \(index))
        ncmin délai d'attente non affiché dans le hall --due +60d
        value 12 min --n 40
        finding add M1-B4 "Délai $seuil" --grade ncmin --evidence P3,P4 --due +60d
        if $seuil > 3 and $(finding count where status = open) < 700 { print "vu $seuil" }
        for f in $(finding list where severity >= minor sort due limit 5) { print $f.text }
        expect $(action count where status = open) <= $seuil "actions tenues"

        """
    }
    let path = "\(room.path)/long.constat"
    try Files.create(path, Array(text.utf8))
    let ours = try room.time(path: constat, ["check", path], runs: 5)
    return Figure(
      what: "check of a script of 10,000 lines", ours: ours.duration.text, reach: "under 100 ms")
  }
}
