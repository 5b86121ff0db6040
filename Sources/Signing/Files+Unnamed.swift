import Glibc

extension Files {
  /// A file without a name that holds some bytes, in memory where the machine has a place.
  package static func unnamed(_ bytes: [UInt8]) throws(SigningError) -> Descriptor {
    let temporaryFile: Int32 = 0o20_200_000
    var refusal: SigningError?
    for folder in ["/dev/shm", "/tmp", "/var/tmp"] {
      do throws(SigningError) {
        let flags = temporaryFile | O_RDWR
        let file = try open(folder, flags, mode: 0o600, followingLinks: true)
        try write(bytes.span, to: file, path: folder)
        guard lseek(file.number, 0, SEEK_SET) == 0 else { throw failure("lseek", folder) }
        return file
      } catch {
        refusal = error
      }
    }
    throw refusal ?? failure("open", "/tmp")
  }

  /// The numbers of this process's open descriptors, none where the system does not tell.
  package static func openNumbers() -> [Int32] {
    let path = "/proc/self/fd"
    guard let folder = try? open(path, O_RDONLY | O_DIRECTORY),
      let names = try? names(in: folder, path: path)
    else { return [] }
    return names.compactMap { Int32(String(decoding: $0, as: UTF8.self)) }
  }
}
