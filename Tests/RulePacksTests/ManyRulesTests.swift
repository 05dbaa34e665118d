import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// Packs of so many rules that two cores compile them.
@Suite struct ManyRulesTests {
  private func rules(_ change: (Int) -> String? = { _ in nil }) -> String {
    (0..<100).map { change($0) ?? Packs.threshold("r\($0)", ", \"when\": \"count > \($0)\"") }
      .joined(separator: ",\n")
  }

  @Test func rulesStandInOrderOfDeclaration() throws {
    let loading = Packs.load(rules: rules())
    #expect(loading.defects.isEmpty)
    let pack = try #require(loading.pack)
    #expect(pack.rules.map(\.id) == (0..<100).map { Text("r\($0)") })
    #expect(pack.rules.map(\.check.applies?.text) == (0..<100).map { Text("count > \($0)") })
  }

  @Test(arguments: [[3], [97], [3, 97], [0, 49, 50, 51, 99]])
  func defectsAreThoseOfEachRuleInOrder(broken: [Int]) {
    let loading = Packs.load(
      rules: rules { place in
        broken.contains(place) ? Packs.threshold("r\(place)", ", \"when\": \"cuont > \(place)\"") : nil
      })
    #expect(loading.pack == nil)
    #expect(loading.defects.map(\.place?.line) == broken.map { $0 + 1 })
    #expect(loading.defects.map(\.suggestion) == broken.map { _ in "count" })
  }

  @Test func disabledRulesAreLeftOut() throws {
    let loading = Packs.load(
      rules: rules { $0.isMultiple(of: 2) ? Packs.threshold("r\($0)", ", \"enabled\": false") : nil })
    let pack = try #require(loading.pack)
    #expect(pack.rules.map(\.id) == (0..<50).map { Text("r\(2 * $0 + 1)") })
  }
}
