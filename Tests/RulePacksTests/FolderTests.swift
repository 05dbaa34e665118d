import Evaluator
import JSON
import RulePacks
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Packs on disk.
@Suite struct FolderTests {
  /// A rules folder with the pack `p`, gone after the test.
  private func withFolder(_ files: [Text: [UInt8]], _ test: (String) throws -> Void) throws {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.path + "/binhxet-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? manager.removeItem(atPath: root) }
    for (path, bytes) in files {
      let url = URL(fileURLWithPath: root + "/rules/" + path.string)
      try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    try test(root)
  }

  @Test(arguments: ["/rules/p", "/rules/p/", "/rules/p/pack.json", "/rules/../rules/p/."])
  func aPackIsFoundByFolderOrManifest(_ path: String) throws {
    try withFolder(Packs.files(rules: Packs.threshold())) { root in
      let loading = PackLoader().load(folder: root + path)
      #expect(loading.defects.map(summary) == [])
      #expect(loading.pack?.id == "p")
    }
  }

  @Test(arguments: ["/rules/q", "/nothing/at/all", "", "/rules/p\0"])
  func aMissingFolderIsTold(_ path: String) throws {
    try withFolder(Packs.files()) { root in
      let loading = PackLoader().load(folder: root + path)
      #expect(loading.defects.map(\.code) == [.fileNotFound])
      #expect(loading.isUnreadable)
      #expect(loading.pack == nil)
    }
  }

  @Test func linksStayInTheRulesFolder() throws {
    try withFolder(Packs.files(rules: Packs.threshold())) { root in
      let manager = FileManager.default
      try Data("{}".utf8).write(to: URL(fileURLWithPath: root + "/outside.json"))
      try manager.removeItem(atPath: root + "/rules/p/rules.json")
      try manager.createSymbolicLink(
        atPath: root + "/rules/p/rules.json", withDestinationPath: "../../outside.json")
      #expect(
        PackLoader().load(folder: root + "/rules/p").defects.map(summary) == [
          #"outsideRulesFolder p/pack.json:4 `"rules.json"` [p/rules.json]"#
        ])
      try manager.removeItem(atPath: root + "/rules/p/rules.json")
      try manager.createDirectory(atPath: root + "/rules/common", withIntermediateDirectories: true)
      try Data("{}".utf8).write(to: URL(fileURLWithPath: root + "/rules/common/inside.json"))
      try manager.createSymbolicLink(
        atPath: root + "/rules/p/rules.json", withDestinationPath: "../common/inside.json")
      #expect(PackLoader().load(folder: root + "/rules/p").defects.map(summary) == [])
    }
  }

  @Test func aFolderIsNoFile() throws {
    try withFolder(Packs.files()) { root in
      try FileManager.default.removeItem(atPath: root + "/rules/p/rules.json")
      try FileManager.default.createDirectory(
        atPath: root + "/rules/p/rules.json", withIntermediateDirectories: true)
      #expect(
        PackLoader().load(folder: root + "/rules/p").defects.map(summary) == [
          #"fileUnreadable p/pack.json:4 `"rules.json"` [p/rules.json | not a file]"#
        ])
    }
  }
}
