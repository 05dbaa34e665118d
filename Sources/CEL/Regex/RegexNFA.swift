/// A pattern as steps that may go several ways at once (a nondeterministic automaton).
struct RegexNFA: Sendable {
  let instructions: [RegexInstruction]
  let classes: [CharacterClass]
  let start: Int32
  /// Whether a match can begin at the start of a text only.
  let isAnchored: Bool

  init(_ instructions: [RegexInstruction], _ classes: [CharacterClass], start: Int32) {
    self.instructions = instructions
    self.classes = classes
    self.start = start
    isAnchored = Self.isAnchored(instructions, start)
  }

  private static func isAnchored(_ instructions: [RegexInstruction], _ start: Int32) -> Bool {
    var visited = StepSet(capacity: instructions.count)
    var pending = [start]
    while let step = pending.popLast() {
      guard visited.insert(step) else { continue }
      switch instructions[Int(step)] {
      case .literal, .characterClass, .match: return false
      case .split(let first, let second): pending += [first, second]
      case .assertion(.textStart, _): break
      case .assertion(_, let next): pending.append(next)
      }
    }
    return true
  }

  /// Where a step leads when it takes a code point; nil where it can't.
  ///
  /// - Parameter category: nil for the category that the code point has.
  func target(of step: Int32, taking codePoint: UInt32, category: CategoryMask? = nil) -> Int32? {
    switch instructions[Int(step)] {
    case .literal(let literal, let next):
      return codePoint == literal ? next : nil
    case .characterClass(let index, let next):
      let characterClass = classes[Int(index)]
      let contains =
        category == nil
        ? characterClass.contains(codePoint) : characterClass.contains(codePoint, category: category)
      return contains ? next : nil
    case .split, .assertion, .match:
      return nil
    }
  }

  func takesCodePoint(_ step: Int32) -> Bool {
    switch instructions[Int(step)] {
    case .literal, .characterClass: true
    case .split, .assertion, .match: false
    }
  }
}
