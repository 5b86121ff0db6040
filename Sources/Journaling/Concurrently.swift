import Glibc

/// Two pieces of work at the same time.
enum Concurrently {
  private struct Work {
    let body: () -> Void
  }

  /// Runs two pieces of work that share nothing, the second on a thread of its own, and waits for
  /// both; where no thread is to be had, one after the other.
  static func run(_ one: () -> Void, and other: () -> Void) {
    withoutActuallyEscaping(other) { other in
      var work = Work(body: other)
      var thread = pthread_t()
      unsafe withUnsafeMutablePointer(to: &work) { work in
        let code = unsafe pthread_create(
          &thread, nil,
          { context in
            unsafe context?.assumingMemoryBound(to: Work.self).pointee.body()
            return nil
          }, work)
        one()
        if code == 0 { pthread_join(thread, nil) } else { unsafe work.pointee.body() }
      }
    }
  }
}
