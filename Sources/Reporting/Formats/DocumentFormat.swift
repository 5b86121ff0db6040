/// A way to write a document as text.
package protocol DocumentFormat: Sendable {
  /// The ending of a file's name, without the dot.
  var fileExtension: String { get }

  /// The media type (RFC 6838).
  var mediaType: String { get }

  /// Appends the document to a buffer.
  func write(_ document: Document, to output: inout String)
}

extension DocumentFormat {
  /// The whole text of a document.
  package func text(of document: Document) -> String {
    var output = ""
    write(document, to: &output)
    return output
  }
}
