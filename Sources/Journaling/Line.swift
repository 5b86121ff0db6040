import Auditing
import Notation
import Signing

/// One line of a journal: `id TAB header TAB body [TAB body…]`, the bytes of one operation.
///
/// The id is the SHA-256 of the header; the header holds the SHA-256 of each body, the number in
/// the writer's file, the id before it and the heads that were seen. All is canonical JSON
/// (RFC 8785) of texts, integers, booleans, lists and objects; a body may be `redacted`. A body
/// says the event's kind, the person (`by`), a salt of 16 random bytes, the run if there is one,
/// `"clock":"given"` under a clock that was given, and the event's own fields beside them.
enum Line {
  static let tab: UInt8 = 0x09
  static let end: UInt8 = 0x0A
  static let redacted = Array("redacted".utf8)
  static let zeros = String(repeating: "0", count: 64)
  static let bodyLimit = 1 << 20
  static let bodyCountLimit = 100_000
  static let lineLimit = 64 << 20

  /// The bytes of an operation, its line's end included, and its id.
  static func encode(
    _ operation: Operation, bodies: [[UInt8]]
  ) -> (bytes: [UInt8], id: String) {
    let header = JSON.object(
      JSON.Object(distinct: [
        "at": .text(operation.at.description),
        "body": .list(bodies.map { .text(Digest.of($0).hex) }),
        "n": .integer(operation.n),
        "prev": .text(operation.previous),
        "seen": .list(operation.seen.map { .text($0.description) }),
        "v": .integer(1),
        "w": .text(operation.writer),
      ])
    ).canonicalBytes
    let id = Digest.of(header).hexBytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(id.count + header.count + bodies.reduce(2) { $0 + $1.count + 1 })
    bytes += id
    bytes.append(tab)
    bytes += header
    for body in bodies {
      bytes.append(tab)
      bytes += body
    }
    bytes.append(end)
    return (bytes, String(decoding: id, as: UTF8.self))
  }

  /// The bytes of the body of an event.
  static func encode(_ event: Event, salt: String, isClockGiven: Bool) -> [UInt8] {
    var members: [JSON.Member] = []
    func add(_ key: String, _ value: JSON) { members.append(JSON.Member(key: key, value: value)) }
    // What the line says of the event stands, whatever the fields are called.
    for (key, value) in event.fields where !WrittenEvent.isReserved(key) { add(key, json(value)) }
    add("by", .text(event.by))
    add("kind", .text(event.kind))
    add("salt", .text(salt))
    if let run = event.run { add("run", .text(run)) }
    if isClockGiven { add("clock", .text("given")) }
    return JSON.object(JSON.Object(unchecked: members)).canonicalBytes
  }

  /// Reads a line without its end; hashes are compared only when asked.
  ///
  /// This is the careful way, which knows what is wrong; `LineScanner` is the fast one.
  ///
  /// - Throws: the kind of damage, without its place.
  static func decode(_ line: ArraySlice<UInt8>, checkingHashes: Bool) throws(LineFault)
    -> Operation
  {
    guard line.count < lineLimit else { throw LineFault(.shape) }
    let columns = line.split(separator: tab, omittingEmptySubsequences: false)
    guard (3...bodyCountLimit + 2).contains(columns.count), columns[0].count == 64
    else { throw LineFault(.shape) }
    let id = String(decoding: columns[0], as: UTF8.self)
    guard Digest(hex: id) != nil else { throw LineFault(.shape) }
    let head = columns[1]
    if checkingHashes, Digest.of(head.span).hex != id { throw LineFault(.id) }
    let header: Header
    do {
      header = try Self.header(head)
    } catch {
      // Only a header that holds says which version wrote it.
      if error.isNewer, Digest.of(head.span).hex != id { throw LineFault(.id) }
      throw error
    }
    let bodies = columns[2...]
    guard header.bodies.count == bodies.count else {
      throw LineFault(.bodyCount(expected: header.bodies.count, found: bodies.count))
    }
    var events: [Event?] = []
    events.reserveCapacity(bodies.count)
    for (index, body) in bodies.enumerated() {
      guard !body.elementsEqual(redacted) else {
        events.append(nil)
        continue
      }
      if checkingHashes, Digest.of(body.span).hex != header.bodies[index] {
        throw LineFault(.digest(index + 1))
      }
      events.append(try event(body, index + 1))
    }
    return Operation(
      id: id, writer: header.writer, n: header.n, at: header.at, previous: header.previous,
      seen: header.seen, events: events)
  }

