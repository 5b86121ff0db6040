import Glibc
import Journaling
import Signing
import Testing

@testable import Shell

struct `A disk that fails` {
  @Test(arguments: [ENOSPC, EDQUOT, EROFS, EFBIG, EIO])
  func `is input or output that failed, whatever was being written`(_ code: Int32) {
    let failure = SigningError.system(call: "write", path: "x", code: code)
    #expect(ShellError.signing(failure).exit == .inputOutput)
    #expect(ShellError.journal(.writeFailed(path: "x", code: code)).exit == .inputOutput)
    #expect(ShellError.cannotWrite("x", code: code).exit == .inputOutput)
  }

  @Test func `is not what is not there`() {
    let failure = SigningError.system(call: "open", path: "x", code: ENOENT)
    #expect(ShellError.signing(failure).exit == .failed)
  }
}
