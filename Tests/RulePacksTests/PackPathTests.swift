import JSON
import Testing

@testable import RulePacks

@Suite struct PackPathTests {
  @Test(arguments: [
    ("unit.json", "p/unit.json"), ("./a/b.json", "p/a/b.json"), ("../common/x.json", "common/x.json"),
    ("a/../b.json", "p/b.json"), ("..x/y", "p/..x/y"), ("../p/c.json", "p/c.json"),
  ])
  func relativePathsAreResolved(_ path: Text, _ resolved: Text) throws {
    #expect(try PackPath.resolve(path, from: "p/pack.json") == resolved)
  }

  @Test(arguments: ["../../x.json", "../..", "a/../../../x", "../../../../etc/passwd"] as [Text])
  func pathsOutOfTheFolderAreRefused(_ path: Text) {
    #expect(throws: PackPath.Refusal.outside) { try PackPath.resolve(path, from: "p/pack.json") }
  }

  @Test(arguments: ["", "/etc/passwd", "a//b", "a/", "..\\x", "a\u{0}b", "..", "."] as [Text])
  func malformedPathsAreRefused(_ path: Text) {
    #expect(throws: PackPath.Refusal.self) { try PackPath.resolve(path, from: "pack.json") }
  }
}
