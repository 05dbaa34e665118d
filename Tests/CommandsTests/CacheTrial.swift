import Evaluator
import Foundation
import JSON
import RulePacks
import Testing

@testable import Commands

/// A rules folder and a cache of its own, and what the loader had to read anew.
struct CacheTrial {
  let root: String
  let loader = PackLoader()
  var cache: PackCache { PackCache(folder: root + "/cache") }
  var entries: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root + "/cache")) ?? []).sorted()
  }

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/cache-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root + "/rules/p", withIntermediateDirectories: true)
    try write("p/pack.json", Self.manifest)
    try write("p/rules.json", Self.rules(limit: 3))
  }

  func write(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/rules/" + path))
  }

  func load(_ options: LoadOptions = LoadOptions()) throws -> PackLoading {
    cache.load(try #require(PackPlace(root + "/rules/p")), options, loader)
  }

  func limit(_ options: LoadOptions = LoadOptions()) throws -> Text? {
    try #require(try load(options).pack).rules.first?.check.requires.text
  }

  func end() { try? FileManager.default.removeItem(atPath: root) }

  static let manifest = """
    {
      "pack": "p", "version": "1.0.0", "title": { "vi": "Thử", "en": "Trial" }, "timeZone": "+07:00",
      "period": { "from": "2021-01-01", "before": "2022-01-01" }, "lawDate": "2021-12-31",
      "sources": { "plan": { "title": { "vi": "Kế hoạch", "en": "Plan" } } },
      "include": ["rules.json"]
    }
    """

  static func rules(limit: Int) -> String {
    """
    {
      "recordTypes": [
        {
          "recordType": "unit", "title": { "vi": "Đơn vị", "en": "Unit" }, "key": ["id"],
          "fields": {
            "id": { "type": "string", "title": { "vi": "Mã", "en": "Id" } },
            "trees": { "type": "integer", "title": { "vi": "Số cây", "en": "Trees" } }
          }
        }
      ],
      "parameters": {
        "bonus": {
          "type": "integer", "title": { "vi": "Thêm", "en": "Bonus" }, "setBy": "committee",
          "values": [{ "from": "2021-01-01", "value": 0 }]
        }
      },
      "rules": [
        {
          "id": "p-trees", "kind": "threshold", "on": "unit", "title": { "vi": "Trồng cây", "en": "Trees" },
          "cites": ["plan#1"], "severity": "mandatory", "value": "trees", "atLeast": "\(limit) + params.bonus"
        }
      ]
    }
    """
  }
}
