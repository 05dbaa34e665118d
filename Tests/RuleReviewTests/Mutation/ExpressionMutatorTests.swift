import CEL
import Evaluator
import JSON
import Testing

@testable import RuleReview

/// Every slip that is imitated, and none that isn't one.
@Suite struct ExpressionMutatorTests {
  private static let mutator = ExpressionMutator(
    macros: Environment(libraries: PackEnvironment.libraries(), dialect: .pack).macros)

  @Test(arguments: [
    ("a >= 67.1", ["a > 67.1", "a < 67.1", "a >= 67.2", "a >= 67.0"]),
    ("a < 30", ["a <= 30", "a >= 30", "a < 31", "a < 29"]),
    ("kind == 'district'", ["kind != 'district'"]),
    ("a && b && c", ["b && c", "a && c", "a && b", "a || b || c"]),
    ("a || !b", ["!b", "a", "a && !b", "a || b"]),
    ("kind in ['x', 'y']", ["!(kind in ['x', 'y'])", "kind in ['y']", "kind in ['x']"]),
    ("list.all(i, i.ok)", ["list.exists(i, i.ok)"]),
    (
      "list.filter(i, i.ok).size() > 2",
      [
        "list.filter(i, i.ok).size() >= 2", "list.filter(i, i.ok).size() <= 2", "list.size() > 2",
        "list.filter(i, i.ok).size() > 3", "list.filter(i, i.ok).size() > 1",
      ]
    ),
    ("has(a.b)", ["!has(a.b)"]),
    ("a ? 8.0 : 6.0", ["8.0", "6.0", "a ? 8.1 : 6.0", "a ? 7.9 : 6.0", "a ? 8.0 : 6.1", "a ? 8.0 : 5.9"]),
    ("date('2021-12-31')", ["date('2022-01-01')", "date('2021-12-30')"]),
    ("a + b - 1", ["a + b + 1", "a - b - 1", "a + b - 2", "a + b - 0"]),
    ("minimum(list)", ["maximum(list)"]),
    ("true", ["false"]),
    ("a", []),
    ("a &&", []),
  ])
  func makesEachSlipOnce(_ text: String, _ expected: [String]) {
    #expect(Self.mutator.variants(of: Text(text)).map(\.text.string) == expected)
  }

  @Test func saysWhatWasChanged() throws {
    let dropped = try #require(Self.mutator.variants(of: "a && b == 1").map(\.variant).first)
    #expect(dropped.before == "a")
    #expect(dropped.after == nil)
    #expect(dropped.sort == .condition)
  }

  @Test(arguments: [
    ("67.1", ["67.2", "67.0"]), ("8.0", ["8.1", "7.9"]), ("8", ["9", "7"]), ("0", ["1", "-1"]),
    ("-0.5", ["-0.4", "-0.6"]), ("0.999", ["1.0", "0.998"]), ("1e3", []), ("nine", []),
  ])
  func neighboursKeepThePrecision(_ text: String, _ expected: [String]) {
    #expect(Neighbours.numbers(Text(text)).map(\.string) == expected)
  }
}
