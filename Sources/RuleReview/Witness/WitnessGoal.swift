import CEL
import JSON

/// Something that a draft must be brought to.
indirect enum WitnessGoal {
  /// A condition holds, or fails; `tries` bounds how often it is gone at again.
  case truth(WitnessClause, Bool, tries: Int)
  /// A clause has a value, whatever it is.
  case known(WitnessClause, tries: Int)
  /// A clause has this value.
  case equal(WitnessClause, Value)
  /// A variable of a macro has this value.
  case bound(WitnessBinding, Value)
  /// A day lies before the day of knowledge.
  case past(WitnessClause, tries: Int)
  /// One of several lists of goals.
  case either([[WitnessGoal]])

  static func truth(_ clause: WitnessClause, _ wanted: Bool) -> WitnessGoal {
    .truth(clause, wanted, tries: 6)
  }

  static func known(_ clause: WitnessClause) -> WitnessGoal { .known(clause, tries: 4) }
}

/// A way towards a goal: the draft as it then is, and what is left to do.
struct WitnessStep {
  let draft: Draft
  /// What was edited; nil where nothing was.
  let edited: [Path.Step]?
  let goals: [WitnessGoal]
}
