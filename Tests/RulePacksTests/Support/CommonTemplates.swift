import JSON
import RulePacks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The template kinds of `rules/common/kinds`.
enum CommonTemplates {
  private static let rules = String(#filePath)
    .replacing("Tests/RulePacksTests/Support/CommonTemplates.swift", with: "rules/")

  /// Sorted by name.
  static let all: [KindDescription] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: rules + "common/kinds")) ?? []
    var files: [Text: [UInt8]] = [
      "t/pack.json": Array(
        """
        { "pack": "t", "version": "1", "title": { "vi": "Mẫu", "en": "Templates" }, "lawDate": "2021-12-31",
          "include": ["../common/kinds.json"] }
        """.utf8)
    ]
    for name in ["common/kinds.json"] + names.map({ "common/kinds/" + $0 }) {
      files[Text(name)] = FileManager.default.contents(atPath: rules + name).map { [UInt8]($0) }
    }
    return PackLoader().open(manifest: "t/pack.json", from: MemoryFiles(files)).open?.templates ?? []
  }()
}
