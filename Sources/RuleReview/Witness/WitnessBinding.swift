import CEL

/// What a variable of a macro stands for.
indirect enum WitnessBinding {
  /// An element of a list of the draft.
  case place([Path.Step])
  /// An element of a list that was computed.
  case value(Value)
  /// An element of a list that is written out, or what a macro makes of an element.
  case clause(WitnessClause)
}
