import JSON

/// A value of the expression language; unknown and error are values too (DESIGN §6).
public enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case decimal(Decimal)
  case ratio(Ratio)
  case string(Text)
  case bytes([UInt8])
  case timestamp(Timestamp)
  case duration(CELDuration)
  case date(CivilDate)
  case period(Period)
  case enumeration(EnumValue)
  case list(ListValue)
  case map(MapValue)
  case record(RecordValue)
  case optional(OptionalValue)
  case type(TypeValue)
  case unknown(Unknown)
  case error(EvaluationError)
}
