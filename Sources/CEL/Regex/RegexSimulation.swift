/// One run of a program over one text: the set of all steps that the automaton can be at (Pike's machine).
struct RegexSimulation {
  private let program: RegexProgram
  /// Steps that take a code point, at the place reached.
  private var current: StepSet
  private var following: StepSet
  /// Steps still to be followed without taking anything.
  private var pending: [Int32] = []

  init(_ program: RegexProgram) {
    self.program = program
    current = StepSet(capacity: program.instructions.count)
    following = StepSet(capacity: program.instructions.count)
  }

  /// Whether a match begins anywhere in the text.
  mutating func run(_ text: Span<UInt8>) -> Bool {
    var place = RegexPlace(text)
    if follow(program.start, at: place) { return true }
    while let codePoint = place.next {
      swap(&current, &following)
      following.removeAll()
      place.advance(text)
      for index in 0..<current.count {
        guard let next = target(of: current[index], taking: codePoint) else { continue }
        if follow(next, at: place) { return true }
      }
      // A match may begin at every place.
      if follow(program.start, at: place) { return true }
    }
    return false
  }

  /// Where a step leads when it takes a code point; nil where it can't.
  private func target(of step: Int32, taking codePoint: UInt32) -> Int32? {
    switch program.instructions[Int(step)] {
    case .literal(let literal, let next): codePoint == literal ? next : nil
    case .characterClass(let index, let next):
      program.classes[Int(index)].contains(codePoint) ? next : nil
    case .split, .assertion, .match: nil
    }
  }

  /// Adds a step, and all that it leads to without taking anything, to the following set; true where it matches.
  private mutating func follow(_ step: Int32, at place: RegexPlace) -> Bool {
    pending.append(step)
    while let step = pending.popLast() {
      guard following.insert(step) else { continue }
      switch program.instructions[Int(step)] {
      case .literal, .characterClass: break
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .assertion(let assertion, let next):
        if place.satisfies(assertion) { pending.append(next) }
      case .match: return true
      }
    }
    return false
  }
}
