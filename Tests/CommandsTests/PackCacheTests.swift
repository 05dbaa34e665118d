import Evaluator
import Foundation
import JSON
import RulePacks
import Testing

@testable import Commands

/// A pack is taken from the cache only where everything that it was made from is the same.
@Suite struct PackCacheTests {
  /// A rules folder and a cache of its own, and what the loader had to read anew.
  private struct Trial {
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

  @Test func keepsAPackAndTakesItFromThere() throws {
    let trial = try Trial()
    defer { trial.end() }
    let first = try #require(try trial.load().pack)
    #expect(trial.entries.count == 1)
    let again = try #require(try trial.load().pack)
    #expect(Text(utf8: again.stored) == Text(utf8: first.stored))
    #expect(try #require(again.rules.first).check.requires.variablesRead == ["params.bonus"])
    #expect(trial.entries.count == 1)
  }

  @Test func readsAnewWhatHasChanged() throws {
    let trial = try Trial()
    defer { trial.end() }
    let before = try trial.limit()
    try trial.write("p/rules.json", Trial.rules(limit: 4))
    let after = try trial.limit()
    #expect(before != after)
    #expect(after?.string.contains("4") == true)
    // Back again, with a file of the same size and maybe within the same second.
    try trial.write("p/rules.json", Trial.rules(limit: 3))
    #expect(try trial.limit() == before)
  }

  @Test func tellsADefectEachTime() throws {
    let trial = try Trial()
    defer { trial.end() }
    _ = try trial.load()
    try trial.write("p/rules.json", Trial.rules(limit: 3).replacing("trees\",", with: "threes\","))
    for _ in 0..<2 {
      let loading = try trial.load()
      #expect(loading.pack == nil)
      #expect(!loading.defects.isEmpty)
    }
    try FileManager.default.removeItem(atPath: trial.root + "/rules/p/rules.json")
    #expect(try trial.load().pack == nil)
  }

  @Test func keepsSettingsApart() throws {
    let trial = try Trial()
    defer { trial.end() }
    let options = LoadOptions(set: [("bonus", "2")])
    for _ in 0..<2 {
      #expect(try #require(try trial.load().pack).parameters.first?.override == nil)
      #expect(try #require(try trial.load(options).pack).parameters.first?.override != nil)
      // The names and values of two settings don't run into one another.
      #expect(try trial.load(LoadOptions(set: [("bonu", "s2")])).pack == nil)
    }
    #expect(trial.entries.count == 2)
  }

  @Test func readsAnewWhereAnEntryIsDamaged() throws {
    let trial = try Trial()
    defer { trial.end() }
    let sound = try trial.limit()
    let path = trial.root + "/cache/" + (try #require(trial.entries.first))
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for length in stride(from: 0, to: whole.count, by: 97) {
      try Data(whole[..<length]).write(to: URL(fileURLWithPath: path))
      #expect(try trial.limit() == sound, "cut off at \(length)")
      #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == whole, "written anew")
    }
    for place in stride(from: 0, to: whole.count, by: 61) {
      var changed = whole
      changed[place] ^= 1
      try Data(changed).write(to: URL(fileURLWithPath: path))
      #expect(try trial.limit() == sound, "changed at \(place)")
    }
  }

  @Test func takesNothingThatOthersCanChange() throws {
    let trial = try Trial()
    defer { trial.end() }
    let sound = try trial.limit()
    let cache = trial.root + "/cache"
    let path = cache + "/" + (try #require(trial.entries.first))
    // Another pack's entry under this one's name, with a sum that is right.
    let forged = try Trial()
    defer { forged.end() }
    try forged.write("p/rules.json", Trial.rules(limit: 9))
    _ = try forged.load()
    let other = forged.root + "/cache/" + (try #require(forged.entries.first))
    try Data(contentsOf: URL(fileURLWithPath: other)).write(to: URL(fileURLWithPath: path))
    #expect(try trial.limit() == sound)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: cache)
    try FileManager.default.removeItem(atPath: path)
    #expect(try trial.limit() == sound)
    #expect(trial.entries.isEmpty)
  }

  @Test(
    arguments: [
      ([:], nil), (["HOME": "/home/x"], "/home/x/.cache/binhxet"), (["HOME": "x"], nil),
      (["HOME": "/home/x", "XDG_CACHE_HOME": "/c"], "/c/binhxet"),
      (["HOME": "/home/x", "XDG_CACHE_HOME": "c"], "/home/x/.cache/binhxet"),
      (["HOME": "/home/x", "BINHXET_CACHE": ""], nil), (["HOME": "/home/x", "BINHXET_CACHE": "/k"], "/k"),
    ] as [([String: String], String?)])
  func standsWhereTheSystemKeepsSuchThings(environment: [String: String], folder: String?) {
    #expect(PackCache(environment: environment)?.folder == folder)
  }
}
