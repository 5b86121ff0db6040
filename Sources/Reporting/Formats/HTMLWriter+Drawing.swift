import Auditing

/// The shapes of a drawing as elements of SVG 1.1.
extension HTMLWriter {
  /// Writes each shape in its order, later ones over earlier ones.
  mutating func shapes(of drawing: Drawing) {
    for shape in drawing.shapes { self.shape(shape) }
  }

  private mutating func shape(_ shape: Drawing.Shape) {
    switch shape {
    case .rectangle(let x, let y, let width, let height, let colour):
      output += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" "
      output += "fill=\"\(colour.rawValue)\"/>\n"
    case .path(let points, let colour, let width, let isDashed):
      output += "<path fill=\"none\" stroke=\"\(colour.rawValue)\" stroke-width=\"\(width)\" "
      if isDashed { output += "stroke-dasharray=\"6 4\" " }
      output += "d=\""
      for (index, point) in points.enumerated() {
        output += "\(index == 0 ? "M" : "L")\(point.x) \(point.y)"
      }
      output += "\"/>\n"
    case .sign(let sign, let x, let y): self.sign(sign, x, y)
    case .text(let text, let x, let y, let anchor, let isStrong, let colour):
      output += "<text x=\"\(x)\" y=\"\(y)\""
      if anchor != .start { output += " text-anchor=\"\(anchor.rawValue)\"" }
      if isStrong { output += " font-weight=\"700\"" }
      if colour != .ink { output += " fill=\"\(colour.rawValue)\"" }
      output += ">"
      output.append(html: text)
      output += "</text>\n"
    }
  }

  /// A full disc, a diamond with a cross, or an empty ring.
  private mutating func sign(_ sign: Document.Sign, _ x: Int, _ y: Int) {
    switch sign {
    case .done:
      output += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"7\" fill=\"#18753c\"/>\n"
    case .missed:
      output += "<path fill=\"#b3261e\" d=\"M\(x) \(y - 10)l10 10l-10 10l-10-10z\"/>"
      output += "<path fill=\"none\" stroke=\"#fff\" stroke-width=\"2\" "
      output += "d=\"M\(x - 3) \(y - 3)l6 6m0-6l-6 6\"/>\n"
    case .planned, .stretch:
      output += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"6\" fill=\"#fff\" stroke=\"#000091\" "
      output += "stroke-width=\"2\"/>\n"
    }
  }
}
