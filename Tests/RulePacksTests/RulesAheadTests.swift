import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// Rules are compiled on two threads, which nobody may notice.
@Suite struct RulesAheadTests {
  /// One rule a line; their conditions are of few terms, so that threads share them, and broken ones misspell a field.
  private func load(_ count: Int, isBroken: (Int) -> Bool = { _ in false }) -> PackLoading {
    let rules = (0..<count).map { place in
      let field = isBroken(place) ? "scoer" : "score"
      return Packs.threshold("r\(place)", ", \"when\": \"\(field) > \(place % 3)\"")
    }
    return Packs.load(rules: rules.joined(separator: ",\n"))
  }

  @Test(arguments: [1, 3, 4, 5, 8, 61])
  func rulesKeepTheirOrder(_ count: Int) throws {
    let loading = load(count)
    #expect(loading.defects == [])
    #expect(try #require(loading.pack).rules.map(\.id) == (0..<count).map { Text("r\($0)") })
  }

  @Test func defectsAreToldOnceInOrder() {
    for broken in 2...5 {
      let loading = load(61) { $0.isMultiple(of: broken) }
      #expect(loading.pack == nil)
      #expect(
        loading.defects.map { $0.place?.line } == (0..<61).filter { $0.isMultiple(of: broken) }.map { $0 + 1 }
      )
      #expect(loading.defects.allSatisfy { $0.code == .expression && underlined($0.place) == "scoer" })
    }
  }

  @Test func threadsShareWhatTheyCompile() throws {
    for _ in 0..<20 {
      let rules = try #require(load(61).pack).rules
      for (place, rule) in rules.enumerated() {
        let (own, first) = (rule.check.applies?.program, rules[place % 3].check.applies?.program)
        #expect(own != nil && own === first)
      }
    }
  }

  private func underlined(_ place: PackDefect.Place?) -> String { place.map(RulePacksTests.underlined) ?? "" }
}
