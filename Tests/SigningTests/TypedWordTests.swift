import Signing
import Testing

struct `A text in what is to be typed` {
  @Test(arguments: ["r.git", "/media/clé/préf-04", "../a_b+c"])
  func `stays as it is when it is one word`(_ text: String) {
    #expect(text.shellWord == text && text.commandWord == text)
  }

  @Test(arguments: ["", "clé usb/préf", "l'été", #"a"b\c$d"#, "a;b", "a(b)", "*"])
  func `is one word of a shell, both ways`(_ text: String) throws {
    for word in [text.shellWord, text.commandWord] {
      let output = try Subprocess("/bin/sh", ["-c", "/usr/bin/printf %s \(word)"]).run().output
      #expect(String(decoding: output, as: UTF8.self) == text, "\(word)")
    }
  }
}
