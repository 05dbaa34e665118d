import CEL
import Evaluator
import JSON

/// One thing that the record of a search must be, told by the formulas of rules.
struct WitnessRoot {
  enum Aim {
    /// The condition of an award holds.
    case holds(WitnessClause)
    /// What names the subject of an award, or its year, is given.
    case known(WitnessClause)
    /// The rule is met, or does not bind the record.
    case settled(RuleParts)
    /// The rule is not known to be broken.
    case unbroken(RuleParts)
    /// The rule binds the record, is due and not met.
    case violated(RuleParts)
    /// A choice of an award is met.
    case met(Criterion)
    /// A choice beside other criteria is met, or none of its rules binds the record.
    case unhindered(Criterion)
  }

  /// The clauses of a rule.
  struct RuleParts {
    let rule: Int
    let applies: WitnessClause?
    let requires: WitnessClause
    let due: WitnessClause?
  }

  /// How far it has come.
  enum Standing {
    case met, open
    /// Known not to be so.
    case broken
  }

  let aim: Aim
  /// Paths of the record that it rests on.
  let reads: [Text]
  /// Places of the rules that it speaks of.
  let rules: [Int]

  /// True for a rule that may stay undecided.
  var isOnlyUnbroken: Bool { if case .unbroken = aim { true } else { false } }

  /// True where an edit at a place may change how it stands.
  func isTouched(by edited: [Path.Step]) -> Bool {
    var path: Text = ""
    for case .field(let name) in edited { path = path.isEmpty ? name : path + "." + name }
    return reads.contains { read in
      read == path || read.hasPrefix(path + ".") || path.hasPrefix(read + ".")
    }
  }
}
