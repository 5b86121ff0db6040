import Auditing
import Journaling
import Scripting
import Signing

/// Where the bags of seals lie: an entry of the journal names them, and is believed only as far as
/// it names its own.
extension Session {
  /// The bag of a seal in the dossier's exports; nothing where its entry names another than its own.
  ///
  /// Its name is the one that sealing gives to the audit and the edition, which its statement says
  /// too: a path of another shape could lead anywhere.
  func bagPath(of seal: Seal) -> String? {
    guard let dossier, let name = seal.bag, let id = Self.auditID(in: name, seal.edition),
      identifiers(.audit).keys(for: id).contains(seal.audit),
      let text = seal.statement, let statement = try? SignatureStatement(bytes: Array(text.utf8)),
      statement.document == Sealing.document(id, seal.edition)
    else { return nil }
    return "\(dossier.path)/exports/\(name)"
  }

  /// The display id of the audit in the name of an edition's bag, as it was when it was sealed.
  private static func auditID(in name: String, _ edition: Int) -> String? {
    guard let start = name.firstIndex(of: "-").map(name.index(after:)),
      let end = name.lastIndex(of: "-"), start <= end, !name.utf8.contains(0),
      !name.utf8.contains(UInt8(ascii: "/"))
    else { return nil }
    let id = String(name[start..<end])
    return name == Sealing.bagName(id, edition) ? id : nil
  }
}
