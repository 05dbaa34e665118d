import Evaluator
import Foundation
import JSON
import RulePacks
import Testing

@testable import Commands

/// A pack is taken from the cache only where everything that it was made from is the same.
@Suite struct PackCacheTests {
  @Test func keepsAPackAndTakesItFromThere() throws {
    let trial = try CacheTrial()
    defer { trial.end() }
    let first = try #require(try trial.load().pack)
    #expect(trial.entries.count == 1)
    let again = try #require(try trial.load().pack)
    #expect(Text(utf8: again.stored) == Text(utf8: first.stored))
    #expect(try #require(again.rules.first).check.requires.variablesRead == ["params.bonus"])
    #expect(trial.entries.count == 1)
  }

  @Test func readsAnewWhatHasChanged() throws {
    let trial = try CacheTrial()
    defer { trial.end() }
    let before = try trial.limit()
    try trial.write("p/rules.json", CacheTrial.rules(limit: 4))
    let after = try trial.limit()
    #expect(before != after)
    #expect(after?.string.contains("4") == true)
    // Back again, with a file of the same size and maybe within the same second.
    try trial.write("p/rules.json", CacheTrial.rules(limit: 3))
    #expect(try trial.limit() == before)
  }

  @Test func tellsADefectEachTime() throws {
    let trial = try CacheTrial()
    defer { trial.end() }
    _ = try trial.load()
    try trial.write("p/rules.json", CacheTrial.rules(limit: 3).replacing("trees\",", with: "threes\","))
    for _ in 0..<2 {
      let loading = try trial.load()
      #expect(loading.pack == nil)
      #expect(!loading.defects.isEmpty)
    }
    try FileManager.default.removeItem(atPath: trial.root + "/rules/p/rules.json")
    #expect(try trial.load().pack == nil)
  }

  @Test func keepsSettingsApart() throws {
    let trial = try CacheTrial()
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
    let trial = try CacheTrial()
    defer { trial.end() }
    let sound = try trial.limit()
    let path = trial.root + "/cache/" + (try #require(trial.entries.first))
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    // Behind each of its files, too, where it would be one of fewer files.
    let entry = try #require(CacheEntry(whole))
    var (end, ends) = (whole.count, [Int]())
    for file in entry.files.reversed() {
      end -= 16 + file.path.utf8.count + (file.bytes?.count ?? 0)
      ends.append(end)
    }
    #expect(ends.count > 1)
    for length in Array(stride(from: 0, to: whole.count, by: 97)) + ends {
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
    let trial = try CacheTrial()
    defer { trial.end() }
    let sound = try trial.limit()
    let cache = trial.root + "/cache"
    let path = cache + "/" + (try #require(trial.entries.first))
    // Another pack's entry under this one's name, with a sum that is right.
    let forged = try CacheTrial()
    defer { forged.end() }
    try forged.write("p/rules.json", CacheTrial.rules(limit: 9))
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
