import CEL
import Foundation
import JSON
import RulePacks
import RuleReview
import Testing

/// Findings of lint that somebody answers for, and those that were there before.
@Suite struct WaiverTests {
  /// A pack with an unused parameter and a rule without a citation.
  private static func findings(more: String = "") throws -> [ReviewFinding] {
    let temporary = try TemporaryPack.units(
      rules: TemporaryPack.rule("r", #""kind": "threshold", "value": "score", "atLeast": 5\#(more)"#),
      parameters: #"""
        "idle": { "title": { "vi": "Bỏ không", "en": "Idle" }, "type": "integer", "setBy": "committee",
                  "values": [ { "value": 1 } ] }
        """#, cases: "")
    let place = try #require(PackPlace(temporary.folder))
    return Linter(loader: PackLoader()).lint(manifest: place.manifest, from: place.files)
  }

  private static func waivers(_ entries: String, asOf: String = "2021-06-30") throws -> Waivers {
    let text = "{ \"waivers\": [\n\(entries)\n] }"
    let file = WaiverFile(Array(text.utf8), path: "waivers.json")
    #expect(file.defects.isEmpty)
    return Waivers(file, asOf: try CivilDate(Text(asOf)))
  }

  private static func entry(_ members: String, until: String = "2021-06-30") -> String {
    """
    { \(members), "grounds": { "vi": "Sẽ dùng năm sau", "en": "For next year" }, "by": "Thường trực",
      "until": "\(until)" }
    """
  }

  @Test func coversByRuleSubjectAndPack() throws {
    let finding = try #require(try Self.findings().first { $0.rule == "unused-parameter" })
    let other = try #require(try Self.findings().first { $0.rule == "missing-citation" })
    for (members, covers) in [
      (#""rule": "unused-parameter""#, true), (#""rule": "unused-parameter", "subject": "idle""#, true),
      (#""rule": "unused-parameter", "subject": "busy""#, false),
      (#""rule": "unused-parameter", "pack": "p""#, true),
      (#""rule": "unused-parameter", "pack": "q""#, false), (#""rule": "unused-field""#, false),
    ] {
      var waivers = try Self.waivers(Self.entry(members))
      #expect((waivers.waiver(for: finding, in: "p") != nil) == covers, "\(members)")
      #expect(waivers.waiver(for: other, in: "p") == nil)
      #expect(waivers.findings.map(\.rule) == (covers ? [] : ["waiver-unused"]), "\(members)")
    }
  }

  @Test func expiresOnTheDayAfter() throws {
    let finding = try #require(try Self.findings().first { $0.rule == "unused-parameter" })
    var last = try Self.waivers(Self.entry(#""rule": "unused-parameter""#), asOf: "2021-06-30")
    #expect(last.waiver(for: finding, in: "p")?.by == "Thường trực")
    #expect(last.findings.isEmpty)
    var late = try Self.waivers(Self.entry(#""rule": "unused-parameter""#), asOf: "2021-07-01")
    #expect(late.waiver(for: finding, in: "p") == nil)
    #expect(late.findings.map(\.rule) == ["waiver-expired"])
    #expect(late.findings.first?.place?.line == 2)
  }

  @Test func aNameThatIsNoLintRuleIsTold() throws {
    let waivers = try Self.waivers(Self.entry(#""rule": "unused-parametre""#))
    #expect(waivers.findings.map(\.suggestion) == ["unused-parameter"])
  }

  /// What speaks of a record is for a check alone.
  @Test func waiversOfRecordsAreNoneOfLint() throws {
    let finding = try #require(try Self.findings().first { $0.rule == "unused-parameter" })
    var waivers = try Self.waivers(Self.entry(#""rule": "unused-parameter", "record": "idle""#))
    #expect(waivers.waiver(for: finding, in: "p") == nil)
    #expect(waivers.findings.isEmpty)
    let both = WaiverFile(
      Array("{ \"waivers\": [ \(Self.entry(#""rule": "r", "record": "a", "subject": "b""#)) ] }".utf8),
      path: "w.json")
    #expect(!both.defects.isEmpty)
  }

  @Test func whatTheLoaderRefusesIsNeverWaived() throws {
    let defect = ReviewFinding(PackDefect(.fileNotFound, ["x"]))
    var waivers = try Self.waivers(Self.entry(#""rule": "\#(defect.rule)""#))
    #expect(waivers.waiver(for: defect, in: "p") == nil)
    #expect(Baseline.bytes(of: [defect]) == Baseline.bytes(of: []))
  }

  @Test func anUnsoundFileIsTold() throws {
    let file = WaiverFile(
      Array(#"{ "waivers": [ { "rule": "unused-parameter", "untill": "2021-06-30" } ] }"#.utf8),
      path: "w.json")
    #expect(file.waivers.isEmpty)
    #expect(file.defects.contains { $0.suggestion == "until" })
    #expect(!Baseline(Array("[".utf8), path: "b.json").defects.isEmpty)
  }

  @Test func aBaselineTakesWhatWasThereAndNothingNew() throws {
    let before = try Self.findings()
    #expect(before.count > 1)
    var baseline = Baseline(Baseline.bytes(of: before), path: "baseline.json")
    #expect(baseline.defects.isEmpty)
    #expect(before.allSatisfy { baseline.takes($0) })
    // Each entry stands for one finding.
    #expect(before.allSatisfy { !baseline.takes($0) })
    var again = Baseline(Baseline.bytes(of: before), path: "baseline.json")
    let after = try Self.findings(more: #", "when": "score > 3 && score > 3""#)
    let new = after.filter { !again.takes($0) }
    #expect(new.contains { $0.rule == "operand-repeated" })
    #expect(!new.contains { $0.rule == "unused-parameter" })
  }
}
