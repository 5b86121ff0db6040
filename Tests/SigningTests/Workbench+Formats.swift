import Foundation
import Signing
import Testing

extension Workbench {
  var openssl: OpenSSL { OpenSSL(programs) }

  /// An authority `ca.pem` with a signer `alice`, a time-stamping service `tsa`, and a signer whose
  /// certificate ended, `late`: made once and copied.
  func authority() throws {
    let made = try Self.authorityFolder.get().path
    let copied = try shell("cp -a \"$FROM\"/. .", environment: ["FROM": made])
    #expect(copied.isSuccess, "\(copied.words)")
  }

  private static let authorityFolder = Result {
    let bench = try Workbench()
    let script = """
      set -e; new() { openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -utf8 \
        -keyout $1.key -out $1.csr -subj "$2" 2>/dev/null; }
      issue() { openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -CAcreateserial $3 \
        -out $1.pem -extfile <(echo "$2") 2>/dev/null; }
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -utf8 -keyout ca.key \
        -out ca.pem -days 3650 -subj "/O=Préfecture/CN=Autorité" 2>/dev/null
      new alice "/C=FR/O=Préfecture/CN=Alice Martin"
      issue alice "keyUsage=critical,digitalSignature,nonRepudiation" "-days 700"
      new late "/CN=Late"; issue late "keyUsage=nonRepudiation" "-days 1"
      new tsa "/CN=Horodatage"; issue tsa "extendedKeyUsage=critical,timeStamping" "-days 700"
      printf '[t]\\ndefault_tsa=s\\n[s]\\nserial=./serial\\nsigner_digest=sha256\\n' >tsa.cnf
      printf 'default_policy=1.2.3.4.1\\ndigests=sha256\\ness_cert_id_alg=sha256\\n' >>tsa.cnf
      echo 01 >serial; chmod 600 *.key
      """
    let result = try bench.shell(script)
    guard result.isSuccess else { throw Unmade(words: result.words) }
    return bench
  }

  private struct Unmade: Error {
    let words: String
  }

  /// The key of a signer of the authority.
  func certificateKey(_ name: String = "alice") throws -> CertificateKey {
    try CertificateKey.existing(
      at: at("\(name).key"), certificate: at("\(name).pem"), passphraseFile: nil, openssl)
  }

  /// What the user believes: the authority, for signers and for time.
  func trust(_ authority: String = "ca.pem") throws -> Trust {
    var trust = Trust(nil)
    trust.authorities = try read(authority)
    return trust
  }

  /// The answer of the service to a request, as it would send it.
  func answer(_ request: [UInt8], at time: String? = nil) throws -> TimeStampResponse {
    try write("q.tsq", request)
    let clock = time.map { "faketime '\($0)' " } ?? ""
    let result = try shell(
      "\(clock)openssl ts -reply -config tsa.cnf -section s -queryfile q.tsq -signer tsa.pem "
        + "-inkey tsa.key -out a.tsr")
    #expect(result.isSuccess, "\(result.words)")
    return try TimeStampResponse(received: read("a.tsr"))
  }

  /// A ring of its own with a key for signing, for the programs that are run.
  func ring(_ owner: String = "Alice Martin <alice@org.example>") throws -> GnuPG {
    let home = at("ring")
    let made = try shell(
      "mkdir -pm 700 ring && gpg --batch --quiet --passphrase '' --quick-generate-key "
        + "\"$OWNER\" ed25519 sign 1y",
      environment: ["GNUPGHOME": home, "OWNER": owner])
    #expect(made.isSuccess, "\(made.words)")
    var environment = programs.environment
    environment["GNUPGHOME"] = home
    return GnuPG(Programs(environment: environment))
  }

  /// Ends the agent that a ring had started.
  func closeRing() { _ = try? shell("gpgconf --kill all", environment: ["GNUPGHOME": at("ring")]) }

  /// A small bag signed by a signatory.
  func bag(
    _ name: String = "bag", signedBy signatory: Signatory, report: [UInt8]? = nil
  ) throws {
    let signer = try Bag.Signer(
      identity: Identity("alice@org.example"), name: "Alice Martin", format: signatory.format,
      fingerprint: signatory.fingerprint, handle: "alice")
    let pdf = report.map { [Bag.Entry(path: "report.pdf", source: .bytes($0))] } ?? []
    let draft = try Bag.Draft.build(at: at(name), Self.entries + pdf, Self.info, signer: signer)
    let companions = try signatory.companions(report: report, mayAsk: false)
    let statement = try draft.statement(
      document: "audit-2026-001-e1", role: "auditrice", name: "Alice Martin",
      quality: "responsable d'audit", act: .signs, date: "2026-11-21T08:56:37Z",
      companions: companions)
    let signature = try signatory.sign(statement.bytes, mayAsk: false)
    try draft.publish(statement, signature, companions: companions)
  }

  func verify(_ name: String = "bag", trusting trust: Trust) throws -> BagVerification {
    try BagVerification.verify(at(name), programs, trust: trust)
  }

  /// Verifies with each byte of a file flipped, and gives the places where nothing was noticed.
  func unnoticedFlips(
    of name: String, every step: Int = 1, trusting trust: Trust
  ) async throws -> [Int] {
    let bytes = try read(name)
    let reading = try BagVerification.contents(of: at("bag"))
    #expect(reading.verdict != .broken)
    let places = Array(stride(from: 0, to: bytes.count, by: step))
    let halves = [places.filter { $0 % 2 == 0 }, places.filter { $0 % 2 == 1 }]
    let copies = try halves.indices.map { half in
      _ = try shell("cp -a bag flips\(half)")
      return at("flips\(half)")
    }
    let file = String(name.dropFirst("bag/".count))
    let programs = programs
    return try await withThrowingTaskGroup(of: [Int].self) { group in
      for (places, copy) in zip(halves, copies) {
        group.addTask {
          var unnoticed: [Int] = []
          for place in places {
            var damaged = bytes
            damaged[place] ^= 1 << (place % 8)
            // Not by Foundation, whose descriptors other tests' programs would inherit.
            let path = "\(copy)/\(file)"
            let open = try Files.open(path, O_WRONLY | O_TRUNC)
            try Files.write(damaged.span, to: open, path: path)
            // What is malformed is found without another program.
            if try BagVerification.contents(of: copy).verdict == .broken { continue }
            let found = try BagVerification.verify(copy, programs, trust: trust)
            if found.verdict != .broken { unnoticed.append(place) }
          }
          return unnoticed
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }.sorted()
    }
  }
}
