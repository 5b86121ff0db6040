import Auditing

extension State {
  /// The texts of all entries, those of codes left out.
  var texts: [String] {
    var texts: [String] = []
    for case let event? in history.operations.flatMap(\.events) {
      for (_, content) in event.fields { content.gather(into: &texts) }
    }
    return texts
  }

  /// The handles of those who entered anything, were in a team or at a meeting, in order.
  var handles: [String] {
    var handles: [String] = []
    for case let event? in history.operations.flatMap(\.events) {
      var names = [event.by]
      if event.kind == "audit.member" { names += [event["element"]?.object?["person"]?.text ?? ""] }
      names += event["present"]?.texts ?? []
      for name in names where !name.isEmpty && !handles.contains(name) { handles.append(name) }
    }
    return handles
  }

  /// What the fields say that hold names, one by one.
  var namesInFields: [String] {
    var names: [String] = []
    for case let event? in history.operations.flatMap(\.events) {
      for field in ["owner", "who", "contact"] {
        guard let text = event.text(field) else { continue }
        for part in text.split(whereSeparator: { ",;/\n".contains($0) }) {
          let name = String(part.drop(while: \.isWhitespace))
          let trimmed = String(name.reversed().drop(while: \.isWhitespace).reversed())
          if !trimmed.isEmpty, !names.contains(trimmed) { names.append(trimmed) }
        }
      }
    }
    return names
  }
}

extension Content {
  /// Adds every text in it to others.
  fileprivate func gather(into texts: inout [String]) {
    switch self {
    case .text(let text): texts.append(text)
    case .list(let list): for content in list { content.gather(into: &texts) }
    case .object(let fields): for content in fields.values { content.gather(into: &texts) }
    default: break
    }
  }
}

extension PersonalData {
  /// The names that stand behind a title such as `Mme` or `M.`.
  static func titledNames(in text: String) -> [String] {
    let words = WordSpan.words(of: text)
    var names: [String] = []
    for index in words.indices where titles.contains(words[index].folded) {
      guard text[words[index].range].first?.isUppercase == true else { continue }
      let after = text[words[index].range.upperBound...].first
      if words[index].folded.count < 3, words[index].folded.hasPrefix("m"), after != ".",
        !["mr", "ms"].contains(words[index].folded)
      {
        continue
      }
      var last: Int?
      var next = index + 1
      while next < words.count, next <= index + 5 {
        let gap = text[words[next - 1].range.upperBound..<words[next].range.lowerBound]
        guard gap.count <= 2, gap.allSatisfy({ " \u{A0}\u{202F}-.'’".contains($0) }) else { break }
        if text[words[next].range].first?.isUppercase == true {
          last = next
        } else if !["de", "du", "la", "le", "d", "van", "von"].contains(words[next].folded) {
          break
        }
        next += 1
      }
      guard let last else { continue }
      var first = index + 1
      while first < last, text[words[first].range].first?.isUppercase != true { first += 1 }
      // "Madame le Préfet" names an office and nobody.
      if first > index + 1, ["le", "la"].contains(words[first - 1].folded), first == index + 2 {
        continue
      }
      names.append(String(text[words[first].range.lowerBound..<words[last].range.upperBound]))
    }
    return names
  }
}
