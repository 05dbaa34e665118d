/// Makes the table of a pattern by the subset construction, as far as it stays small.
struct RegexDFABuilder {
  private let nfa: RegexNFA
  private let alphabet: RegexAlphabet
  private var states: [State: UInt16] = [:]
  /// The steps of each state, in the order of their numbers.
  private var steps: [[Int32]] = []
  private var acceptsAtEnd: [Bool] = []
  private var visited: StepSet
  /// Steps followed so far.
  private var work = 0

  private static let mostStates = 200
  private static let mostWork = 100_000

  /// What tells two states apart.
  private struct State: Hashable {
    let steps: [Int32]
    let acceptsAtEnd: Bool
  }

  private init(_ nfa: RegexNFA, _ alphabet: RegexAlphabet) {
    self.nfa = nfa
    self.alphabet = alphabet
    visited = StepSet(capacity: nfa.instructions.count)
  }

  /// The table of a pattern; nil where it would be large, or where a match depends on the ends of lines or words.
  static func build(_ nfa: RegexNFA) -> RegexDFA? {
    for instruction in nfa.instructions {
      if case .assertion(let assertion, _) = instruction, assertion != .textStart, assertion != .textEnd {
        return nil
      }
    }
    guard let alphabet = RegexAlphabet(nfa) else { return nil }
    var builder = RegexDFABuilder(nfa, alphabet)
    return builder.build()
  }

  private mutating func build() -> RegexDFA? {
    let width = alphabet.count
    // The two states that nothing leaves.
    var table = [UInt16](repeating: RegexDFA.accepting, count: width)
    table += [UInt16](repeating: RegexDFA.dead, count: width)
    steps = [[], []]
    acceptsAtEnd = [true, false]
    let first = state(from: [nfa.start], atStart: true)
    if first != RegexDFA.initial {
      // The empty pattern, or one that can't begin: still the initial state, with nowhere else to go.
      table += [UInt16](repeating: first, count: width)
      return RegexDFA(alphabet, table: table, acceptsAtEnd: acceptsAtEnd + [first == 0])
    }
    var next = Int(RegexDFA.initial)
    while next < steps.count {
      for (codePoint, category) in alphabet.samples {
        // A match may begin at every place.
        var targets: [Int32] = [nfa.start]
        for step in steps[next] {
          if let target = nfa.target(of: step, taking: codePoint, category: category) {
            targets.append(target)
          }
        }
        table.append(state(from: targets, atStart: false))
      }
      next += 1
      guard steps.count <= Self.mostStates, work <= Self.mostWork else { return nil }
    }
    return RegexDFA(alphabet, table: table, acceptsAtEnd: acceptsAtEnd)
  }

  /// The number of the state that is reached by some steps.
  private mutating func state(from targets: [Int32], atStart: Bool) -> UInt16 {
    guard !follow(targets, atStart: atStart, atEnd: false) else { return RegexDFA.accepting }
    var taking: [Int32] = []
    for index in 0..<visited.count where nfa.takesCodePoint(visited[index]) {
      taking.append(visited[index])
    }
    taking.sort()
    let state = State(steps: taking, acceptsAtEnd: follow(targets, atStart: atStart, atEnd: true))
    if taking.isEmpty, !state.acceptsAtEnd { return RegexDFA.dead }
    if let number = states[state] { return number }
    let number = UInt16(truncatingIfNeeded: steps.count)
    states[state] = number
    steps.append(taking)
    acceptsAtEnd.append(state.acceptsAtEnd)
    return number
  }

  /// Visits all steps that some lead to without taking anything; true where one of them matches.
  private mutating func follow(_ targets: [Int32], atStart: Bool, atEnd: Bool) -> Bool {
    visited.removeAll()
    var pending = targets
    while let step = pending.popLast() {
      guard visited.insert(step) else { continue }
      work += 1
      switch nfa.instructions[Int(step)] {
      case .literal, .characterClass: break
      case .split(let first, let second): pending += [first, second]
      case .assertion(.textStart, let next): if atStart { pending.append(next) }
      case .assertion(_, let next): if atEnd { pending.append(next) }
      case .match: return true
      }
    }
    return false
  }
}
