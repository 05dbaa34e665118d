import JSON

/// A literal as written; a fraction keeps its digits because packs read it as an exact decimal.
public enum Literal: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  /// Digits with a point or an exponent, as written without sign: a double in plain CEL, a decimal in packs.
  case fraction(Text)
  case string(Text)
  case bytes([UInt8])
}
