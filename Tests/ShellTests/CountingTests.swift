import Testing

@testable import Shell

struct `A number and what it counts` {
  @Test func `agree in both languages`() {
    #expect(1.en("operation(s) taken") == "1 operation taken")
    #expect(2.en("body(ies) redacted") == "2 bodies redacted")
    #expect(1.en("entry(ies) named") == "1 entry named")
    #expect(0.en("day(s)") == "0 days")
    #expect(1.fr("jour(s)") == "1 jour" && 2.fr("jour(s)") == "2 jours")
  }
}

struct `The diagnosis of a disk` {
  @Test func `finds fault where nothing can be written, and is silent where there is room`() {
    #expect(Doctor.space(free: 2 << 30, refusal: 0).isEmpty)
    #expect(Doctor.space(free: 2 << 20, refusal: 0).map(\.state) == [.note])
    #expect(Doctor.space(free: 1000, refusal: 0).map(\.state) == [.fault])
    let readOnly = Doctor.space(free: 2 << 30, refusal: 30)
    #expect(readOnly.map(\.state) == [.fault])
    #expect(readOnly.first?.what.en.contains("read-only medium") == true)
  }
}
