import CEL
import JSON

/// A condition on one record as a tree over terms, each held against a set of values.
///
/// Exact for records in which everything is given: what is not understood is a term of its own that is true or false.
indirect enum Condition {
  case constant(Bool)
  case atom(term: Int, ValueSet)
  case all([Condition])
  case any([Condition])

  var negated: Condition {
    switch self {
    case .constant(let value): .constant(!value)
    case .atom(let term, let set): .atom(term: term, set.complement)
    case .all(let parts): .any(parts.map(\.negated))
    case .any(let parts): .all(parts.map(\.negated))
    }
  }

  /// Both; constants are folded.
  static func && (left: Condition, right: Condition) -> Condition { .all([left, right]).folded }
  static func || (left: Condition, right: Condition) -> Condition { .any([left, right]).folded }

  /// The same with constants folded and nested groups joined.
  var folded: Condition {
    switch self {
    case .constant, .atom: return self
    case .all(let parts):
      var kept: [Condition] = []
      for part in parts.map(\.folded) {
        switch part {
        case .constant(true): break
        case .constant(false): return part
        case .all(let inner): kept += inner
        default: kept.append(part)
        }
      }
      return kept.isEmpty ? .constant(true) : kept.count == 1 ? kept[0] : .all(kept)
    case .any(let parts):
      var kept: [Condition] = []
      for part in parts.map(\.folded) {
        switch part {
        case .constant(false): break
        case .constant(true): return part
        case .any(let inner): kept += inner
        default: kept.append(part)
        }
      }
      return kept.isEmpty ? .constant(false) : kept.count == 1 ? kept[0] : .any(kept)
    }
  }

  /// The terms that it speaks of.
  var terms: Set<Int> {
    switch self {
    case .constant: []
    case .atom(let term, _): [term]
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.terms) }
    }
  }
}
