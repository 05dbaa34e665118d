import CEL
import JSON

/// Terms by key, and what can be concluded from conditions over them.
///
/// A class, because the conditions of a whole pack share one table of terms.
final class Reasoner {
  private(set) var terms: [Term] = []
  private var places: [Text: Int] = [:]
  /// The first term that counts items of a list, by the list.
  private(set) var counts: [Text: Int] = [:]

  /// Alternatives beyond this many are not followed: nothing is concluded.
  static let boxLimit = 192

  /// The place of a term with this key, made if it is new.
  func term(_ key: Text, _ make: () -> (domain: ValueSet, shape: Term.Shape)) -> Int {
    if let place = places[key] { return place }
    let (domain, shape) = make()
    places[key] = terms.count
    if case .count(let list, _) = shape, counts[list] == nil { counts[list] = terms.count }
    terms.append(Term(key: key, domain: domain, shape: shape))
    return terms.count - 1
  }

  /// True where surely no record meets the condition.
  func isUnsatisfiable(_ condition: Condition) -> Bool {
    independent(parts: condition.folded).contains { boxes($0)?.isEmpty ?? false }
  }

  /// True where surely every record meets the condition.
  func isValid(_ condition: Condition) -> Bool { isUnsatisfiable(condition.negated) }

  /// True where surely every record that meets the one meets the other.
  func implies(_ one: Condition, _ other: Condition) -> Bool { isUnsatisfiable(one && other.negated) }

  /// The alternatives under which the condition holds, each with the values that it leaves to terms; nil where they are
  /// too many to follow.
  func boxes(_ condition: Condition) -> [Box]? {
    guard let boxes = expand(condition.folded, [Box()]) else { return nil }
    return boxes.filter { !isContradictory($0) }
  }

  private func expand(_ condition: Condition, _ boxes: [Box]) -> [Box]? {
    switch condition {
    case .constant(let value): return value ? boxes : []
    case .atom(let term, let set):
      return boxes.compactMap { $0.narrowed(term, to: set, domain: terms[term].domain) }
    case .all(let parts):
      // What is certain first, so that fewer alternatives are left to combine.
      var result = boxes
      for part in parts.sorted(by: { $0.alternatives < $1.alternatives }) {
        guard let next = expand(part, result) else { return nil }
        if next.isEmpty { return [] }
        result = next
      }
      return result
    case .any(let parts):
      var result: [Box] = []
      for part in parts {
        guard let next = expand(part, boxes) else { return nil }
        for box in next where !result.contains(box) { result.append(box) }
        if result.count > Self.boxLimit { return nil }
      }
      return result
    }
  }

  /// What two terms of a box say of one another.
  private func isContradictory(_ box: Box) -> Bool {
    for (term, set) in box.sets {
      switch terms[term].shape {
      case .sum(let parts):
        if case .numbers(let numbers) = set, let range = range(of: parts, in: box),
          range.intersection(numbers).isEmpty
        {
          return true
        }
      case .count(let list, let condition):
        if hasTooManyItems(term, list, condition, box) { return true }
      case .value, .given: break
      }
    }
    return false
  }

  /// The numbers that a sum can come to within a box; nil where nothing bounds it.
  private func range(of parts: [(factor: Decimal, term: Int)], in box: Box) -> NumberSet? {
    var low: Decimal? = .zero
    var high: Decimal? = .zero
    var isOpen = (low: false, high: false)
    for (factor, term) in parts {
      guard case .numbers(let set) = box.sets[term] ?? terms[term].domain else { return nil }
      let ends = factor.isNegative ? (low: set.high, high: set.low) : (low: set.low, high: set.high)
      low = add(low, ends.low, factor)
      high = add(high, ends.high, factor)
      isOpen.low = isOpen.low || ends.low?.isClosed == false
      isOpen.high = isOpen.high || ends.high?.isClosed == false
    }
    guard low != nil || high != nil else { return nil }
    var range = NumberSet.all(isWhole: false)
    if let low {
      range = range.intersection(.numbers(isOpen.low ? .greater : .greaterOrEqual, low, isWhole: false))
    }
    if let high {
      range = range.intersection(.numbers(isOpen.high ? .less : .lessOrEqual, high, isWhole: false))
    }
    return range
  }

  private func add(_ sum: Decimal?, _ end: NumberSet.End?, _ factor: Decimal) -> Decimal? {
    guard let sum, let end, let product = try? end.value * factor else { return nil }
    return try? sum + product
  }

  /// A list cannot hold more items that meet one condition than it holds items that meet a wider one.
  private func hasTooManyItems(_ term: Int, _ list: Text, _ condition: Condition, _ box: Box) -> Bool {
    guard case .numbers(let count)? = box.sets[term], let least = count.low, !least.value.isZero else {
      return false
    }
    for (other, set) in box.sets where other != term {
      guard case .count(let otherList, let wider) = terms[other].shape, otherList == list,
        case .numbers(let numbers) = set, let most = numbers.high, most.value < least.value
      else { continue }
      if implies(condition, wider) { return true }
    }
    return false
  }
}

extension Condition {
  /// About how many alternatives it stands for.
  fileprivate var alternatives: Int {
    switch self {
    case .constant, .atom: 1
    case .all(let parts): parts.reduce(1) { min($0 * $1.alternatives, 1000) }
    case .any(let parts): parts.reduce(0) { min($0 + $1.alternatives, 1000) }
    }
  }
}
