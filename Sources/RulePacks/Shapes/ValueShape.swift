import JSON

/// What a JSON value of a rule file may be; the one description that validation, decoding and the published
/// JSON Schema share.
public indirect enum ValueShape: Sendable {
  /// Any string that is not blank.
  case text
  /// An identifier: a letter or `_`, then letters, digits, `_`; names of fields, parameters and enum members.
  case name
  /// An id of a pack, rule or award: as a name, and `-` and `.` within.
  case id
  case boolean
  /// A whole number of 64 bits, at least `minimum`.
  case integer(minimum: Int64)
  /// A decimal of at most 18 digits, 9 of them behind the point.
  case number
  /// `YYYY-MM-DD`.
  case date
  /// `2021`, `2021-H1`, `2021-Q3`, `2021-06`.
  case period
  /// CEL text.
  case expression
  /// A number, or CEL text.
  case numberOrExpression
  /// One of these texts.
  case oneOf([Text])
  /// An object of `vi` and `en`.
  case localized
  case array(ValueShape, minimum: Int)
  /// An object of declared members.
  case object(ObjectShape)
  /// An object whose keys are the author's names.
  case dictionary(ValueShape, keys: NameForm)
  /// Decided by what the value is; the alternatives differ in JSON kind.
  case either([ValueShape])
  /// A shape that contains itself.
  case recursive(@Sendable () -> ValueShape)
  /// Any JSON value; its reader looks closer.
  case any
}
