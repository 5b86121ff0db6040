import Auditing

/// Annex A, every piece of evidence with its digest in full.
extension ReportBuilder {
  var register: Document.Section {
    Document.Section(
      number: words.annex("A"), title: words.register,
      blocks: subject.evidence.isEmpty ? [.paragraph(words.noEvidence)] : [registerTable],
      startsPage: true)
  }

  private var registerTable: Document.Block {
    .table(
      Document.Table(
        caption: words.registerCaption,
        columns: [
          column(words.idColumn, 7), column(words.contentColumn, 28),
          column(words.originColumn, 18), column(words.collectedColumn, 18),
          column(words.sizeColumn, 10, .trailing), column(words.digestColumn, 19),
        ], rows: subject.evidence.map(row)))
  }

  private func row(_ piece: Evidence) -> [Document.Cell] {
    let origin = origin(of: piece)
    let collection = collection(of: piece)
    return [
      .text(RichText([.strong(piece.id)])),
      .text([words.word(piece.form), content(of: piece), place(of: piece)].lines),
      .text(origin.isEmpty ? words.notGiven : origin),
      .text(collection.isEmpty ? words.notGiven : collection),
      piece.size.map { .text(words.size($0)) } ?? .empty,
      digest(of: piece),
    ]
  }

  private func digest(of piece: Evidence) -> Document.Cell {
    if let digest = piece.sha256 { return .text(RichText([.code(digest)])) }
    return isWithheld(piece) ? .empty : .text(words.noDigest)
  }

  /// Whether it is a working note, whose words are not printed.
  private func isWithheld(_ piece: Evidence) -> Bool {
    piece.form == .statement && !isCited(piece) && !subject.includesNotes
  }

  /// What a piece is: the name of the file or the words of the statement.
  func content(of piece: Evidence) -> RichText {
    var text: RichText
    switch piece.form {
    case .file: text = words.orNotGiven(piece.name)
    case .statement where isWithheld(piece): text = words.noteWithheld
    case .statement: text = words.orNotGiven(piece.text)
    }
    if piece.isSensitive { text = list([text, words.sensitive]) }
    if piece.status == .superseded { text = list([text, words.superseded]) }
    return text
  }

  func origin(of piece: Evidence) -> RichText {
    list(
      [
        piece.source.map { words.source($0) }, piece.method.map { words.word($0) },
      ].compactMap(\.self))
  }

  func collection(of piece: Evidence) -> RichText {
    list(
      [
        piece.collected.map { words.collected($0) }, piece.covers.map { words.covers($0) },
      ].compactMap(\.self))
  }

  private func place(of piece: Evidence) -> RichText {
    list(
      [
        piece.criterion.map { RichText(data: $0) },
        piece.site.map { RichText(data: siteName($0)) },
      ].compactMap(\.self))
  }
}
