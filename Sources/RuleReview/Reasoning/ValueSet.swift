import CEL
import JSON

/// The values that a condition leaves to a term.
enum ValueSet: Hashable {
  case numbers(NumberSet)
  /// Members of an enum by place, or false and true as 0 and 1, of so many in all.
  case members(Set<Int>, of: Int)
  /// Texts, or all texts but these.
  case texts(Set<Text>, isComplement: Bool)

  static let isTrue = ValueSet.members([1], of: 2)
  static let isFalse = ValueSet.members([0], of: 2)

  var isEmpty: Bool {
    switch self {
    case .numbers(let set): set.isEmpty
    case .members(let members, _): members.isEmpty
    case .texts(let texts, let isComplement): texts.isEmpty && !isComplement
    }
  }

  var complement: ValueSet {
    switch self {
    case .numbers(let set): .numbers(set.complement)
    case .members(let members, let count): .members(Set(0..<count).subtracting(members), of: count)
    case .texts(let texts, let isComplement): .texts(texts, isComplement: !isComplement)
    }
  }

  /// What both leave; sets of different sorts leave everything, so that nothing is concluded from them.
  func intersection(_ other: ValueSet) -> ValueSet {
    switch (self, other) {
    case (.numbers(let one), .numbers(let two)): .numbers(one.intersection(two))
    case (.members(let one, let count), .members(let two, _)): .members(one.intersection(two), of: count)
    case (.texts(let one, false), .texts(let two, false)):
      .texts(one.intersection(two), isComplement: false)
    case (.texts(let one, false), .texts(let two, true)), (.texts(let two, true), .texts(let one, false)):
      .texts(one.subtracting(two), isComplement: false)
    case (.texts(let one, true), .texts(let two, true)): .texts(one.union(two), isComplement: true)
    default: self
    }
  }
}
