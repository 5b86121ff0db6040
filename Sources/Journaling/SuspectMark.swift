import Signing

/// What lies beside a journal whose synchronisation failed, and says how much of it counts.
///
/// What follows was never acknowledged: neither its writer nor anybody who takes the journal over
/// counts it.
enum SuspectMark {
  /// What the name of such a mark ends with, after that of its journal.
  static let ending = ".suspect"
  /// The most bytes that one has.
  static let limit = 64

  /// The length in bytes that a mark tells, or nothing of one that tells none.
  static func length(in mark: [UInt8]) -> Int? {
    Int(String(decoding: mark.prefix { $0 != Line.end }, as: UTF8.self)).map { max(0, $0) }
  }
}

extension [UInt8] {
  /// The bytes of a journal that count, up to a length in bytes where one is told.
  func counted(upTo length: Int?) -> [UInt8] { length.map { Array(prefix($0)) } ?? self }
}

extension SourceFolder {
  /// What counts of the journal at some parts.
  func journal(_ parts: [String]) throws(JournalError) -> [UInt8] {
    let bytes = try contents(parts, limit: MergeSource.Limit.journal)
    var mark = parts
    mark[mark.count - 1] += SuspectMark.ending
    guard try holds(mark) else { return bytes }
    return bytes.counted(
      upTo: SuspectMark.length(in: try contents(mark, limit: SuspectMark.limit)))
  }
}
