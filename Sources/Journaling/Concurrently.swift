import Glibc

/// Several pieces of work at the same time.
package enum Concurrently {
  private struct Work {
    let body: () -> Void
  }

  /// Runs two pieces of work that share nothing, the second on a thread of its own, and waits for
  /// both; where no thread is to be had, one after the other.
  ///
  /// - Returns: What the first gives.
  package static func run<Result>(_ one: () -> Result, and other: () -> Void) -> Result {
    withoutActuallyEscaping(other) { other in
      var work = Work(body: other)
      var thread = pthread_t()
      return unsafe withUnsafeMutablePointer(to: &work) { work in
        let code = unsafe pthread_create(
          &thread, nil,
          { context in
            unsafe context?.assumingMemoryBound(to: Work.self).pointee.body()
            return nil
          }, work)
        let result = one()
        if code == 0 { pthread_join(thread, nil) } else { unsafe work.pointee.body() }
        return result
      }
    }
  }

  /// What some work makes of each of several things, in their order, on so many threads at most.
  ///
  /// The first thread is the calling one; the things are dealt out in turn.
  static func map<Item, Result>(
    _ items: [Item], threads: Int, _ body: (_ thread: Int, _ item: Item) -> Result
  ) -> [Result] {
    let threads = max(1, min(threads, items.count))
    var shares = [[Result]](repeating: [], count: threads)
    unsafe shares.withUnsafeMutableBufferPointer { shares in
      let shares = unsafe shares
      deal(0..<threads) { thread in
        var share: [Result] = []
        for index in stride(from: thread, to: items.count, by: threads) {
          share.append(body(thread, items[index]))
        }
        unsafe shares[thread] = share
      }
    }
    return items.indices.map { shares[$0 % threads][$0 / threads] }
  }

  /// Does the work of each thread, the first on this one.
  private static func deal(_ threads: Range<Int>, _ work: (Int) -> Void) {
    guard threads.count > 1 else {
      if let only = threads.first { work(only) }
      return
    }
    let middle = threads.lowerBound + threads.count / 2
    run {
      deal(threads.lowerBound..<middle, work)
    } and: {
      deal(middle..<threads.upperBound, work)
    }
  }
}
