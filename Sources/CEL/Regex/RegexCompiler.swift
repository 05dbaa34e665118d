/// Turns a tree into an automaton (Thompson's construction), from the end to the beginning.
struct RegexCompiler {
  private(set) var instructions: [RegexInstruction] = [.match]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Appends the steps for a node and returns where they begin; after them the automaton goes on at `next`.
  mutating func compile(_ node: RegexNode, next: Int32) throws(RegexError) -> Int32 {
    switch node {
    case .literal(let codePoint):
      return try append(.literal(codePoint, next: next))
    case .characterClass(let index):
      return try append(.characterClass(Int32(index), next: next))
    case .assertion(let assertion):
      return try append(.assertion(assertion, next: next))
    case .concatenation(let nodes):
      var start = next
      for node in nodes.reversed() { start = try compile(node, next: start) }
      return start
    case .alternation(let nodes):
      var start = try compile(nodes[nodes.count - 1], next: next)
      for node in nodes.dropLast().reversed() {
        start = try append(.split(compile(node, next: next), start))
      }
      return start
    case .repetition(let node, let minimum, let maximum):
      return try compile(node, minimum: minimum, maximum: maximum, next: next)
    }
  }

  private mutating func compile(
    _ node: RegexNode, minimum: Int, maximum: Int?, next: Int32
  ) throws(RegexError) -> Int32 {
    var start = next
    var required = minimum
    if let maximum {
      // x{2,4} is xx(x(x)?)?.
      for _ in minimum..<maximum { start = try append(.split(compile(node, next: start), next)) }
    } else {
      let loop = try append(.split(next, next))
      let body = try compile(node, next: loop)
      instructions[Int(loop)] = .split(body, next)
      // x{2,} is xx+, whose loop already contains one x.
      start = minimum > 0 ? body : loop
      required = max(minimum - 1, 0)
    }
    for _ in 0..<required { start = try compile(node, next: start) }
    return start
  }

  private mutating func append(_ instruction: RegexInstruction) throws(RegexError) -> Int32 {
    guard instructions.count < limit else { throw RegexError(code: .tooLarge, offset: 0) }
    instructions.append(instruction)
    return Int32(instructions.count - 1)
  }
}
