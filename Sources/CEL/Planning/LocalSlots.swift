import JSON

/// The variables of the macros around an expression; a variable's slot in the frame is its depth.
struct LocalSlots {
  private var names: [Text] = []
  /// The largest number of slots that were in use at one time.
  private(set) var slotCount = 0

  /// Opens a variable.
  /// - Returns: its slot.
  mutating func enter(_ name: Text) -> Int {
    names.append(name)
    slotCount = max(slotCount, names.count)
    return names.count - 1
  }

  /// Closes the innermost variables.
  mutating func leave(_ count: Int) { names.removeLast(count) }

  /// The slot of the innermost variable of this name.
  func slot(of name: Text) -> Int? { names.lastIndex(of: name) }
}
