import CEL
import Evaluator
import JSON

/// Values of a group and a function of them; states of parts of the group add up.
struct ValueState {
  private(set) var count = 0
  /// Members without a value.
  private var open = 0
  /// Of the known values; nil is beyond all digits.
  private var sum: Decimal? = .zero
  private var least: Decimal?
  private var most: Decimal?
  private var names: Set<Text> = []
  /// Values of those who may not count at all; nil where open.
  private var possible: [Value?] = []

  mutating func add(_ value: Value?, isCertain: Bool, for function: AggregateFunction) {
    guard isCertain else {
      possible.append(value)
      return
    }
    count += 1
    guard function != .count else { return }
    guard let value else {
      open += 1
      return
    }
    if function == .distinct {
      if let name = value.keyText { names.insert(name) } else { open += 1 }
    } else if let number = value.exactNumber {
      sum = sum.flatMap { Self.total($0, number) }
      least = Self.smaller(least, number)
      most = Self.larger(most, number)
    } else {
      open += 1
    }
  }

  mutating func merge(_ other: ValueState) {
    count += other.count
    open += other.open
    sum = sum.flatMap { own in other.sum.flatMap { Self.total(own, $0) } }
    if let number = other.least { least = Self.smaller(least, number) }
    if let number = other.most { most = Self.larger(most, number) }
    names.formUnion(other.names)
    possible += other.possible
  }

  func bounds(of function: AggregateFunction) -> Bounds {
    switch function {
    case .count: return Bounds(count, count + possible.count)
    case .distinct: return distinct
    case .sum, .mean, .min, .max: break
    }
    var numbers: [Decimal] = []
    var isOpen = open > 0
    for value in possible {
      if let number = value?.exactNumber { numbers.append(number) } else { isOpen = true }
    }
    numbers.sort()
    switch function {
    case .min: return smallest(numbers, isOpen)
    case .max:
      let mirrored = mirror.smallest(numbers.reversed().map { -$0 }, isOpen)
      return Bounds(
        least: mirrored.most.flatMap(Self.negated), most: mirrored.least.flatMap(Self.negated),
        canFail: mirrored.canFail)
    case .mean: return mean(numbers, isOpen)
    default: return total(numbers, isOpen)
    }
  }

  private func total(_ numbers: [Decimal], _ isOpen: Bool) -> Bounds {
    guard let sum else { return .none }
    if isOpen { return .open }
    var (low, high): (Decimal?, Decimal?) = (sum, sum)
    for number in numbers {
      if number.isNegative {
        low = low.flatMap { Self.total($0, number) }
      } else {
        high = high.flatMap { Self.total($0, number) }
      }
    }
    guard let low, let high else { return .none }
    return Bounds(least: Ratio(decimal: low), most: Ratio(decimal: high))
  }

  /// The least mean takes in the smallest numbers as long as they lower it, the greatest the largest.
  private func mean(_ numbers: [Decimal], _ isOpen: Bool) -> Bounds {
    guard let sum else { return .none }
    if isOpen { return Bounds(least: nil, most: nil, canFail: count == 0) }
    let low = mean(from: sum, taking: numbers) { $0.compared(to: $1) == .greater }
    let high = mean(from: sum, taking: numbers.reversed()) { $0.compared(to: $1) == .less }
    return Bounds(least: low, most: high, canFail: count == 0)
  }

  private func mean(from sum: Decimal, taking numbers: [Decimal], while isBetter: (Ratio, Decimal) -> Bool)
    -> Ratio?
  {
    var (sum, count) = (sum, Int64(count))
    for number in numbers {
      if let mean = Ratio(sum, over: Decimal(count)), !isBetter(mean, number) { break }
      guard let next = Self.total(sum, number) else { return nil }
      sum = next
      count += 1
    }
    return Ratio(sum, over: Decimal(count))
  }

  private func smallest(_ numbers: [Decimal], _ isOpen: Bool) -> Bounds {
    let isVoid = count == 0
    let low = isOpen ? nil : Self.smaller(least, numbers.first)
    // The smallest is at most the smallest of those that count; where none does, at most the largest that may.
    let high = least ?? (isVoid && !isOpen ? numbers.last : nil)
    return Bounds(
      least: low.flatMap { Ratio(decimal: $0) }, most: high.flatMap { Ratio(decimal: $0) }, canFail: isVoid)
  }

  /// The same with the signs of all values turned.
  private var mirror: ValueState {
    var mirror = self
    mirror.least = most.map { -$0 }
    return mirror
  }

  private var distinct: Bounds {
    var all = names
    var open = open
    for value in possible {
      if let name = value?.keyText { all.insert(name) } else { open += 1 }
    }
    let least = max(names.count, self.open > 0 ? 1 : 0)
    return Bounds(least, all.count + open)
  }

  private static func total(_ left: Decimal, _ right: Decimal) -> Decimal? {
    do throws(ArithmeticError) { return try left + right } catch { return nil }
  }

  private static func smaller(_ left: Decimal?, _ right: Decimal?) -> Decimal? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }

  private static func larger(_ left: Decimal?, _ right: Decimal) -> Decimal {
    left.map { max($0, right) } ?? right
  }

  private static func negated(_ ratio: Ratio) -> Ratio? { Ratio(-ratio.numerator, over: ratio.denominator) }
}

extension Value {
  /// The number as a decimal, where one holds it exactly.
  var exactNumber: Decimal? {
    if case .ratio(let ratio) = self { return ratio.exactDecimal }
    return exactDecimal
  }
}
