import Foundation
import JSON
import RulePacks
import RuleReview
import Testing

/// Safe edits mend what they are offered for, and leave nothing to mend.
@Suite struct FixTests {
  private static let mended: [(written: String, expected: String)] = [
    ("!(count < 3)", "count >= 3"), ("flag == true", "flag"), ("true == flag", "flag"),
    ("flag == false && count > 1", "!flag && count > 1"), ("!!flag", "flag"), ("!!!flag", "!flag"),
    ("flag ? true : false", "flag"), ("count > 3 ? false : true", "!(count > 3) | count <= 3"),
    ("flag == (count > 1) == true", "flag == (count > 1)"), ("flag != !(count < 3)", "flag != (count >= 3)"),
    ("name == 'a' || name == 'b' || name == 'c'", "name in ['a', 'b', 'c']"),
    ("fold(name) == 'Ba Cung'", "fold(name) == fold('Ba Cung')"),
    (#"!(name == \"é\\\\x\")"#, #"name != 'é\\\\x'"#),
  ]

  @Test(arguments: mended) func isMended(_ example: (written: String, expected: String)) throws {
    var files = Self.files(when: example.written)
    for _ in 0..<10 {
      let edits = Self.lint(files).flatMap(\.fix)
      if edits.isEmpty { break }
      files.files["p/rules.json"] = edits.applied(to: files.files["p/rules.json"] ?? [], of: "p/rules.json")
    }
    #expect(Self.lint(files).filter { $0.rule.string.hasPrefix("load.") }.isEmpty)
    let text = String(decoding: files.files["p/rules.json"] ?? [], as: UTF8.self)
    let choices = example.expected.components(separatedBy: " | ")
    #expect(choices.contains { text.contains("\"when\": \"\($0)\"") }, "\(text)")
    #expect(Self.lint(files).flatMap(\.fix).isEmpty)
  }

  private static func lint(_ files: MemoryFiles) -> [ReviewFinding] {
    PlantedDefectTests.linter.lint(manifest: "p/pack.json", from: files)
  }

  private static func files(when: String) -> MemoryFiles {
    MemoryFiles([
      "p/pack.json": Array(
        """
        { "pack": "p", "version": "1", "title": { "vi": "Gói", "en": "Pack" },
          "period": { "from": "2021-01-01", "before": "2022-01-01" },
          "sources": { "plan": { "title": { "vi": "Kế hoạch", "en": "Plan" } } }, "include": ["rules.json"] }
        """.utf8),
      "p/rules.json": Array(
        """
        { "recordTypes": [ { "recordType": "unit", "key": ["id"], "title": { "vi": "Đơn vị", "en": "Unit" },
            "fields": { "id": { "type": "string" }, "flag": { "type": "boolean" }, "count": { "type": "integer" },
              "name": { "type": "string" } } } ],
          "rules": [ { "id": "r", "kind": "threshold", "on": "unit", "title": { "vi": "T", "en": "T" },
            "cites": ["plan#1"], "value": "count", "atLeast": 2, "when": "\(when)" } ] }
        """.utf8),
    ])
  }
}
