import Evaluator
import Foundation
import JSON
import Testing

/// The published schema of results names what the code names; that results keep to it is held by `.ci/run`.
@Suite struct ResultSchemaTests {
  @Test func outcomesAreThoseOfTheEvaluator() throws {
    #expect(try enumeration("finding", "properties", "outcome") == Outcome.allCases.map(\.name))
    #expect(try required("summary", "properties", "findings") == Outcome.allCases.map(\.name))
  }

  @Test func severitiesAreThoseOfTheEvaluator() throws {
    #expect(try enumeration("finding", "properties", "severity") == Severity.allCases.reversed().map(\.name))
  }

  @Test func standingsAreThoseOfTheEvaluator() throws {
    #expect(try enumeration("standing") == Verdict.Standing.allCases.map(\.name))
    #expect(
      try required("summary", "properties", "verdicts", "additionalProperties")
        == Verdict.Standing.allCases.map(\.name))
  }

  @Test func everyObjectIsClosed() throws {
    var open: [Text] = []
    func visit(_ node: JSONNode) {
      if node["type"]?.text == "object", node["additionalProperties"] == nil { open.append(node.pointer) }
      for child in node.members { visit(child) }
      for child in node.elements { visit(child) }
    }
    visit(try schema())
    #expect(open == [])
  }

  private func schema() throws -> JSONNode {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "rules/schema/result.schema.json")
    return try JSONDocument.parse([UInt8](Data(contentsOf: file))).root
  }

  private func definition(_ path: [Text]) throws -> JSONNode {
    try path.reduce(#require(try schema()["$defs"])) { node, key in try #require(node[key], "\(key)") }
  }

  private func enumeration(_ path: Text...) throws -> [Text] {
    try #require(try definition(path)["enum"]).elements.compactMap(\.text)
  }

  private func required(_ path: Text...) throws -> [Text] {
    try #require(try definition(path)["required"]).elements.compactMap(\.text)
  }
}
