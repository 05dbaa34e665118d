import JSON

/// A type of the expression language.
public indirect enum CELType: Hashable, Sendable {
  case dyn
  case null, bool, int, uint, double, string, bytes, timestamp, duration
  case decimal, ratio, date, period
  /// An enum of the schema, by name.
  case enumeration(Text)
  /// A record type of the schema, by name.
  case record(Text)
  case list(CELType)
  case map(CELType, CELType)
  case optional(CELType)
  /// The type of a type value.
  case type(CELType)
  /// A nullable primitive.
  case wrapper(CELType)
  /// A named type with parameters that the language itself knows nothing of.
  case opaque(Text, [CELType])
  /// A type parameter of an overload.
  case parameter(Text)
  /// The type of an expression that has already been reported.
  case error
}
