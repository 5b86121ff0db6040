import Auditing
import Glibc
import Reporting
import Signing

extension Bench {
  /// The HTML of a report of 10,000 findings, from the records to the last byte, against a Jinja2
  /// template that writes the same document from values that are ready.
  static let report = Bench(name: "report") { room in
    let findings = 10_000
    let what = "HTML of \(findings) findings"
    let subject = Self.subject(of: findings)
    var (wholes, renderings): ([Duration], [Duration]) = ([], [])
    var bytes = 0
    for _ in 0..<5 {
      let start = ContinuousClock.now
      let document = Document(reporting: subject, in: .fr)
      let middle = ContinuousClock.now
      bytes = HTMLFormat().text(of: document).utf8.count
      wholes.append(ContinuousClock.now - start)
      renderings.append(ContinuousClock.now - middle)
    }
    let size = "\((Double(bytes) / 1e6).rounded(to: 10)) MB"
    let whole = Figure(
      what: "\(what), from the records", ours: "\(wholes.median.text) for \(size)",
      reach: "under 1 s")
    let rendering = "\(what), from the document that is ready"
    guard let jinja = try room.jinja(Document(reporting: subject, in: .fr)) else {
      return [whole, Figure.absent("Jinja2", for: rendering)]
    }
    return [
      whole,
      Figure(
        what: rendering, ours: "\(renderings.median.text) for \(size)",
        other: (
          "Jinja2",
          "\((jinja.seconds * 1000).rounded(to: 1)) ms for \((Double(jinja.bytes) / 1e6).rounded(to: 10)) MB"
        ),
        ratio: renderings.median.seconds / jinja.seconds, reach: "a ratio below 0.2"),
    ]
  }

  /// An audit of a hundred criteria with so many findings, each with its piece and position.
  private static func subject(of count: Int) -> ReportSubject {
    let instant = Timestamp(milliseconds: 1_795_250_824_560)
    var checklist = Checklist(
      id: "bench", title: LocalizedText(fr: "Référentiel d'essai"), edition: "2026-01-01",
      status: .official)
    checklist.modules = [
      .init(id: "1", title: LocalizedText(fr: "Accueil"), provenance: .established)
    ]
    checklist.grades = [
      .init(code: "ncmin", title: LocalizedText(fr: "Non-conformité mineure"), severity: .minor)
    ]
    checklist.criteria = (0..<100).map { number in
      .init(
        id: "M1-\(number)", module: "1",
        title: LocalizedText(fr: "Afficher l'horaire « \(number) » & le délai"),
        provenance: .established)
    }
    var audit = Audit(
      key: "k", id: "2026-001", kind: .internal, checklist: "d", by: "ana", at: instant)
    audit.scope = [.init(site: "digne", modules: ["1"])]
    var subject = ReportSubject(
      title: "Préfecture du Rhône", purpose: .real, audit: audit, checklist: checklist,
      checklistDigest: String(repeating: "0a", count: 32),
      tool: .init(name: "Constat", version: "0"), written: instant, date: instant.date())
    subject.sites = [Site(id: "digne", name: "Préfecture, Digne-les-Bains")]
    for number in 0..<count {
      let criterion = "M1-\(number % 100)"
      var piece = Evidence(
        key: "e\(number)", id: "P\(number + 1)", form: .file, by: "ana", at: instant)
      piece.sha256 = String(repeating: "5f", count: 32)
      piece.name = "photo-\(number).jpg"
      piece.criterion = criterion
      subject.evidence.append(piece)
      var finding = Finding(
        key: "f\(number)", id: "F\(number + 1)", audit: "k", criterion: criterion, site: "digne",
        grade: "ncmin", text: "Le délai <affiché> n'est pas celui de l'écran no \(number)",
        by: "ana", at: instant)
      finding.evidence = [piece.key]
      finding.position = .accepted
      finding.due = instant.date().adding(days: number % 300)
      subject.findings.append(finding)
    }
    return subject
  }
}

extension Workroom {
  /// How long Jinja2 takes for a document, the middle of five, and how much it writes; nothing
  /// where no Python has it.
  fileprivate func jinja(_ document: Document) throws -> (seconds: Double, bytes: Int)? {
    try Files.create("\(path)/report.json", Array(JSONFormat().text(of: document).utf8))
    try Files.create("\(path)/report.py", Array(Self.template.utf8))
    let own = CommandLine.arguments.first.flatMap { Files.parent(of: $0) }
      .flatMap { Files.parent(of: $0) }.map { "\($0)/verifiers/bin/python3" }
    for python in [own, programs.path(of: "python3")].compactMap(\.self)
    where Files.exists(python) {
      let said = try time(path: python, ["\(path)/report.py", "\(path)/report.json"]).output
      let words = said.split(whereSeparator: \.isWhitespace)
      if words.count == 2, let seconds = Double(words[0]), let bytes = Int(words[1]) {
        return (seconds, bytes)
      }
    }
    return nil
  }

  /// The same sections, lists and tables, every text escaped.
  private static let template = #"""
    from json import load; from statistics import median; from sys import argv
    from time import perf_counter; from jinja2 import Environment
    document = load(open(argv[1], encoding="utf-8"))
    template = Environment(autoescape=True).from_string("""
    {%- macro cell(value) %}{% if value is none %}—{% elif value is mapping and value.date %}
    <time datetime="{{ value.date }}">{{ value.date }}</time>
    {%- elif value is mapping %}{{ value.text }}{% else %}{{ value }}{% endif %}{% endmacro -%}
    {%- macro table(t) %}<div class="scroll"><table><caption>{{ t.caption }}</caption><thead><tr>
    {%- for c in t.columns %}<th scope="col">{{ c }}</th>{% endfor %}</tr></thead><tbody>
    {% for row in t.rows %}<tr>{% for v in row %}<td>{{ cell(v) }}</td>{% endfor %}</tr>
    {% endfor %}</tbody></table></div>{% endmacro -%}
    {%- macro section(s, level) %}<section><h{{ level }}>{{ s.number or "" }} {{ s.title }}</h{{ level }}>
    {% for b in s.blocks %}{% if b.kind == "table" %}{{ table(b) }}{% elif b.kind == "chart" %}
    <figure><figcaption>{{ b.title }}</figcaption><p>{{ b.summary }}</p></figure>{{ table(b.table) }}
    {%- elif b.kind == "definitions" %}<dl>{% for i in b["items"] %}<dt>{{ i.term }}</dt><dd>{{ i.text }}</dd>{% endfor %}</dl>
    {%- elif b.kind in ("list", "blanks") %}<ul>{% for i in b["items"] %}<li>{{ i }}</li>{% endfor %}</ul>
    {%- elif b.kind == "figures" %}<dl>{% for i in b["items"] %}<dt>{{ i.label }}</dt><dd>{{ i.value }}</dd>{% endfor %}</dl>
    {%- else %}<p>{{ b.text }}</p>{% endif %}
    {% endfor %}{% for p in s.sections %}{{ section(p, level + 1) }}{% endfor %}</section>{% endmacro -%}
    <!DOCTYPE html><html lang="{{ d.language }}"><head><meta charset="utf-8">
    <title>{{ d.metadata.title }}</title></head><body><h1>{{ d.metadata.title }}</h1>
    {{ section(d.opening, 2) }}{% for s in d.sections %}{{ section(s, 2) }}{% endfor %}</body></html>
    """)
    times = []
    for _ in range(5):
        start = perf_counter()
        page = template.render(d=document)
        times.append(perf_counter() - start)
    print(median(times), len(page.encode()))
    """#
}
