import JSON
import RulePacks
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The schemas in `rules/schema` are those of the built-in kinds, the common templates and the forms.
@Suite struct PublishedSchemaTests {
  private static let folder = String(#filePath)
    .replacing("Tests/RulePacksTests/PublishedSchemaTests.swift", with: "rules/schema/")

  @Test(arguments: PublishedSchema.all(templates: CommonTemplates.all).map(\.name))
  func filesAreUpToDate(_ name: Text) throws {
    let schema = try #require(PublishedSchema.all(templates: CommonTemplates.all).first { $0.name == name })
    let path = Self.folder + name.string
    if ProcessInfo.processInfo.environment["UPDATE_SCHEMAS"] != nil {
      try Data(schema.bytes).write(to: URL(fileURLWithPath: path))
    }
    let file = FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    #expect(
      file == schema.bytes,
      "rules/schema/\(name) is stale: run UPDATE_SCHEMAS=1 swift test --filter PublishedSchemaTests")
  }

  /// One name, one definition: two shapes of a name would silently share the first.
  @Test func everyReferenceIsDefined() throws {
    for schema in PublishedSchema.all(templates: CommonTemplates.all) {
      let root = try JSONDocument.parse(schema.bytes).root
      let definitions = try #require(root["$defs"])
      let defined = Set(definitions.members.compactMap(\.key))
      #expect(!definitions.members.contains { $0.isNull })
      for reference in references(root) {
        #expect(defined.contains(Text(utf8: reference.utf8.dropFirst(8))), "\(reference) in \(schema.name)")
      }
    }
  }

  private func references(_ node: JSONNode) -> [Text] {
    var found: [Text] = []
    if node.key == "$ref", let text = node.text { found.append(text) }
    for child in node.members { found += references(child) }
    for child in node.elements { found += references(child) }
    return found
  }
}
