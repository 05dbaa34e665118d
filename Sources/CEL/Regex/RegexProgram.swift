import JSON

/// A compiled regular expression in RE2 syntax, which says whether a text holds a match anywhere.
///
/// Runs all alternatives side by side, without going back in the text: time is proportional to the length of the text
/// times the number of instructions, memory to the number of instructions. As CEL asks only whether a text matches,
/// groups don't capture, and lazy repetition is read as greedy. Not taken: `\C`, scripts but Latin, Greek, Cyrillic
/// and Han, and what no automaton can do, such as references to groups.
public final class RegexProgram: Sendable {
  /// The largest number of instructions that a pattern may compile to.
  public static let maximumInstructions = 10_000

  let instructions: [RegexInstruction]
  let classes: [CharacterClass]
  let start: Int32

  /// Reads and compiles a pattern; linear in its length times the counts of its repetitions, within limits.
  public static func compile(_ pattern: Text) throws(RegexError) -> RegexProgram {
    var parser = RegexParser(pattern)
    let node = try parser.parse()
    var compiler = RegexCompiler(limit: maximumInstructions)
    let start = try compiler.compile(node, next: 0)
    return RegexProgram(compiler.instructions, parser.classes, start: start)
  }

  private init(_ instructions: [RegexInstruction], _ classes: [CharacterClass], start: Int32) {
    self.instructions = instructions
    self.classes = classes
    self.start = start
  }

  /// How many instructions the pattern compiled to: the factor of the cost of a match.
  public var instructionCount: Int { instructions.count }

  /// Whether a text holds a match; bytes that are not UTF-8 count as U+FFFD each.
  public func matches(_ text: Text) -> Bool { matches(text.utf8.span) }

  /// Whether a text holds a match; see `matches(_:)` of `Text`.
  public func matches(_ text: Span<UInt8>) -> Bool {
    var simulation = RegexSimulation(self)
    return simulation.run(text)
  }
}
