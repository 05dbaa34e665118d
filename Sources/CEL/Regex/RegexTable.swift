/// The table of a pattern; nil where the pattern is too large for one.
final class RegexTable: Sendable {
  let dfa: RegexDFA?

  init(_ dfa: RegexDFA?) { self.dfa = dfa }
}
