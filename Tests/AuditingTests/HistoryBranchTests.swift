import Chance
import Testing

@testable import Auditing

/// The id of an operation named by a number: 64 digits.
private func id(_ number: Int) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 64 - digits.count) + digits
}

private func operation(
  _ number: Int, _ writer: String, _ n: Int, after previous: Int = 0, seeing seen: [Head] = [],
  at: Int? = nil
) -> Auditing.Operation {
  Operation(
    id: id(number), writer: writer, n: n, at: Timestamp(milliseconds: at ?? number),
    previous: id(previous), seen: seen, events: [])
}

private func head(_ writer: String, _ n: Int, _ number: Int) -> Head {
  Head(writer: writer, n: n, id: id(number))
}

struct `The history of a journal` {
  private let one = (1...40).map { operation($0, "a", $0, after: $0 - 1) }

  @Test func `is its lines in order, each after those before it`() {
    let history = History(uniting: one.shuffled())
    #expect(history.operations.map(\.n) == Array(1...40))
    for (earlier, later) in [(0, 1), (0, 39), (17, 23)] {
      #expect(history.isInPast(earlier, of: later))
      #expect(!history.isInPast(later, of: earlier))
      #expect(!history.areConcurrent(earlier, later))
    }
    #expect(history.heads == ["a": head("a", 40, 40)])
    #expect(history.allHeads == [head("a", 40, 40)])
    #expect(history.forks.isEmpty)
    #expect(history.missing.isEmpty)
  }

  @Test func `finds each operation by its id`() {
    let history = History(uniting: one)
    for (place, operation) in one.enumerated() {
      #expect(history.position(of: operation.id) == place)
    }
    #expect(!history.contains(id(41)))
    #expect(!history.contains(""))
    #expect(!history.contains(id(3).uppercased() + "x"))
  }

  @Test func `holds an operation once, however often it comes`() {
    let history = History(uniting: one + one.reversed() + one)
    #expect(history.operations.map(\.id) == one.map(\.id))
  }

  @Test func `gives the operation that is being prepared its id at the end`() {
    var history = History(uniting: one)
    history.append(
      Operation(
        id: "pending", writer: "a", n: 41, at: Timestamp(milliseconds: 41), previous: id(40),
        seen: [], events: []))
    #expect(history.contains("pending"))
    #expect(history.heads["a"]?.id == "pending")
    history.settleLast(id: id(41))
    #expect(!history.contains("pending"))
    #expect(history.position(of: id(41)) == 40)
    history.append(operation(42, "a", 42, after: 41))
    #expect(history.isInPast(40, of: 41))
    #expect(history.heads["a"] == head("a", 42, 42))
  }
}

struct `The history of several writers` {
  private let operations = [
    operation(1, "a", 1, at: 10), operation(2, "a", 2, after: 1, at: 20),
    operation(3, "b", 1, seeing: [head("a", 1, 1)], at: 5),
    operation(4, "b", 2, after: 3, at: 30),
    operation(5, "a", 3, after: 2, seeing: [head("b", 2, 4)], at: 25),
    operation(6, "c", 1, at: 22),
  ]

  private func isInPast(_ one: Int, of other: Int, _ history: History) -> Bool {
    guard let earlier = history.position(of: id(one)), let later = history.position(of: id(other))
    else { return false }
    return history.isInPast(earlier, of: later)
  }

  @Test func `puts each after what it names, then the earlier time first, in whatever order`() {
    for _ in 0..<50 {
      let history = History(uniting: operations.shuffled())
      #expect(history.operations.map(\.id) == [1, 3, 2, 6, 4, 5].map(id))
    }
  }

  @Test func `knows what each had in its past`() {
    let history = History(uniting: operations)
    for (one, other) in [(1, 3), (1, 4), (3, 5), (4, 5), (2, 5), (1, 5)] {
      #expect(isInPast(one, of: other, history), "\(one) \(other)")
    }
    for (one, other) in [(2, 3), (2, 4), (6, 5), (6, 4), (1, 6), (5, 4)] {
      #expect(!isInPast(one, of: other, history), "\(one) \(other)")
    }
  }

  @Test func `lists the heads that a writer has not seen, in the order of their texts`() {
    let history = History(uniting: operations)
    #expect(history.unseen(by: "a") == [head("c", 1, 6)])
    #expect(history.unseen(by: "b") == [head("a", 3, 5), head("c", 1, 6)])
    #expect(history.unseen(by: "d") == [head("a", 3, 5), head("b", 2, 4), head("c", 1, 6)])
  }

