import CEL

extension CompiledPack {
  /// Reads and plans the formulas that every record of a type meets, ahead of the first record.
  ///
  /// For a thread that is free meanwhile: from the last rule back, so that it meets the thread that judges halfway. Safe
  /// beside any number of evaluations, and of no consequence but time.
  public func prepare() {
    for award in awards.reversed() { award.applies?.program.prepare() }
    for rule in rules.reversed() {
      for formula in rule.check.formulas { formula.program.prepare() }
    }
  }
}
