/// One alternative of a condition: for each term that is bounded, the values left to it.
struct Box: Hashable {
  private(set) var sets: [Int: ValueSet] = [:]

  /// The box with one term bounded further; nil where nothing is left.
  func narrowed(_ term: Int, to set: ValueSet, domain: ValueSet) -> Box? {
    let left = (sets[term] ?? domain).intersection(set)
    guard !left.isEmpty else { return nil }
    var box = self
    box.sets[term] = left
    return box
  }
}
