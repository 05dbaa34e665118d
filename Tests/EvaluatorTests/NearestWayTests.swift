import CEL
import Evaluator
import JSON
import Testing

/// The search against trying every subset of the open rules.
@Suite struct NearestWayTests {
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  static func tree(_ depth: Int, _ rules: Int, _ random: inout Random) -> Criterion {
    guard depth > 0, Int.random(in: 0..<4, using: &random) > 0 else {
      return .rule(Int.random(in: 0..<rules, using: &random))
    }
    let members = (0..<Int.random(in: 1...4, using: &random)).map { _ in tree(depth - 1, rules, &random) }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return .all(members)
    case 1: return .any(members)
    default: return .atLeast(Int.random(in: 1...members.count, using: &random), members)
    }
  }

  static func bruteForce(
    _ tree: Criterion, _ results: [ResultSet], _ efforts: [Int: Decimal]
  ) throws -> (count: Int, effort: Decimal)? {
    let open = tree.rules.filter { efforts[$0] != nil }
    var best: (count: Int, effort: Decimal)?
    for mask in 0..<(1 << open.count) {
      let changed = open.indices.filter { mask & (1 << $0) != 0 }.map { open[$0] }
      let result = tree.results { leaf in
        leaf.rule.map { changed.contains($0) ? .satisfied : results[$0] } ?? .notApplicable
      }
      guard result == .satisfied else { continue }
      let effort = try changed.reduce(Decimal.zero) { try $0 + (efforts[$1] ?? .one) }
      if let found = best, (found.count, found.effort) <= (changed.count, effort) { continue }
      best = (changed.count, effort)
    }
    return best
  }

  @Test func agreesWithBruteForce() throws {
    var random = Random(state: 7)
    for _ in 0..<400 {
      let rules = Int.random(in: 1...9, using: &random)
      let tree = Self.tree(3, rules, &random)
      let sets: [ResultSet] = [.satisfied, .violated, .violated, .notApplicable, [.satisfied, .violated]]
      let results = (0..<rules).map { _ in sets[Int.random(in: 0..<sets.count, using: &random)] }
      var efforts: [Int: Decimal] = [:]
      for (rule, result) in results.enumerated() where result.contains(.violated) {
        // One in five is past changing.
        guard Int.random(in: 0..<5, using: &random) > 0 else { continue }
        efforts[rule] = Decimal(Int64.random(in: 0...9, using: &random))
      }
      let way = NearestWaySearch(
        tree: tree, results: { $0.rule.map { results[$0] } ?? .notApplicable }, efforts: efforts
      ).way()
      let expected = try Self.bruteForce(tree, results, efforts)
      #expect(way?.rules.count == expected?.count, "\(tree) \(results)")
      #expect(way?.effort == expected?.effort, "\(tree) \(results) \(efforts)")
      #expect(way?.isExact ?? true)
    }
  }

  /// The most subsets that are ever tried: half a million and more before the first that suffices.
  @Test func twentyOpenRulesAreExact() {
    let rules = 0..<NearestWaySearch.exactLimit
    let tree = Criterion.atLeast(10, rules.map(Criterion.rule))
    var efforts: [Int: Decimal] = [:]
    for rule in rules { efforts[rule] = Decimal(Int64(rules.count - rule)) }
    let way = NearestWaySearch(tree: tree, results: { _ in .violated }, efforts: efforts).way()
    #expect(way?.isExact == true)
    #expect(way?.rules == Array(10..<20))
  }

  @Test func manyOpenRulesGiveAWayThatIsLabelled() {
    let rules = 0..<60
    let tree = Criterion.atLeast(30, rules.map(Criterion.rule))
    var efforts: [Int: Decimal] = [:]
    for rule in rules { efforts[rule] = Decimal(Int64(rule)) }
    let way = NearestWaySearch(tree: tree, results: { _ in .violated }, efforts: efforts).way()
    #expect(way?.isExact == false)
    #expect(way?.rules == Array(0..<30))
  }
}
