import Evaluator
import Foundation
import JSON
import RulePacks
import Testing

@testable import Commands

/// The pack that is opened while arguments are parsed is the one that would be opened after.
@Suite struct EarlyPackTests {
  private func begin(_ trial: CacheTrial, _ arguments: String...) -> EarlyPack? { begin(trial, arguments) }

  private func begin(_ trial: CacheTrial, _ arguments: [String]) -> EarlyPack? {
    let arguments = arguments.map { $0 == "PACK" ? trial.root + "/rules/p" : $0 }
    return EarlyPack.beginning(
      arguments[...], { .builtIn }, environment: ["BINHXET_CACHE": trial.root + "/cache"])
  }

  private func place(_ trial: CacheTrial, _ name: String = "p") throws -> PackPlace {
    try #require(PackPlace(trial.root + "/rules/" + name))
  }

  @Test(arguments: [
    ["check", "PACK", "records.ndjson"], ["check", "--as-of", "2021-12-31", "PACK"],
    ["explain", "PACK", "x"],
  ])
  func opensThePackThatArgumentsName(arguments: [String]) throws {
    let trial = try CacheTrial()
    defer { trial.end() }
    let expected = try #require(PackLoader().load(folder: trial.root + "/rules/p").pack)
    // From its files, then from the cache.
    for _ in 0..<2 {
      let early = try #require(begin(trial, arguments))
      for _ in 0..<2 {
        let pack = try #require(early.loading(of: try place(trial), LoadOptions())?.pack)
        #expect(Text(utf8: pack.stored) == Text(utf8: expected.stored))
      }
    }
  }

  @Test func leavesDefectsToBeTold() throws {
    let trial = try CacheTrial()
    defer { trial.end() }
    try trial.write("p/rules.json", CacheTrial.rules(limit: 3).replacing("trees\",", with: "threes\","))
    let loading = try #require(begin(trial, "check", "PACK")?.loading(of: try place(trial), LoadOptions()))
    #expect(loading.pack == nil)
    #expect(loading.defects.count == 1)
  }

  @Test func isOfNoUseForWhatIsAskedOtherwise() throws {
    let trial = try CacheTrial()
    defer { trial.end() }
    try FileManager.default.createDirectory(
      atPath: trial.root + "/rules/q", withIntermediateDirectories: true)
    let early = try #require(begin(trial, "check", "PACK"))
    #expect(early.loading(of: try place(trial, "q"), LoadOptions()) == nil)
    #expect(early.loading(of: try place(trial), LoadOptions(set: [("bonus", "2")])) == nil)
    #expect(early.loading(of: try place(trial), LoadOptions(enable: ["p-trees"])) == nil)
    #expect(begin(trial, "check", "PACK", "--set", "bonus=2") == nil)
    #expect(begin(trial, "check", "PACK", "--enable=p-trees") == nil)
    #expect(begin(trial, "check", "PACK", "--no-cache") == nil)
    #expect(begin(trial, "check", "nowhere", "records.ndjson") == nil)
    #expect(begin(trial, "lint", "PACK") == nil)
    #expect(
      EarlyPack.beginning(["check", trial.root + "/rules/p"], { .builtIn }, environment: [:]) == nil)
  }
}