  /// The header of a line, its fields typed.
  private struct Header {
    let at: Timestamp
    let bodies: [String]
    let n: Int
    let previous: String
    let seen: [Head]
    let writer: String
  }

  private static func header(_ bytes: ArraySlice<UInt8>) throws(LineFault) -> Header {
    let json: JSON
    do {
      json = try JSON.parse(bytes, limits: .init(size: lineLimit, canonicalKeys: true))
    } catch {
      throw LineFault(.header(error))
    }
    if let version = json["v"]?.integer, version > 1 { throw LineFault(.newerVersion(version)) }
    guard json.object?.count == 7, json["v"]?.integer == 1,
      let at = json["at"]?.text.flatMap({ Timestamp($0) }), let bodies = json["body"]?.texts,
      let n = json["n"]?.integer, n > 0, let previous = json["prev"]?.text,
      Digest(hex: previous) != nil, let texts = json["seen"]?.texts,
      let writer = json["w"]?.text, isWriter(writer)
    else { throw LineFault(.fields) }
    let seen = texts.compactMap(head)
    guard seen.count == texts.count, zip(texts, texts.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw LineFault(.fields) }
    return Header(at: at, bodies: bodies, n: n, previous: previous, seen: seen, writer: writer)
  }

  private static func head(_ text: String) -> Head? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, isWriter(parts[0]), let n = Int(parts[1]), n > 0, "\(n)" == parts[1],
      Digest(hex: parts[2]) != nil
    else { return nil }
    return Head(writer: String(parts[0]), n: n, id: String(parts[2]))
  }

  /// Whether a text is the mark of a writer: 16 lowercase hexadecimal digits.
  static func isWriter(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 16
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func event(_ bytes: ArraySlice<UInt8>, _ index: Int) throws(LineFault) -> Event {
    let json: JSON
    do {
      json = try JSON.parse(bytes, limits: .init(size: bodyLimit, canonicalKeys: true))
    } catch {
      throw LineFault(.body(index, error))
    }
    guard let object = json.object, let kind = json["kind"]?.text, json["salt"]?.text != nil
    else { throw LineFault(.fields) }
    guard let person = json["by"]?.text, !person.isEmpty else {
      throw LineFault(.anonymous(index))
    }
    var fields: [String: Content] = [:]
    for member in object where !WrittenEvent.isReserved(member.key) {
      guard let content = content(member.value) else { throw LineFault(.fields) }
      fields[member.key] = content
    }
    return Event(
      kind, by: person, run: json["run"]?.text,
      isClockGiven: json["clock"]?.text == "given", fields)
  }

  private static func json(_ content: Content) -> JSON {
    switch content {
    case .text(let text): .text(text)
    case .integer(let integer): .integer(integer)
    case .boolean(let boolean): .bool(boolean)
    case .list(let list): .list(list.map(json))
    case .object(let object):
      .object(
        JSON.Object(unchecked: object.map { JSON.Member(key: $0.key, value: json($0.value)) }))
    }
  }

  private static func content(_ json: JSON) -> Content? {
    switch json {
    case .text(let text): return .text(text)
    case .integer(let integer): return .integer(integer)
    case .bool(let boolean): return .boolean(boolean)
    case .list(let list):
      let contents = list.compactMap(content)
      return contents.count == list.count ? .list(contents) : nil
    case .object(let object):
      var fields: [String: Content] = [:]
      for member in object {
        guard let value = content(member.value) else { return nil }
        fields[member.key] = value
      }
      return .object(fields)
    default: return nil
    }
  }
}

/// What is wrong with a line, without its place.
struct LineFault: Error {
  let kind: Damage.Kind

  init(_ kind: Damage.Kind) {
    self.kind = kind
  }

  /// Whether nothing is wrong but that this program is too old to read it.
  var isNewer: Bool { if case .newerVersion = kind { true } else { false } }
}
