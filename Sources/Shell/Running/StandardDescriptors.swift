import Glibc

/// The descriptors 0, 1 and 2, which are the standard streams whatever is behind them.
enum StandardDescriptors {
  /// Gives each one that the program was started without to the null device, before anything else
  /// is opened: else the next file would get its number, and what is said would be written into it.
  ///
  /// A stream for writing is opened for reading alone, so that writing to it still fails.
  static func take() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 {
      // The lowest free number is what is given.
      guard unsafe open("/dev/null", O_RDONLY) == number else {
        exit(ExitCode.inputOutput.rawValue)
      }
    }
  }
}
