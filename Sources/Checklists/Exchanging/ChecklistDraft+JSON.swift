import Auditing
import Notation

extension ChecklistDraft {
  /// Reads a checklist out of a JSON text: an OSCAL catalog (NIST, OSCAL 1.x) or the criteria of
  /// the RGAA as DINUM publishes them.
  package static func read(json bytes: [UInt8]) throws(ExchangeFault) -> ChecklistDraft {
    let json: JSON
    do {
      json = try JSON.parse(bytes, limits: .init(size: 64 << 20))
    } catch {
      throw ExchangeFault(.notation(error))
    }
    let draft: ChecklistDraft
    if let catalog = json["catalog"], catalog.object != nil {
      draft = try OSCALCatalog(catalog).draft
    } else if let topics = json["topics"]?.list {
      draft = try RGAACriteria(topics, wcag: json["wcag"]?["version"]).draft
    } else {
      throw ExchangeFault(.unknownForm)
    }
    if draft.criteria.isEmpty { throw ExchangeFault(.noCriterion) }
    return draft
  }
}

/// An OSCAL catalog: groups are modules, controls and their enhancements criteria.
struct OSCALCatalog {
  private(set) var draft: ChecklistDraft
  private var ids: Set<String> = []
  private var withdrawn = 0

  init(_ catalog: JSON) throws(ExchangeFault) {
    let metadata = catalog["metadata"]
    guard let title = metadata?["title"]?.text, !title.isEmpty else {
      throw ExchangeFault(.missing, at: "catalog.metadata.title")
    }
    let edition = metadata?["version"]?.text ?? metadata?["last-modified"]?.text ?? "1"
    draft = ChecklistDraft(id: ChecklistDraft.id(title), title: title, edition: edition)
    draft.isEnglish = true
    draft.sources = ["OSCAL \(catalog["uuid"]?.text ?? title)"]
    for (place, group) in (catalog["groups"]?.list ?? []).enumerated() {
      try read(group: group, at: "catalog.groups[\(place)]", module: nil, chapter: nil)
    }
    let loose = catalog["controls"]?.list ?? []
    if !loose.isEmpty { draft.addModule("catalog", title) }
    for (place, control) in loose.enumerated() {
      try read(
        control: control, at: "catalog.controls[\(place)]", module: "catalog", chapter: nil,
        parameters: [:])
    }
    draft.note =
      "Imported from an OSCAL catalog; its texts are in English."
      + (withdrawn > 0 ? " Withdrawn controls left out: \(withdrawn)." : "")
  }

  private mutating func read(group: JSON, at path: String, module: String?, chapter: String?)
    throws(ExchangeFault)
  {
    guard let title = group["title"]?.text else {
      throw ExchangeFault(.missing, at: path + ".title")
    }
    let module = module ?? ChecklistDraft.id(group["id"]?.text ?? title)
    let isTop = chapter == nil && !draft.modules.contains { $0.id == module }
    if isTop { draft.addModule(module, title) }
    for (place, control) in (group["controls"]?.list ?? []).enumerated() {
      try read(
        control: control, at: "\(path).controls[\(place)]", module: module,
        chapter: isTop ? nil : title, parameters: [:])
    }
    for (place, inner) in (group["groups"]?.list ?? []).enumerated() {
      try read(
        group: inner, at: "\(path).groups[\(place)]", module: module, chapter: chapter ?? title)
    }
  }

  private mutating func read(
    control: JSON, at path: String, module: String, chapter: String?, parameters: [String: String]
  ) throws(ExchangeFault) {
    guard let id = control["id"]?.text else { throw ExchangeFault(.missing, at: path + ".id") }
    guard ChecklistDraft.isID(id) else { throw ExchangeFault(.badID, at: path + ".id", value: id) }
    guard ids.insert(id).inserted else {
      throw ExchangeFault(.duplicateID, at: path + ".id", value: id)
    }
    guard let title = control["title"]?.text else {
      throw ExchangeFault(.missing, at: path + ".title")
    }
    let text = OSCALText(control, parameters)
    if text.isWithdrawn {
      withdrawn += 1
    } else {
      draft.addCriterion(
        id, title,
        [
          ("Ref", text.label), ("Module", module), ("Chapter_fr", chapter), ("Chapter_en", chapter),
        ]
          + text.objects.flatMap { [("Evidence_fr", $0), ("Evidence_en", $0)] }
          + text.methods.map { ("Method", $0.rawValue) }
          + [("Note_fr", text.statement), ("Note_en", text.statement)])
    }
    for (place, inner) in (control["controls"]?.list ?? []).enumerated() {
      try read(
        control: inner, at: "\(path).controls[\(place)]", module: module, chapter: title,
        parameters: text.parameters)
    }
  }
}
