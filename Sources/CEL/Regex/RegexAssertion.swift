/// A condition on a place between two characters.
enum RegexAssertion: UInt8, Hashable, Sendable {
  /// `\A`, and `^` outside multiline mode.
  case textStart
  /// `\z`, and `$` outside multiline mode.
  case textEnd
  /// `^` in multiline mode.
  case lineStart
  /// `$` in multiline mode.
  case lineEnd
  /// `\b`: one side is of `[0-9A-Za-z_]`, the other is not.
  case wordBoundary
  /// `\B`.
  case noWordBoundary
}
