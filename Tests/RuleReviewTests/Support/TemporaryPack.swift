import Foundation
import JSON

/// A rules folder on disk that is gone with this value.
final class TemporaryPack {
  let root: URL
  /// Of the pack `p` in it.
  var folder: String { root.appendingPathComponent("p").path }

  /// - Parameter files: texts by path within the rules folder.
  init(_ files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")
    for (path, text) in files {
      let url = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// A pack of units whose score, share and report are judged, with its cases.
  ///
  /// - Parameters:
  ///   - rules: JSON of the elements of `rules`; `awards` likewise.
  ///   - cases: JSON of the elements of `cases`.
  ///   - more: further files.
  static func units(
    rules: String, awards: String = "", parameters: String = "", manifest: String = "", cases: String,
    more: [String: String] = [:]
  ) throws -> TemporaryPack {
    try TemporaryPack(
      [
        "p/pack.json": """
        { "pack": "p", "version": "1", "title": { "vi": "Gói", "en": "Pack" },
          "period": { "from": "2021-01-01", "before": "2022-01-01" }, "include": ["unit.json", "rules.json"],
          "parameters": { \(parameters) }\(manifest) }
        """,
        "p/unit.json": """
        { "recordType": "unit", "key": ["id"], "title": { "vi": "Đơn vị", "en": "Unit" },
          "fields": {
            "id": { "type": "string" }, "score": { "type": "number" }, "share": { "type": "number" },
            "kind": { "type": "enum", "values": ["district", "commune"] },
            "hasPlan": { "type": "boolean" }, "sentOn": { "type": "date" }, "decidedOn": { "type": "date" },
            "themes": { "type": "list", "of": "string", "maxItems": 20 } } }
        """,
        "p/rules.json": "{ \"rules\": [\(rules)], \"awards\": [\(awards)] }",
        "p/cases/all.json": "{ \"cases\": [\(cases)] }",
      ].merging(more) { $1 })
  }

  static func rule(_ id: String, _ members: String) -> String {
    "{ \"id\": \"\(id)\", \"on\": \"unit\", \"title\": { \"vi\": \"T\", \"en\": \"T\" }, \(members) }"
  }

  /// - Parameter expect: members of `findings`.
  static func ruleCase(
    _ name: String, _ record: String, _ expect: String, asOf: String = "2021-12-31", more: String = ""
  ) -> String {
    """
    { "name": "\(name)", "type": "unit", "asOf": "\(asOf)", "record": { "id": "u"\(record) }, \(more)
      "expect": { "findings": { \(expect) } } }
    """
  }
}
