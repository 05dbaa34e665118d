/// One run of a pattern over one text: the set of all steps that the automaton can be at (Pike's machine).
struct RegexSimulation {
  private let nfa: RegexNFA
  /// Steps that take a code point, at the place reached.
  private var current: StepSet
  private var following: StepSet
  /// Steps still to be followed without taking anything.
  private var pending: [Int32] = []

  init(_ nfa: RegexNFA) {
    self.nfa = nfa
    current = StepSet(capacity: nfa.instructions.count)
    following = StepSet(capacity: nfa.instructions.count)
  }

  /// Whether a match begins anywhere in the text.
  mutating func run(_ text: Span<UInt8>) -> Bool {
    var place = RegexPlace(text)
    if follow(nfa.start, at: place) { return true }
    while let codePoint = place.next {
      swap(&current, &following)
      following.removeAll()
      place.advance(text)
      for index in 0..<current.count {
        guard let next = nfa.target(of: current[index], taking: codePoint) else { continue }
        if follow(next, at: place) { return true }
      }
      if nfa.isAnchored {
        if following.count == 0 { return false }
      } else if follow(nfa.start, at: place) {
        return true
      }
    }
    return false
  }

  /// Adds a step, and all that it leads to without taking anything, to the following set; true where it matches.
  private mutating func follow(_ step: Int32, at place: RegexPlace) -> Bool {
    pending.append(step)
    while let step = pending.popLast() {
      guard following.insert(step) else { continue }
      switch nfa.instructions[Int(step)] {
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
