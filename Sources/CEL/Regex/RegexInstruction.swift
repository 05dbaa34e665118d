/// One step of the automaton that a pattern is compiled to; steps are named by their index.
enum RegexInstruction: Sendable {
  /// Takes one code point.
  case literal(UInt32, next: Int32)
  /// Takes any code point of a class, given by index.
  case characterClass(Int32, next: Int32)
  /// Goes on both ways, without taking anything.
  case split(Int32, Int32)
  /// Goes on where a condition holds, without taking anything.
  case assertion(RegexAssertion, next: Int32)
  /// The pattern has matched.
  case match
}
