import CEL
import JSON

/// Writes random expressions of a wanted type over the record of `CheckFixture`, as rules of packs are written: exact
/// numbers of all types beside each other, enums beside literals, dates, lists of records.
struct PackExpressionGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let types: [CELType] = [.bool, .int, .decimal, .ratio, .date, .enumeration("unitKind")]

  mutating func type() -> CELType { Self.types[choose(Self.types.count)] }

  mutating func expression(_ type: CELType, depth: Int) -> String {
    switch type {
    case .int: depth == 0 ? leaf("headcount", "3", "communes[0].criteria") : int(depth - 1)
    case .decimal:
      depth == 0 ? leaf("score", "1.5", "figures.plain", "indicators.a.actual") : decimal(depth - 1)
    case .ratio: depth == 0 ? leaf("ratio(1, 3)", "ratio(score, headcount)") : ratio(depth - 1)
    case .date: depth == 0 ? leaf("foundedOn", "date('2021-01-31')", "term.first()") : date(depth - 1)
    case .enumeration: depth == 0 ? leaf("kind", "kinds[0]", "unitKind.school") : kind(depth - 1)
    default: depth == 0 ? leaf("hasForest", "true", "figures.includesHydro") : bool(depth - 1)
    }
  }

  private mutating func choose(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func leaf(_ names: String...) -> String { names[choose(names.count)] }

  private mutating func exact(_ depth: Int) -> String {
    expression([CELType.int, .decimal, .ratio][choose(3)], depth: depth)
  }

  /// A decimal or whole number.
  private mutating func number(_ depth: Int) -> String {
    expression(choose(2) == 0 ? .int : .decimal, depth: depth)
  }

  private mutating func choice(_ type: CELType, _ depth: Int) -> String {
    let condition = expression(.bool, depth: depth)
    return "(\(condition) ? \(expression(type, depth: depth)) : \(expression(type, depth: depth)))"
  }

  private mutating func int(_ depth: Int) -> String {
    switch choose(7) {
    case 0: choice(.int, depth)
    case 1: "size(communes.filter(c, \(expression(.bool, depth: depth)) || c.isStrong))"
    case 2: "\(expression(.date, depth: depth)).year()"
    case 3: "days(\(expression(.date, depth: depth)), \(expression(.date, depth: depth)))"
    case 4: "sum(communes.map(c, c.criteria + \(expression(.int, depth: depth))))"
    case 5: "div(\(expression(.int, depth: depth)), \(expression(.int, depth: depth)))"
    default: "(\(expression(.int, depth: depth)) \(leaf("+", "-", "*")) \(expression(.int, depth: depth)))"
    }
  }

  private mutating func decimal(_ depth: Int) -> String {
    let (own, other) = (expression(.decimal, depth: depth), number(depth))
    return switch choose(9) {
    case 0: choice(.decimal, depth)
    case 1: "(\(expression(.bool, depth: depth)) ? \(own) : 2)"
    case 2: "(\(own) \(leaf("+", "-", "*", "/")) \(other))"
    case 3: "(\(other) \(leaf("+", "-", "*", "/")) \(own))"
    case 4: "sum([\(other), \(own), 1])"
    case 5: "\(leaf("minimum", "maximum"))([\(own), \(other)])"
    case 6: "roundHalfUp(\(exact(depth)), 2)"
    case 7: "[\(own), \(other)][\(leaf("0", "1"))]"
    default: "-\(own)"
    }
  }

  private mutating func ratio(_ depth: Int) -> String {
    let own = expression(.ratio, depth: depth)
    return switch choose(6) {
    case 0: choice(.ratio, depth)
    case 1: "(\(own) \(leaf("+", "-", "*", "/")) \(exact(depth)))"
    case 2: "(\(exact(depth)) \(leaf("+", "-", "*", "/")) \(own))"
    case 3: "mean([\(number(depth)), \(number(depth))])"
    case 4: "percent(\(number(depth)), \(number(depth)))"
    default: "abs(\(own))"
    }
  }

  private mutating func date(_ depth: Int) -> String {
    switch choose(3) {
    case 0: choice(.date, depth)
    case 1: "\(expression(.date, depth: depth)).addMonths(\(leaf("1", "-13", "headcount")))"
    default: "\(expression(.date, depth: depth)).addDays(\(leaf("1", "-400", "headcount")))"
    }
  }

  private mutating func kind(_ depth: Int) -> String {
    let own = expression(.enumeration("unitKind"), depth: depth)
    let condition = expression(.bool, depth: depth)
    return choose(2) == 0 ? "(\(condition) ? \(own) : 'district')" : "(\(condition) ? 'school' : \(own))"
  }

  private mutating func bool(_ depth: Int) -> String {
    let own = expression(.bool, depth: depth)
    let kind = expression(.enumeration("unitKind"), depth: depth)
    switch choose(12) {
    case 0: return "(\(own) \(leaf("&&", "||")) \(expression(.bool, depth: depth)))"
    case 1: return "!\(own)"
    case 2: return "(\(exact(depth)) \(leaf("<", "<=", ">", ">=", "==", "!=")) \(exact(depth)))"
    case 3: return "(\(exact(depth)) in [\(number(depth)), 2.5, 1])"
    case 4: return "(\(kind) \(leaf("==", "!=")) 'commune')"
    case 5: return "(\(kind) in ['district', 'commune'])"
    case 6: return "('school' in kinds + [\(kind)])"
    case 7: return leaf("(grade >= 'completed')", "('excellent' > grade)", "(grade == 'notCompleted')")
    case 8: return "(\(expression(.date, depth: depth)) < \(expression(.date, depth: depth)))"
    case 9: return "term.contains(\(expression(.date, depth: depth)))"
    case 10:
      return "communes.existsAtLeast(2, c, c.criteria > \(number(depth)) && c.kind == 'commune' || \(own))"
    default: return leaf("has(headcount)", "has(figures.revenue)", "has(indicators.a.actual)")
    }
  }
}
