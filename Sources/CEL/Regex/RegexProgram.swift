import JSON
import Synchronization

/// A compiled regular expression in RE2 syntax, which says whether a text holds a match anywhere.
///
/// Never goes back in the text: time is proportional to its length, times the number of instructions where the
/// pattern is too large for a table; memory does not depend on the text. As CEL asks only whether a text matches,
/// groups don't capture, and lazy repetition is read as greedy. Not taken: `\C`, scripts but Latin, Greek, Cyrillic
/// and Han, and what no automaton can do, such as references to groups.
public final class RegexProgram: Sendable {
  /// The largest number of instructions that a pattern may compile to.
  public static let maximumInstructions = 10_000

  private let nfa: RegexNFA
  private let forReuse: Bool
  /// Made at the second match: it takes as long as a thousand of them, and of a pack's patterns one record meets each once.
  private let table = OnceCell<RegexTable>()
  private let isUsed = Atomic<Bool>(false)

  private init(_ nfa: RegexNFA, forReuse: Bool) {
    self.nfa = nfa
    self.forReuse = forReuse
  }

  /// Reads and compiles a pattern; linear in its length times the counts of its repetitions, within limits.
  ///
  /// - Parameter forReuse: whether to spend some time on making matches fast; false for a pattern that is used once.
  public static func compile(
    _ pattern: Text, forReuse: Bool = true
  ) throws(RegexError) -> RegexProgram {
    var parser = RegexParser(pattern)
    let node = try parser.parse()
    var compiler = RegexCompiler(limit: maximumInstructions)
    let start = try compiler.compile(node, next: 0)
    let nfa = RegexNFA(compiler.instructions, parser.classes, start: start)
    return RegexProgram(nfa, forReuse: forReuse)
  }

  /// How many instructions the pattern compiled to: the factor of the cost of a match.
  public var instructionCount: Int { nfa.instructions.count }

  /// Whether a text holds a match; bytes that are not UTF-8 count as U+FFFD each.
  public func matches(_ text: Text) -> Bool { matches(text.utf8.span) }

  /// Whether a text holds a match; see `matches(_:)` of `Text`.
  public func matches(_ text: Span<UInt8>) -> Bool {
    if forReuse, isUsed.load(ordering: .relaxed) {
      let table = table.known ?? table.set(RegexTable(RegexDFABuilder.build(nfa)))
      if let matches = table._withUnsafeGuaranteedRef({ $0.dfa?.run(text) }) { return matches }
    } else {
      isUsed.store(true, ordering: .relaxed)
    }
    var simulation = RegexSimulation(nfa)
    return simulation.run(text)
  }
}
