import CEL
import Evaluator
import JSON
import RulePacks

/// Rules that measure the same value, each for its own band of one figure.
struct BandFamily {
  struct Band {
    let rule: ReviewedRule
    let values: NumberSet
  }

  /// Key of the figure.
  let term: Text
  /// By their lower ends.
  let bands: [Band]

  var neighbours: [(lower: Band, upper: Band)] { zip(bands, bands.dropFirst()).map { ($0, $1) } }

  /// Families of at least two rules whose conditions differ in the band alone.
  static func families(of pack: ReviewedPack) -> [BandFamily] {
    var members: [Text: [(rule: ReviewedRule, term: Int, values: NumberSet)]] = [:]
    for rule in pack.rules where rule.inspected.isEnabled {
      guard let compiled = rule.compiled, let measured = compiled.check.measured,
        let reasoner = pack.reasoners[compiled.on], let applies = rule.applies,
        let boxes = reasoner.boxes(applies), boxes.count == 1, let box = boxes.first
      else { continue }
      let banded = box.sets.filter { isBand($0.value, reasoner.terms[$0.key]) }
      guard banded.count == 1, let (term, set) = banded.first, case .numbers(let values) = set else {
        continue
      }
      let rest = box.sets.filter { $0.key != term }.map { "\(reasoner.terms[$0.key].key) \($0.value)" }
        .sorted()
      let key =
        compiled.on + " " + compiled.kind + " " + PackConditions.key(measured) + " "
        + reasoner.terms[term].key
        + " " + Text(rest.joined(separator: " ")) + " " + compiled.period.text
      members[key, default: []].append((rule, term, values))
    }
    return members.sorted { $0.key < $1.key }.compactMap { _, members in
      guard members.count > 1, let first = members.first, let on = first.rule.compiled?.on,
        let reasoner = pack.reasoners[on]
      else { return nil }
      let bands = members.map { Band(rule: $0.rule, values: $0.values) }.sorted { one, other in
        guard let left = one.values.low else { return other.values.low != nil }
        guard let right = other.values.low else { return false }
        return left.value < right.value
      }
      return BandFamily(term: reasoner.terms[first.term].key, bands: bands)
    }
  }

  private static func isBand(_ set: ValueSet, _ term: Term) -> Bool {
    guard case .numbers(let numbers) = set, case .value = term.shape else { return false }
    return numbers.intervals.count == 1 && (numbers.low != nil || numbers.high != nil)
  }

  /// True where a value between two bands lies in neither.
  static func leavesHole(_ lower: NumberSet, _ upper: NumberSet) -> Bool {
    guard let high = lower.high, let low = upper.low else { return false }
    let between = NumberSet.numbers(
      high.isClosed ? .greater : .greaterOrEqual, high.value, isWhole: lower.isWhole
    ).intersection(
      .numbers(low.isClosed ? .less : .lessOrEqual, low.value, isWhole: lower.isWhole))
    return !between.isEmpty
  }
}

extension DateSpan {
  /// For keys: `2021-01-01/2022-01-01`.
  var text: Text { (from?.text ?? "") + "/" + (before?.text ?? "") }
}