  @Test func `lists the heads that are named and not here, until they come`() {
    let history = History(uniting: [operations[4], operations[0], operations[1]])
    #expect(history.missing == [head("b", 2, 4)])
    #expect(history.contradicted.isEmpty)
    #expect(History(uniting: [operations[4]]).missing == [head("a", 2, 2), head("b", 2, 4)])
    var growing = History(uniting: [operations[4], operations[0], operations[1]])
    growing.append(operations[2])
    growing.append(operations[3])
    #expect(growing.missing.isEmpty)
  }

  @Test func `tells a head that a journal contradicts from one that is only missing`() {
    let history = History(
      uniting: operations + [operation(7, "c", 2, after: 6, seeing: [head("b", 1, 99)], at: 50)])
    #expect(history.missing == [head("b", 1, 99)])
    #expect(history.contradicted == [head("b", 1, 99)])
  }

  @Test func `agrees with a plain search of what is named`() {
    var random = SplitMix(7)
    for round in 0..<60 {
      let operations = random.history(size: 60, writers: 1 + round % 5)
      let history = History(uniting: operations.shuffled())
      let pasts = pasts(of: history.operations)
      for later in history.operations.indices {
        for earlier in history.operations.indices {
          let isKnown = pasts[later].contains(history.operations[earlier].id)
          #expect(history.isInPast(earlier, of: later) == isKnown)
        }
      }
    }
  }

  /// The ids in the past of each operation, found by following all that each names.
  private func pasts(of operations: [Auditing.Operation]) -> [Set<String>] {
    var pasts: [Set<String>] = []
    var places: [String: Int] = [:]
    for (place, operation) in operations.enumerated() {
      var past: Set<String> = []
      for name in [operation.previous] + operation.seen.map(\.id) {
        guard let known = places[name] else { continue }
        past.formUnion(pasts[known])
        past.insert(name)
      }
      pasts.append(past)
      places[operation.id] = place
    }
    return pasts
  }
}

struct `The history of a writer with two hands` {
  private let operations = [
    operation(1, "a", 1), operation(2, "a", 2, after: 1), operation(3, "a", 3, after: 2),
    operation(4, "a", 3, after: 2), operation(5, "a", 4, after: 4),
    operation(6, "b", 1, seeing: [head("a", 3, 3)]),
  ]

  @Test func `lists the fork with the first operations of its branches`() {
    let history = History(uniting: operations.shuffled())
    #expect(
      history.forks == [
        Fork(writer: "a", n: 3, branches: [OperationID(id(3)), OperationID(id(4))])
      ])
  }

  @Test func `holds its branches to be concurrent`() throws {
    let history = History(uniting: operations.shuffled())
    let place = { number in try #require(history.position(of: id(number))) }
    #expect(try history.areConcurrent(place(3), place(4)))
    #expect(try history.areConcurrent(place(3), place(5)))
    #expect(try history.isInPast(place(2), of: place(5)))
    #expect(try history.isInPast(place(4), of: place(5)))
    #expect(try history.isInPast(place(3), of: place(6)))
    #expect(try history.areConcurrent(place(4), place(6)))
  }

  @Test func `has a head for each branch, and the longest is the writer's`() {
    let history = History(uniting: operations)
    #expect(history.allHeads == [head("a", 3, 3), head("a", 4, 5), head("b", 1, 6)])
    #expect(history.heads["a"] == head("a", 4, 5))
    #expect(history.unseen(by: "b") == [head("a", 4, 5)])
    #expect(history.unseen(by: "c") == [head("a", 3, 3), head("a", 4, 5), head("b", 1, 6)])
  }

  @Test func `may begin with the fork`() {
    let history = History(uniting: [operation(1, "a", 1), operation(2, "a", 1)])
    #expect(history.forks.map(\.n) == [1])
    #expect(history.areConcurrent(0, 1))
    #expect(history.missing.isEmpty)
  }

  @Test func `keeps its order whoever saw which branch`() {
    let crossing = operations + [operation(7, "a", 4, after: 3, seeing: [head("b", 1, 6)])]
    for _ in 0..<20 {
      let history = History(uniting: crossing.shuffled())
      #expect(history.operations.map(\.id) == (1...7).map(id))
      #expect(history.forks.count == 1)
    }
  }
}

extension SplitMix {
  /// A random history: each operation follows the last of its writer, and sees some others.
  fileprivate mutating func history(size: Int, writers: Int) -> [Auditing.Operation] {
    var heads: [Int: Head] = [:]
    return (1...size).map { number in
      let writer = Int(next() % UInt64(writers))
      let own = heads[writer]
      let seen = heads.filter { $0.key != writer && next() % 3 == 0 }.map(\.value)
      let new = head("w\(writer)", (own?.n ?? 0) + 1, number)
      heads[writer] = new
      return Operation(
        id: new.id, writer: new.writer, n: new.n,
        at: Timestamp(milliseconds: Int(next() % 100)), previous: own?.id ?? id(0),
        seen: seen.sorted { $0.writer < $1.writer }, events: [])
    }
  }
}
