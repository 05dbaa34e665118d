import CEL
import Evaluator
import JSON
import Populations
import RulePacks
import RuleReview
import Testing

/// What lint says of rules once it has seen records.
@Suite struct CorpusTests {
  private static let rules = [
    TemporaryPack.rule("low", #""kind": "threshold", "value": "score", "atLeast": 1"#),
    TemporaryPack.rule("high", #""kind": "threshold", "value": "score", "atLeast": 100"#),
    TemporaryPack.rule("middle", #""kind": "threshold", "value": "score", "atLeast": 15"#),
    TemporaryPack.rule(
      "communes", #""kind": "threshold", "when": "kind == 'commune'", "value": "score", "atLeast": 1"#),
    TemporaryPack.rule("planned", #""kind": "expression", "holds": "hasPlan""#),
    TemporaryPack.rule("half", #""kind": "share", "where": "score >= 15", "atLeast": 50"#),
    TemporaryPack.rule("most", #""kind": "share", "per": ["kind"], "where": "score >= 15", "atLeast": 90"#),
  ]

  private static let awards = [
    ("easy", "low"), ("hard", "high"), ("some", "middle"),
  ].map { #"{ "id": "\#($0)", "on": "unit", "title": { "vi": "T", "en": "T" }, "requires": "\#($1)" }"# }

  /// `RULE SUBJECT`, of what is said of records alone.
  private func findings(_ records: [String]) throws -> [String] {
    let folder = try TemporaryPack.units(
      rules: Self.rules.joined(separator: ", "), awards: Self.awards.joined(separator: ", "), cases: "")
    let place = try #require(PackPlace(folder.folder))
    let loader = PackLoader()
    let loading = loader.load(manifest: place.manifest, from: place.files)
    #expect(loading.defects.map { "\($0.code) \($0.arguments)" } == [])
    let pack = try #require(loading.pack)
    let evaluator = PackEvaluator(pack, asOf: try CivilDate("2021-12-31"))
    let type = try #require(pack.recordTypes.first)
    var corpus = Corpus(pack)
    var state = PopulationState(evaluator)
    for (ordinal, json) in records.enumerated() {
      let root = try JSONDocument.parse(Array("{ \"id\": \"u\(ordinal)\"\(json) }".utf8)).root
      let record = try #require(RecordBinder(schema: pack.schema, asOf: nil).bind(root, as: type).record)
      guard case .judged(let result) = evaluator.evaluate(record) else { continue }
      corpus.add(record, result)
      state.add(result, key: Text("u\(ordinal)"), ordinal: ordinal)
    }
    corpus.add(state.decided())
    let ids = Set(LintRules.ofCorpus.map { $0.description.id })
    return Linter(loader: loader).lint(manifest: place.manifest, from: place.files, corpus: corpus)
      .filter { ids.contains($0.rule) }
      .map { finding in
        guard case .message(let message) = finding.content else { return "" }
        return "\(finding.rule.string) \(message.arguments.map(\.string).joined(separator: " "))"
      }.sorted()
  }

  private let few = [
    #", "kind": "district", "score": 10"#, #", "kind": "district", "score": 20"#,
    #", "kind": "district", "score": 30"#,
  ]

  @Test func criteriaThatTellNobodyApartAreNamed() throws {
    #expect(
      try findings(few) == [
        "corpus-met-by-all easy 3", "corpus-met-by-all low 3",
        "corpus-met-by-none hard 3 0", "corpus-met-by-none high 3 0",
        "corpus-unfilled-field hasPlan unit 3",
        "corpus-unreached communes 3",
      ])
  }

  /// One record is no sign of anything, but who is never reached is never reached.
  @Test func oneRecordIsNoBody() throws {
    #expect(
      try findings([few[1]]) == ["corpus-unfilled-field hasPlan unit 1", "corpus-unreached communes 1"])
  }

  @Test func whatIsOpenIsNotMet() throws {
    let found = try findings(few + [#", "kind": "district", "hasPlan": true"#])
    #expect(!found.contains { $0.hasPrefix("corpus-met-by-all") })
    #expect(found.contains("corpus-met-by-none high 3 1"))
    #expect(!found.contains { $0.hasPrefix("corpus-unfilled-field") })
  }

  @Test func groupsAreCounted() throws {
    let found = try findings([
      #", "kind": "district", "score": 10"#, #", "kind": "commune", "score": 10"#,
    ])
    #expect(found.contains("corpus-met-by-none most 2 0"))
  }

  @Test func withoutRecordsNothingIsSaid() throws {
    #expect(try findings([]) == [])
  }
}
