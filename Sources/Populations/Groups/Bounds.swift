import CEL
import Evaluator
import JSON

/// What a measured number may be over all completions of what is open.
struct Bounds {
  /// Nil is unbounded below; attained where given.
  var least: Ratio?
  /// Nil is unbounded above; attained where given.
  var most: Ratio?
  /// True where in some completion there is no number: a share of none, a sum beyond all digits.
  var canFail = false

  static let open = Bounds(least: nil, most: nil)
  /// There is no number in any completion.
  static let none = Bounds(least: nil, most: nil, canFail: true)

  init(least: Ratio?, most: Ratio?, canFail: Bool = false) {
    self.least = least
    self.most = most
    self.canFail = canFail
  }

  init(_ least: Int, _ most: Int) {
    self.init(least: Ratio(whole: Int64(least)), most: Ratio(whole: Int64(most)))
  }

  /// The number, where only one is left.
  var value: Ratio? {
    guard let least, let most, least == most, !canFail else { return nil }
    return least
  }

  /// Both ends rounded; rounding keeps their order.
  func rounded(_ places: Aggregation.Places) -> Bounds {
    func round(_ end: Ratio?) -> Ratio? {
      guard let end, let rounded = try? end.rounded(places.mode, places: places.count) else { return nil }
      return Ratio(decimal: rounded)
    }
    return Bounds(least: round(least), most: round(most), canFail: canFail)
  }

  /// Whether the number meets a limit whatever is left open; nil where that cannot be told.
  func meets(_ limit: [(name: Text, value: Value)]) -> Bool? {
    guard !canFail else { return nil }
    var all: Bool? = true
    for (name, value) in limit {
      guard let bound = value.exactDecimal else { return nil }
      switch meets(name, bound) {
      case false: return false
      case nil: all = nil
      case true?: break
      }
    }
    return all
  }

  private func meets(_ name: Text, _ bound: Decimal) -> Bool? {
    let low = least?.compared(to: bound)
    let high = most?.compared(to: bound)
    switch name {
    case "atLeast", "from":
      if let low, low != .less { return true }
      return high == .less ? false : nil
    case "moreThan":
      if low == .greater { return true }
      if let high, high != .greater { return false }
      return nil
    case "atMost", "to":
      if let high, high != .greater { return true }
      return low == .greater ? false : nil
    case "lessThan":
      if high == .less { return true }
      if let low, low != .less { return false }
      return nil
    default:
      if low == .equal, high == .equal { return true }
      return low == .greater || high == .less ? false : nil
    }
  }
}

extension Ratio {
  convenience init?(whole: Int64) { self.init(decimal: Decimal(whole)) }

  convenience init?(decimal: Decimal) {
    do throws(ArithmeticError) { try self.init(decimal, .one) } catch { return nil }
  }

  /// The quotient; nil where the divisor is zero.
  convenience init?(_ dividend: Decimal, over divisor: Decimal) {
    do throws(ArithmeticError) { try self.init(dividend, divisor) } catch { return nil }
  }

  /// As results have it: a decimal where one holds it exactly.
  var measured: Value { exactDecimal.map { .decimal($0.normalized) } ?? .ratio(self) }
}
