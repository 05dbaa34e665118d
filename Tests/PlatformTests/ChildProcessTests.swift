import Testing

@testable import Platform

struct ChildProcessTests {
  @Test func passesMoreThanAPipeHolds() {
    let input = [UInt8](repeating: 65, count: 1 << 20)
    #expect(ChildProcess.output(["cat"], input: input) == input)
  }

  @Test func hasNoOutputOfWhatFails() {
    #expect(ChildProcess.output(["sh", "-c", "echo seen; exit 3"]) == nil)
    #expect(ChildProcess.output(["no-such-program-here"]) == nil)
    #expect(ChildProcess.output([]) == nil)
  }

  @Test func keepsArgumentsAsTheyAre() {
    #expect(ChildProcess.output(["printf", "%s", "a b'$c"]) == Array("a b'$c".utf8))
  }
}
