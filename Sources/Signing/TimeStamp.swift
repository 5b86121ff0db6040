/// The response of a time-stamping service (RFC 3161, 2.4.2) that grants a token.
package struct TimeStampResponse: Hashable, Sendable {
  /// The file's bytes.
  package let der: [UInt8]
  /// The certificate of the service, and all that the token carries.
  let service: Certificate
  let certificates: [Certificate]

  private static let granted: [UInt8] = [0x30, 0x03, 0x02, 0x01, 0x00]

  /// Reads a response as it is kept, strictly: what no signature covers has but one spelling.
  ///
  /// - Throws: `timeStampMalformed`.
  package init(der: [UInt8]) throws(SigningError) {
    let response = try Self(received: der)
    guard response.der == der else { throw .timeStampMalformed }
    self = response
  }

  /// Reads a response as a service sends it; what it says beside the token is not kept.
  ///
  /// - Throws: `timeStampMalformed`.
  package init(received: [UInt8]) throws(SigningError) {
    var file = DERReader(received[...])
    // Granted, or granted with modifications; then its words, if any.
    guard var body = file.next(DERReader.sequence)?.inside, file.isAtEnd,
      var status = body.next(DERReader.sequence)?.inside,
      status.skip([0x02, 0x01, 0x00]) || status.skip([0x02, 0x01, 0x01]),
      let token = body.next(DERReader.sequence), body.isAtEnd,
      let data = SignedData(token.whole), !data.isDetached
    else { throw .timeStampMalformed }
    der = DERReader.written(DERReader.sequence, Self.granted + token.whole)
    (service, certificates) = (data.signer, data.certificates)
  }

  /// What the name of its file ends in, after the signature's name.
  package static let suffix = ".tsr"
}

extension OpenSSL {
  /// The request for a time stamp over some bytes (RFC 3161, 2.4.1), to be sent to a service.
  ///
  /// It holds their digest alone, and asks for the service's certificate.
  package func request(for bytes: [UInt8]) throws(SigningError) -> [UInt8] {
    let result = try run(
      ["ts", "-query", "-digest", Digest.of(bytes).hex, "-sha256", "-cert"])
    guard result.isSuccess, !result.output.isEmpty else { throw failure(result) }
    return result.output
  }

  /// What a time stamp proves of some bytes.
  ///
  /// - Throws: `programAbsent`, `programTooSlow`, `system`.
  package func check(
    _ response: TimeStampResponse, of bytes: [UInt8], authorities: [UInt8]
  ) throws(SigningError) -> TimeStamp {
    let own = Array(response.certificates.map(\.pem).joined())
    let check = try verifies(response, of: bytes, own, ["-no_check_time"])
    guard check.isSuccess, let time = try time(of: response) else {
      return TimeStamp(time: nil, authority: nil, isKnown: false, words: check.words)
    }
    var isKnown = false
    if !authorities.isEmpty {
      let trusted = try verifies(response, of: bytes, authorities, ["-attime", String(time)])
      isKnown = trusted.isSuccess
    }
    let service = try described(response.service).subject
    return TimeStamp(time: time, authority: service, isKnown: isKnown, words: "")
  }

  private func verifies(
    _ response: TimeStampResponse, of bytes: [UInt8], _ authorities: [UInt8], _ options: [String]
  ) throws(SigningError) -> Subprocess.Result {
    try run(
      [
        "ts", "-verify", "-digest", Digest.of(bytes).hex, "-in", Subprocess.name(ofFile: 0),
        "-CAfile", Subprocess.name(ofFile: 1), "-partial_chain",
      ] + options, files: [response.der, authorities])
  }

  /// The time in a token, in seconds since 1970.
  private func time(of response: TimeStampResponse) throws(SigningError) -> Int? {
    let shown = try run(
      ["ts", "-reply", "-in", Subprocess.name(ofFile: 0), "-text"], files: [response.der])
    let line = shown.text.split(separator: "\n").first { $0.hasPrefix("Time stamp: ") }
    guard let words = line?.dropFirst(12).split(separator: " "), words.count == 5,
      words[4] == "GMT", let month = Self.months.firstIndex(of: String(words[0])),
      let day = Int(words[1]), let year = Int(words[3])
    else { return nil }
    let clock = words[2].split(separator: ":").map { Int($0.prefix(2)) ?? -1 }
    return clock.count == 3 ? Instant.seconds([year, month + 1, day] + clock) : nil
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

/// What a time stamp beside a signature proves.
package struct TimeStamp: Hashable, Sendable {
  /// The time by which the signature was there, in seconds since 1970; nothing when the stamp is
  /// not over it or does not hold.
  package let time: Int?
  /// The name that the service's certificate bears.
  package let authority: String?
  /// Whether the user's own authorities vouch for the service.
  package let isKnown: Bool
  /// What the program said of a stamp that does not hold.
  package let words: String

  /// The time as a statement has it, `2026-11-21T08:56:37Z`.
  package var moment: String? { time.map(Instant.text) }

  /// The time where it is proven to the user, in seconds since 1970.
  var proven: Int? { isKnown ? time : nil }
}

/// The sending of a request to a time-stamping service, by a program of the machine's.
package struct TimeStampClient: Sendable {
  private let programs: Programs

  /// Creates a client.
  package init(_ programs: Programs) { self.programs = programs }

  /// The response of a service to a request (RFC 3161, 3.4), over `http` or `https` alone.
  ///
  /// - Throws: `fieldRefused` for another address, `programAbsent`, `programFailed`,
  ///   `programTooSlow` after half a minute, `timeStampMalformed`.
  package func send(
    _ request: [UInt8], to address: String
  ) throws(SigningError) -> TimeStampResponse {
    guard ["http://", "https://"].contains(where: { address.hasPrefix($0) }),
      !address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F })
    else { throw .fieldRefused(field: "url", value: address) }
    var run = try programs.program(
      "curl", from: "curl",
      [
        "--disable", "--silent", "--show-error", "--fail", "--proto", "=http,https",
        "--max-time", "30", "--max-filesize", "1000000", "--header",
        "Content-Type: application/timestamp-query", "--data-binary", "@-", "--url", address,
      ])
    run.input = request
    run.timeLimit = .seconds(40)
    let result = try run.run()
    guard result.isSuccess else {
      throw .programFailed(name: "curl", outcome: result.outcome, words: result.words)
    }
    return try TimeStampResponse(received: result.output)
  }
}
