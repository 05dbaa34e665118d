import CEL
import Evaluator
import JSON

/// How many a quota admits in one group: as far as is known now, and over all completions.
struct Capacity: Equatable {
  var least: Int
  var actual: Int
  var most: Int
}

/// Reads sizes of quotas.
struct CapacityReader {
  let constants: Activation

  /// - Parameter base: how many records count, in a quota by share.
  func capacity(of quota: Quota, base: Capacity) -> Capacity {
    switch quota.size {
    case .number(let number):
      let size = places(number, of: nil, quota.rounding)
      return Capacity(least: size ?? 0, actual: size ?? 0, most: size ?? Int.max)
    case .share(let share, _):
      return Capacity(
        least: places(share, of: base.least, quota.rounding) ?? 0,
        actual: places(share, of: base.actual, quota.rounding) ?? 0,
        most: places(share, of: base.most, quota.rounding) ?? Int.max)
    }
  }

  /// A number of places, exactly rounded; nil where it cannot be told.
  private func places(_ formula: Formula, of base: Int?, _ rounding: Quota.Rounding) -> Int? {
    guard let number = formula.program.evaluate(constants).exactNumber else { return nil }
    do throws(ArithmeticError) {
      var product = number
      if let base { product = try number * Decimal(Int64(base)) }
      let ratio = try Ratio(product, Decimal(base == nil ? 1 : 100 as Int64))
      return try ratio.rounded(rounding.mode, places: 0).int64.map { max(0, Int(clamping: $0)) }
    } catch { return nil }
  }
}

extension Quota.Rounding {
  fileprivate var mode: RoundingMode {
    switch self {
    case .down: .down
    case .up: .up
    case .nearest: .halfUp
    }
  }
}
