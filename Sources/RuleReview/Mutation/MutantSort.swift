import JSON

/// The slips of an author that mutants imitate.
public enum MutantSort: String, Sendable, Hashable, CaseIterable {
  /// A limit moved by one step of its precision.
  case limit
  /// A day moved by one.
  case day
  /// An operator flipped: strict or inclusive, the other direction, equal or not.
  case comparison
  /// `&&` for `||`, `all` for `any`, `all` for `exists`.
  case quantifier
  /// A condition, or a part of one, dropped.
  case condition
  /// A member of a set, or a criterion of an award, dropped.
  case member
  /// Another of the choices that the form offers.
  case choice
  /// Plus for minus, smallest for largest.
  case arithmetic
}
