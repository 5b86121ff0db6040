/// The known word that a mistaken one was probably meant to be.
package enum Suggestion {
  /// The nearest candidate by edit distance after folding, or nothing when none is near.
  ///
  /// Near means that at least six letters in ten agree; two neighbours that changed places count
  /// as one edit. Among equals the one with the longer common beginning wins, then the order of
  /// the alphabet, so that the answer does not depend on the order of the candidates.
  package static func nearest(
    to text: String, among candidates: some Sequence<String>
  ) -> String? {
    let wanted = Array(text.folded.unicodeScalars)
    var best: (rank: Rank, text: String)?
    for candidate in candidates {
      let given = Array(candidate.folded.unicodeScalars)
      let limit = max(wanted.count, given.count) * 2 / 5
      guard abs(wanted.count - given.count) <= min(limit, best?.rank.distance ?? limit),
        let distance = distance(wanted, given, atMost: limit)
      else { continue }
      let rank = Rank(distance: distance, prefix: commonPrefix(wanted, given))
      if let current = best {
        guard rank < current.rank || (rank == current.rank && candidate < current.text)
        else { continue }
      }
      best = (rank, candidate)
    }
    return best?.text
  }

  /// How near a candidate is: few edits first, then a long common beginning.
  private struct Rank: Comparable {
    let distance: Int
    let prefix: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.distance, right.prefix) < (right.distance, left.prefix)
    }
  }

  private static func commonPrefix(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    zip(left, right).prefix { $0 == $1 }.count
  }

  /// The count of insertions, deletions, replacements and swaps of neighbours between two words.
  ///
  /// Optimal string alignment over three rows; it gives up once a row lies above the limit.
  private static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int
  ) -> Int? {
    guard !left.isEmpty, !right.isEmpty else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for i in 1...left.count {
      current[0] = i
      var lowest = i
      for j in 1...right.count {
        let change = left[i - 1] == right[j - 1] ? 0 : 1
        var cost = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        current[j] = cost
        lowest = min(lowest, cost)
      }
      if lowest > limit + 1 { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
