import Foundation
import Signing
import Testing

/// A PDF that was signed in itself by another program before it was taken in.
struct `A PDF with a signature inside` {
  /// A PDF of one empty page whose signature covers all of it but for the place where it stands.
  private func signed(_ bench: Workbench) throws -> [UInt8] {
    let room = 8000
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Annots [4 0 R] >>",
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (a) /Rect [0 0 0 0] /P 3 0 R /V 5 0 R >>",
      "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "
        + "/ByteRange [0 1111111 2222222 3333333] /Contents <\(String(repeating: "0", count: room))> >>",
    ]
    var text = "%PDF-1.7\n"
    var table = "xref\n0 6\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      table += String(format: "%010d 00000 n \n", text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    let open = try #require(text.range(of: "/Contents <")).upperBound
    let before = text[..<open].utf8.count - 1
    let after = before + room + 2
    for (mark, value) in [("1111111", before), ("2222222", after)] {
      text = text.replacingOccurrences(of: mark, with: String(format: "%07d", value))
    }
    text = text.replacingOccurrences(
      of: "3333333", with: String(format: "%07d", text.utf8.count - after))
    let bytes = Array(text.utf8)
    let der = try bench.openssl.sign(
      Array(bytes[..<before] + bytes[after...]), with: bench.certificateKey()
    ).der
    let hex = der.map { String(format: "%02x", $0) }.joined()
    return Array(bytes[...before]) + Array(hex.utf8)
      + Array(bytes[(before + 1 + hex.utf8.count)...])
  }

  @Test func `is refused when it was changed, though pdfsig ends with 0`() throws {
    let bench = try Workbench()
    try bench.authority()
    let pdf = try signed(bench)
    try bench.bag(signedBy: .x509(bench.openssl, bench.certificateKey()), report: pdf)
    #expect(try bench.verify(trusting: bench.trust()).verdict == .good)
    var changed = pdf
    let place = try #require(Data(pdf).range(of: Data("[0 0 99 99]".utf8))).lowerBound
    changed[place + 5] = UInt8(ascii: "8")
    _ = try bench.shell("chmod u+w bag/data/report.pdf")
    try bench.write("bag/data/report.pdf", changed)
    #expect(try bench.verify(trusting: bench.trust()).verdict == .broken)
    guard try bench.shell("command -v pdfsig").isSuccess else {
      Issue.record("pdfsig is not installed: its ways were NOT looked at", severity: .warning)
      return
    }
    try bench.write("whole.pdf", pdf)
    let whole = try bench.shell("pdfsig -nocert whole.pdf")
    #expect(whole.isSuccess && whole.text.contains("Signature is Valid"), "\(whole.text)")
    let broken = try bench.shell("pdfsig -nocert bag/data/report.pdf")
    #expect(broken.isSuccess && broken.text.contains("Digest Mismatch"), "\(broken.text)")
  }
}
