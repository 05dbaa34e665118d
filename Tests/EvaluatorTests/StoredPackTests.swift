import CEL
import Evaluator
import JSON
import Testing

@Suite struct StoredPackTests {
  private func pack() throws -> CompiledPack {
    let rules = [
      try TestPack.rule(
        "cover", "figures.cover >= 67.1", when: "a", measured: "figures.cover", atLeast: "67.1",
        distance: "67.1 - figures.cover"),
      try TestPack.rule(
        "held", "heldOn <= asOf", due: "date('2021-06-30')", whenMissing: .violated, isFixed: true),
      try TestPack.rule("b", "b && grade >= 'fair'", severity: .mandatory, isUnverified: true),
    ]
    var pack = try TestPack.pack(
      rules,
      awards: [
        try TestPack.award(
          "award", .all([.every(.init(severity: .mandatory), rules: [2]), .any([.rule(0), .rule(1)])]),
          when: "c"),
        try TestPack.award("other", .atLeast(2, [.rule(0), .rule(1), .rule(2)])),
      ])
    pack.units = ["tonne": LocalizedText(vi: "tấn", en: "tonnes"), "ha": LocalizedText(vi: "ha", en: "ha")]
    return pack
  }

  @Test(arguments: [false, true])
  func writesWhatItReads(isTrusted: Bool) throws {
    let stored = try pack().stored
    let again = try CompiledPack(stored: stored, isTrusted: isTrusted)
    #expect(Text(utf8: again.stored) == Text(utf8: stored))
    #expect(again.units["tonne"] == LocalizedText(vi: "tấn", en: "tonnes"))
  }

  /// How a stored pack is read again.
  enum Reading: CaseIterable { case checked, trusted, known, knownInPart, garbled }

  private func read(_ stored: [UInt8], _ reading: Reading) throws -> CompiledPack {
    let references = try CompiledPack.storedReferences(stored)
    switch reading {
    case .checked: return try CompiledPack(stored: stored)
    case .trusted: return try CompiledPack(stored: stored, isTrusted: true)
    case .known: return try CompiledPack(stored: stored, references: references[...], isTrusted: true)
    case .knownInPart:
      let part = references.prefix(references.count / 2)
      return try CompiledPack(stored: stored, references: part, isTrusted: true)
    case .garbled:
      // A part of one byte each, which is the beginning of no reference.
      let parts = [UInt8](repeating: 0, count: references.count).enumerated().map { place, _ in
        place % 5 == 0 ? UInt8(1) : place % 5 == 4 ? 0xFF : 0
      }
      return try CompiledPack(stored: stored, references: parts[...], isTrusted: true)
    }
  }

  @Test(arguments: Reading.allCases)
  func judgesAlike(_ reading: Reading) throws {
    let pack = try pack()
    let again = try read(pack.stored, reading)
    for json: Text in [
      #"{"id": "x", "a": true, "b": true, "c": true, "grade": "good", "figures": {"cover": 70}}"#,
      #"{"id": "x", "a": true, "b": false, "c": true, "heldOn": "2021-05-01"}"#, #"{"id": "x"}"#,
    ] {
      let one = try TestPack.result(pack, json)
      let other = try TestPack.result(again, json)
      #expect(one.findings.map(\.outcome) == other.findings.map(\.outcome))
      #expect(one.findings.map(\.missing) == other.findings.map(\.missing))
      #expect(one.verdicts.map(\.standing) == other.verdicts.map(\.standing))
      let texts = one.findings.map { MessageRenderer(pack, .vi).text($0) }
      #expect(texts == other.findings.map { MessageRenderer(again, .vi).text($0) })
    }
  }

  @Test func refusesWhatIsBroken() throws {
    #expect(throws: StoredPackError.self) { try CompiledPack(stored: Array("{}".utf8)) }
    #expect(throws: StoredPackError.self) { try CompiledPack(stored: Array("[".utf8)) }
    let broken = Text(utf8: try pack().stored).string.replacing(
      "figures.cover >= 67.1", with: "figures.covr > 1")
    #expect(throws: StoredPackError.self) { try CompiledPack(stored: Array(broken.utf8)) }
  }

  /// What was taken on trust and isn't sound is no verdict, whether its names are wrong or its form.
  @Test(arguments: ["figures.covr > 1", "figures.cover >=", "nobody", "true)"])
  func decidesNothingByWhatIsBroken(text: String) throws {
    let broken = Text(utf8: try pack().stored).string.replacing("figures.cover >= 67.1", with: text)
    let pack = try CompiledPack(stored: Array(broken.utf8), isTrusted: true)
    let result = try TestPack.result(pack, #"{"id": "x", "a": true, "figures": {"cover": 70}}"#)
    let finding = try #require(result.findings.first { pack.rules[$0.rule].id == "cover" })
    #expect(finding.outcome == .undetermined)
    #expect(finding.error != nil)
  }
}
