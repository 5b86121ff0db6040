/// A value of a JSON text (RFC 8259), with its members in the order they were given.
///
/// Two values are equal when every byte of their texts is: composed and decomposed letters
/// differ here, though Swift's strings call them equal.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number that is no 64-bit integer, kept as it is spelt: `1.5`, `1e9`, `-0`.
  case decimal(String)
  case text(String)
  case list([JSON])
  case object(Object)
}

extension JSON {
  /// A key and its value.
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSON

    /// Creates a member.
    package init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The members of an object, in order, no key twice.
  package struct Object: Hashable, Sendable {
    package private(set) var members: [Member]

    /// Creates an object of members whose keys are known to differ.
    package init(unchecked members: [Member]) { self.members = members }

    /// Creates an object of members whose keys are known to differ.
    package init(distinct members: KeyValuePairs<String, JSON>) {
      self.members = members.map { Member(key: $0.key, value: $0.value) }
    }

    /// Creates an object; a later value for the same key replaces the earlier one in its place.
    package init(_ members: [(String, JSON)] = []) {
      self.members = []
      for (key, value) in members { self[key] = value }
    }

    /// The value of a key; setting nothing removes the member.
    package subscript(key: String) -> JSON? {
      get { members.first { $0.key.hasSameBytes(as: key) }?.value }
      set {
        let place = members.firstIndex { $0.key.hasSameBytes(as: key) }
        switch (place, newValue) {
        case (let place?, let value?): members[place].value = value
        case (let place?, nil): members.remove(at: place)
        case (nil, let value?): members.append(Member(key: key, value: value))
        case (nil, nil): break
        }
      }
    }
  }
}

extension JSON.Object: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { members.count }

  /// The member at a place.
  package subscript(position: Int) -> JSON.Member { members[position] }

  /// The keys in order.
  package var keys: [String] { members.map(\.key) }
}
