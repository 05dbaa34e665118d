import Evaluator

extension Criterion {
  /// The rules that must be met together, one list for each group that asks for all of its members.
  var conjunctions: [[Int]] {
    switch self {
    case .rule(let place): [[place]]
    // What looks beyond the record is no condition on it.
    case .population, .award: []
    case .every(_, let rules): [rules]
    case .all(let members):
      [members.flatMap(\.required)] + members.filter { $0.required.isEmpty }.flatMap(\.conjunctions)
    case .any(let members), .atLeast(_, let members): members.flatMap(\.conjunctions)
    }
  }

  /// The rules that must be met if this is to be met.
  var required: [Int] {
    switch self {
    case .rule(let place): [place]
    case .population, .award: []
    case .every(_, let rules): rules
    case .all(let members): members.flatMap(\.required)
    case .any, .atLeast: []
    }
  }
}
