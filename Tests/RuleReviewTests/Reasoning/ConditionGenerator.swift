/// Makes conditions over two numbers, a truth value and two enums.
struct ConditionGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func condition(depth: Int) -> String {
    guard depth > 0 else { return comparison() }
    switch next(7) {
    case 0: return "(" + condition(depth: depth - 1) + " && " + condition(depth: depth - 1) + ")"
    case 1: return "(" + condition(depth: depth - 1) + " || " + condition(depth: depth - 1) + ")"
    case 2: return "!(" + condition(depth: depth - 1) + ")"
    case 3:
      return "(" + condition(depth: depth - 1) + " ? " + condition(depth: depth - 1) + " : "
        + condition(depth: depth - 1) + ")"
    default: return "(" + comparison() + (next(2) == 0 ? " && " : " || ") + comparison() + ")"
    }
  }

  private mutating func comparison() -> String {
    let relation = ["<", "<=", ">", ">=", "==", "!="][next(6)]
    switch next(8) {
    case 0, 1: return "a \(relation) \(next(4))"
    case 2: return "b \(relation) \(next(4))"
    case 3: return "\(next(4)) \(relation) a"
    case 4: return "a \(relation) b"
    case 5: return next(2) == 0 ? "flag" : "flag == false"
    case 6: return next(2) == 0 ? "kind in ['x', 'y']" : "kind \(next(2) == 0 ? "==" : "!=") 'z'"
    default: return "grade \(relation) '\(["low", "middle", "high"][next(3)])'"
    }
  }

  /// A number below a bound (Knuth's MMIX generator).
  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
