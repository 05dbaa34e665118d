import JSON

/// A literal; a fraction keeps its digits because packs read it as an exact decimal.
///
/// A minus directly before an `int` or `fraction` belongs to it: `-1.5` is one literal, `-(1.5)` is a negation.
public enum Literal: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  /// Digits with a point or an exponent, as written, with the `-` that stands before them: a double in plain CEL,
  /// a decimal in packs.
  case fraction(Text)
  case string(Text)
  case bytes([UInt8])
}
