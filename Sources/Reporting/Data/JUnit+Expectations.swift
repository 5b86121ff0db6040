package import Auditing

extension JUnit {
  /// What a script expected, and whether it held.
  package struct Expectation {
    let what: String
    let holds: Bool
    let line: Int

    /// Creates an expectation that stands on a line, from 1.
    package init(what: String, holds: Bool, line: Int) {
      (self.what, self.holds, self.line) = (what, holds, line)
    }
  }

  /// What a script expected as one suite of JUnit's XML: each is a case, one that did not hold a
  /// failure.
  package static func text(
    of expectations: [Expectation], script: String, written: Timestamp
  ) -> String {
    let failures = expectations.count { !$0.holds }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite"
    for (name, value) in [
      ("package", "constat"), ("id", "0"), ("name", script),
      ("timestamp", String(written.description.prefix(19))), ("hostname", "localhost"),
      ("tests", "\(expectations.count)"), ("failures", "\(failures)"), ("errors", "0"),
      ("skipped", "0"), ("time", "0"),
    ] {
      text.append(attribute: name, value)
    }
    text += ">\n<properties/>\n"
    for expectation in expectations {
      text += "<testcase"
      text.append(attribute: "name", expectation.what)
      text.append(attribute: "classname", "\(script):\(expectation.line)")
      text.append(attribute: "time", "0")
      guard !expectation.holds else {
        text += "/>\n"
        continue
      }
      text += "><failure"
      text.append(attribute: "type", "expect")
      text.append(attribute: "message", expectation.what)
      text += "/></testcase>\n"
    }
    return text + "<system-out/>\n<system-err/>\n</testsuite>\n</testsuites>\n"
  }
}
