import Foundation
import Signing
import Testing

struct `A time stamp` {
  /// A bag signed by an OpenSSH key, with a time-stamping service beside it.
  private func bagged() throws -> (bench: Workbench, trust: Trust) {
    let bench = try Workbench()
    try bench.authority()
    let (_, register) = try bench.signedBag()
    var trust = try bench.trust()
    trust.register = register
    return (bench, trust)
  }

  private func stamp(
    _ bench: Workbench, _ trust: Trust, at time: String? = nil
  ) throws {
    let signature = try #require(bench.verify(trusting: trust).signatures.first)
    let bytes = try bench.read("bag/\(signature.signaturePath)")
    let response = try bench.answer(bench.openssl.request(for: bytes), at: time)
    try Bag.add(response, over: signature, to: bench.at("bag"))
  }

  @Test func `says since when at least the signature was there`() throws {
    let (bench, trust) = try bagged()
    try stamp(bench, trust)
    #expect(try bench.files().contains("signatures/01-alice.txt.sig.tsr"))
    let found = try bench.verify(trusting: trust)
    #expect(found.verdict == .good)
    let stamp = try #require(found.signatures.first?.stamp)
    #expect(stamp.isKnown && stamp.authority == "CN=Horodatage")
    let now = try bench.shell("date -u +%Y-%m-%dT%H:").text.dropLast()
    #expect(stamp.moment?.hasPrefix(now) == true)
    let alone = try bench.shell(
      """
      openssl ts -verify -data bag/signatures/01-alice.txt.sig \
        -in bag/signatures/01-alice.txt.sig.tsr -CAfile ca.pem
      """)
    #expect(alone.isSuccess)
  }

  @Test func `by a service that nobody vouches for proves nothing`() throws {
    let (bench, trust) = try bagged()
    try stamp(bench, trust)
    var other = trust
    other.authorities = []
    let found = try bench.verify(trusting: other)
    #expect(found.verdict == .good)
    #expect(found.signatures.first?.stamp?.isKnown == false)
    #expect(found.signatures.first?.stamp?.time != nil)
  }

  @Test func `keeps what was signed before a key ended or was revoked, and nothing else does`()
    throws
  {
    let (bench, trust) = try bagged()
    let key = try bench.key()
    var ended = trust
    ended.register = try AllowedSigners(
      Array(
        "alice@org.example valid-before=\"20260101\",namespaces=\"constat-seal\" \(key.publicKey.line)\n"
          .utf8))
    guard case .refused? = try bench.verify(trusting: ended).signatures.first?.signer else {
      Issue.record("the key is taken though it ended")
      return
    }
    var revoked = trust
    revoked.revoke(key.publicKey.fingerprint, .init(on: "2026-01-02", reason: "perdue"))
    let before = try bench.verify(trusting: revoked)
    #expect(before.verdict == .unknownSigner)
    #expect(
      before.signatures.first?.signer == .revoked(.init(on: "2026-01-02", reason: "perdue")))
    // The service and its certificate are of the year before.
    let early = try bench.shell(
      """
      faketime 2025-06-01 openssl req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem \
        -days 3000 -subj /CN=Early -addext extendedKeyUsage=critical,timeStamping 2>/dev/null
      """)
    #expect(early.isSuccess)
    try stamp(bench, trust, at: "2025-12-01 10:00:00")
    for var kept in [ended, revoked] {
      #expect(try bench.verify(trusting: kept).verdict == .unknownSigner)
      kept.authorities = try bench.read("tsa.pem")
      #expect(try bench.verify(trusting: kept).verdict == .good)
    }
  }

  @Test func `over something else breaks the bag, and so does a refusal`() throws {
    let (bench, trust) = try bagged()
    let signature = try #require(bench.verify(trusting: trust).signatures.first)
    let response = try bench.answer(bench.openssl.request(for: [1, 2, 3]))
    try Bag.add(response, over: signature, to: bench.at("bag"))
    let found = try bench.verify(trusting: trust)
    #expect(found.verdict == .broken)
    #expect(found.signatures.first?.stamp?.words.contains("imprint") == true)
    #expect(throws: SigningError.timeStampMalformed) { try TimeStampResponse(der: [0x30, 0]) }
  }

  @Test func `is found broken whichever of its bytes is flipped, or unproven`() async throws {
    let (bench, trust) = try bagged()
    try stamp(bench, trust)
    let unnoticed = try await bench.unnoticedFlips(
      of: "bag/signatures/01-alice.txt.sig.tsr", trusting: trust)
    #expect(unnoticed == [])
  }

  @Test func `is asked for over HTTP by a program of the machine's`() throws {
    let (bench, trust) = try bagged()
    let server = """
      import http.server, socketserver, subprocess
      class Service(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
          body = self.rfile.read(int(self.headers['Content-Length']))
          assert self.headers['Content-Type'] == 'application/timestamp-query'
          open('h.tsq', 'wb').write(body)
          subprocess.run('openssl ts -reply -config tsa.cnf -section s -queryfile h.tsq '
            '-signer tsa.pem -inkey tsa.key -out h.tsr 2>/dev/null', shell=True, check=True)
          answer = open('h.tsr', 'rb').read()
          self.send_response(200); self.send_header('Content-Length', str(len(answer)))
          self.end_headers(); self.wfile.write(answer)
        def log_message(self, *arguments): pass
      server = socketserver.TCPServer(('127.0.0.1', 0), Service)
      open('port', 'w').write(str(server.server_address[1]) + '\\n')
      server.handle_request()
      """
    try bench.write("server.py", Array(server.utf8))
    let started = try bench.shell(
      """
      :
      setsid timeout 60 python3 server.py >server.log 2>&1 </dev/null &
      while ! [ -s port ]; do read -t 0.02 <>/dev/zero || true; done
      """)
    #expect(started.isSuccess)
    let port = String(decoding: try bench.read("port"), as: UTF8.self).dropLast()
    let signature = try #require(bench.verify(trusting: trust).signatures.first)
    let bytes = try bench.read("bag/\(signature.signaturePath)")
    let client = TimeStampClient(bench.programs)
    let request = try bench.openssl.request(for: bytes)
    let response = try client.send(request, to: "http://127.0.0.1:\(port)/")
    let found = try bench.openssl.check(response, of: bytes, authorities: bench.read("ca.pem"))
    #expect(found.isKnown)
    for address in ["file:///etc/passwd", "ftp://x/", "http://a b", "-o x"] {
      #expect(throws: SigningError.fieldRefused(field: "url", value: address)) {
        try client.send(request, to: address)
      }
    }
  }
}
