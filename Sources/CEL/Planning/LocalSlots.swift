import JSON

/// The variables of the macros around an expression; a variable's slot in the frame is its depth.
struct LocalSlots {
  private var names: [Text] = []
  /// What a variable of `cel.bind` stands for, where that is a path: it is walked where the variable is used, so that what
  /// is missing has its full path.
  private var paths: [Planner.Chain?] = []
  /// The largest number of slots that were in use at one time.
  private(set) var slotCount = 0

  /// Opens a variable.
  /// - Returns: its slot.
  mutating func enter(_ name: Text, path: Planner.Chain? = nil) -> Int {
    names.append(name)
    paths.append(path)
    slotCount = max(slotCount, names.count)
    return names.count - 1
  }

  /// Closes the innermost variables.
  mutating func leave(_ count: Int) {
    names.removeLast(count)
    paths.removeLast(count)
  }

  /// What the innermost variable of this name stands for.
  func chain(_ name: Text) -> Planner.Chain? {
    guard let slot = names.lastIndex(of: name) else { return nil }
    return paths[slot] ?? Planner.Chain(start: LocalNode(slot: slot))
  }
}
