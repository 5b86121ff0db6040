import Auditing
import Scripting
import Testing

struct `A comparison` {
  @Test(arguments: [
    "1.10 = 1.1", "01 = 1", "2 < 10", "9 < 10.5", "1,5 h = 90 min", "1 d < 1 w", "60 s = 1 min",
    "5 % < 10 %",
    "5 wd < 6 wd", "2 m > 1 mois", "abc = ABC", "été = ETE", "l'été = l’été",
    "\"l'été\" = \"l’été\"",
    "\"a b\" = \"a\u{A0}b\"", "today = 2026-11-21", "21/11/2026 = 2026-11-21",
    "aujourd’hui = today",
    "hier < today", "yesterday < tomorrow", "today+30d = 2026-12-21", "today-2m = 2026-09-21",
    "+30d = 2026-12-13", "-2m < today", "demain-1d = today", "today+2w = 2026-12-05",
    "today+1y = 2027-11-21",
    "yes = oui", "A2 < A10", "\"a2\" < \"a10\"", "a ~ A", "\"Délai affiché\" ~ delai", "3 in (1,3)",
    "4 not in (1,3)", "3 h in (180 min, 2)", "not b in (a, c)", "a != b", "today in 2026-11",
    "2026-10-01 not in 2026-T3", "today in 2026-S2", "today in 2026-11-01..2026-11-30", "not a = b",
    "\"\" is empty", "a is not empty", "(1,2) = (1, 2.0)", "1 = 1 or a", "not (1 = 2 and a)",
  ])
  func `holds`(text: String) {
    #expect(written(text) == "yes")
  }

  @Test(arguments: [
    "1.10 > 1.1", "\"abc\" = \"ABC\"", "\"abc\" = ABC", "1 in (2, 3)", "2026-10-01 in 2026-11",
    "a ~ ab",
    "\"\" = a", "a < A", "today < today", "1 != 1.0", "3 not in (1,3)", "(1,2) = (2, 1)",
    "a = b or 1 = 2",
    "\"\" < a", "a < \"\"",
  ])
  func `does not hold`(text: String) {
    #expect(written(text) == "no")
  }

  @Test(arguments: [
    ("1 h < 5 %", "1 h", "5 %"), ("3 m < 90 d", "3 m", "90 d"), ("1 d = 1 wd", "1 d", "1 wd"),
    ("1 < 5 d", "1", "5 d"),
    ("5 d in (3, 5)", "5 d", "3, 5"), ("5 d not in (3, 5)", "5 d", "3, 5"),
    ("a = (a, b)", "a", "a, b"), ("(1,2) < 3", "1, 2", "3"), ("1 m != 4 w", "1 m", "4 w"),
  ])
  func `of what does not compare is a fault`(text: String, left: String, right: String) {
    #expect(written(text) == "\(ScriptError.Kind.incomparable(left, right))")
  }
}

struct `A filter` {
  @Test(arguments: [
    "id = f12", "id = \"F12\"", "ref = 1.10", "ref != 1.1", "criterion = 1.10", "criterion != 1.1",
    "criterion.id = 1.10", "criterion.module = accueil", "criterion.module = \"ACCUEIL\"",
    "criterion.mandatory",
    "text = \"Délai non affiché à l'accueil\"", "text ~ DELAI",
    "not text = \"délai non affiché à l'accueil\"",
    "severity >= minor", "severity < major", "severity = MINOR", "severity in (minor, major)",
    "severity not in (major)",
    "not severity = grave", "due < today + 3d", "due > today", "due = +10d", "due in 2026-11",
    "closed is empty",
    "due is not empty", "not closed < today", "closed != today", "delay >= 72 h", "delay < 1 w",
    "n = 4", "n in (3,4)",
    "mandatory", "mandatory = oui", "mandatory and n = 4", "evidence = p3", "evidence != P5",
    "evidence ~ 4",
    "evidence.count = 2", "count(evidence) = 2", "none is empty", "none.count = 0",
    "at >= 2026-11-20", "at < today",
    "at in 2026-11", "name = Digne", "name != digne", "round(n, 0) = 4", "days(due, due) = 0 d",
    "days(\"today\", due) = 2 d", "n + 1 = 5",
    "due - 2d = today", "n = .n", "ref = .criterion", "ID = F12", "Séverity = minor",
    "period = 2026-t3",
  ])
  func `keeps a record of which it holds`(text: String) {
    #expect(keeps(text) == "yes")
  }

  @Test(arguments: [
    "id = F1", "criterion = 1.1", "ref = 1.1", "ref = 01.10",
    "text = \"Délai non affiché à l'Accueil\"",
    "text = délai", "severity > minor", "closed = today", "closed < today", "closed > today",
    "closed", "evidence = P5",
    "evidence != P3", "evidence in (P5, P6)", "none = a", "due in 2026-10", "id < F3", "at > today",
  ])
  func `leaves out a record of which it does not hold`(text: String) {
    #expect(keeps(text) == "no")
  }

  @Test(arguments: [
    ("delay > 3", ScriptError.Kind.incomparable("3 d", "3")),
    ("months > 5 d", .incomparable("3 m", "5 d")),
    ("due = soon", .incomparable("2026-11-23", "soon")),
    ("severity > grave", .incomparable("minor", "grave")),
    ("mandatory = peut-être", .incomparable("yes", "peut-être")),
    ("mandatory > no", .incomparable("yes", "no")),
    ("evidence > P1", .incomparable("P3, P4", "P1")), ("n", .notABoolean("4")),
    ("text", .notABoolean("Délai non affiché à l’accueil")),
    ("n.x = 3", .noField("x", of: "4", known: [])),
    ("criterion.x = 3", .noField("x", of: "criterion", known: ["id", "module", "mandatory"])),
    ("due + 5wd < today", .noWorkingDays),
  ])
  func `that does not fit a record is a fault`(text: String, kind: ScriptError.Kind) {
    #expect(keeps(text) == "\(kind)")
  }
}
