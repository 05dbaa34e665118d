/// What a pattern means, as a tree.
///
/// Only whether a text matches is asked, so groups don't capture and lazy repetition is the same as greedy.
indirect enum RegexNode {
  case literal(UInt32)
  /// By index in the classes of the pattern.
  case characterClass(Int)
  case assertion(RegexAssertion)
  /// Of no nodes: the empty text.
  case concatenation([RegexNode])
  case alternation([RegexNode])
  /// No maximum where it is nil.
  case repetition(RegexNode, minimum: Int, maximum: Int?)
}
