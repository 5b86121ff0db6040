package import Glibc
package import Signing

/// Every call on files and folders that a dossier rests on, so that a test can make each fail, or
/// put a disk of its own in their place.
///
/// Each call throws `system` with the error number of the call that failed, or what `Files` says
/// of it.
package struct Disk: Sendable {
  /// What a call that failed says.
  package typealias Failure = SigningError

  /// Opens a path with flags of open(2), never through a symbolic link at its end; a file that is
  /// made is readable by its owner alone.
  package var open: @Sendable (_ path: String, _ flags: Int32) throws(Failure) -> File
  /// Reads at most so many bytes at an offset; none at the end.
  package var read: @Sendable (File, _ offset: Int, _ count: Int) throws(Failure) -> [UInt8]
  /// Adds bytes at the end of a file and gives how many it took.
  package var write: @Sendable (File, Span<UInt8>) throws(Failure) -> Int
  /// Lets writes to a file go past the memory of the system, or no longer, and says whether they
  /// do; such a write takes whole pages of memory that begin at one, and `EINVAL` refuses others.
  package var passMemoryBy: @Sendable (File, Bool) -> Bool
  /// Makes what a file holds last through a loss of power.
  package var synchronize: @Sendable (File) throws(Failure) -> Void
  /// Makes the names in a folder last through a loss of power.
  package var synchronizeFolder: @Sendable (_ path: String) throws(Failure) -> Void
  /// Cuts a file to a length in bytes.
  package var truncate: @Sendable (File, Int) throws(Failure) -> Void
  /// Gives a file its permissions.
  package var setMode: @Sendable (File, mode_t) throws(Failure) -> Void
  /// What the system tells of an open file.
  package var status: @Sendable (File) throws(Failure) -> stat
  /// What the system tells of a name, itself and not what it may lead to.
  package var named: @Sendable (_ path: String) throws(Failure) -> stat
  /// Takes the lock of an open file if it is free, until the file is closed.
  package var lock: @Sendable (File) throws(Failure) -> Bool
  /// Gives a file or folder another name, in the place of what has it.
  package var rename: @Sendable (_ path: String, _ name: String) throws(Failure) -> Void
  /// Gives a file or folder another name, which nothing may have.
  package var renameFree: @Sendable (_ path: String, _ name: String) throws(Failure) -> Void
  /// Gives a file a second name, which nothing may have.
  package var link: @Sendable (_ path: String, _ name: String) throws(Failure) -> Void
  /// Takes a name of a file away.
  package var unlink: @Sendable (_ path: String) throws(Failure) -> Void
  /// Makes a folder that must not exist; its owner alone may enter it.
  package var makeFolder: @Sendable (_ path: String) throws(Failure) -> Void
  /// Takes an empty folder away.
  package var removeFolder: @Sendable (_ path: String) throws(Failure) -> Void
  /// The names in a folder, in order.
  package var names: @Sendable (_ path: String) throws(Failure) -> [String]
  /// The absolute path of what is there, symbolic links followed.
  package var resolve: @Sendable (_ path: String) throws(Failure) -> String
  /// How many bytes a file under a folder may take.
  package var freeSpace: @Sendable (_ path: String) throws(Failure) -> Int

  /// An open file or folder, closed when it goes out of use.
  package final class File: Sendable {
    /// The path by which it was opened.
    package let path: String
    package let number: Int32
    private let close: @Sendable (Int32) -> Void

    /// Takes over what was opened.
    package init(path: String, number: Int32, close: @escaping @Sendable (Int32) -> Void) {
      self.path = path
      self.number = number
      self.close = close
    }

    deinit { close(number) }
  }
}
