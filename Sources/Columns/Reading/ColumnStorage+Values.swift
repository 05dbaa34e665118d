import CEL
import JSON

extension ColumnStorage {
  /// The value of a scalar field as the tree reader has it; nil where it is not given.
  func value(of field: FieldPlan, in column: Int, _ row: Int) -> Value? {
    let column = columns + column
    guard column.pointee.known.bit(row) else { return nil }
    let value = column.pointee.values[row]
    switch field.form {
    case .text: return .string(Text(utf8: text(value)))
    case .integer: return .int(value)
    case .decimal:
      return Decimal(coefficient: Int128(value), scale: column.pointee.scale).map(Value.decimal)
    case .boolean: return .bool(column.pointee.truth.bit(row))
    case .date: return CivilDate(daysSinceEpoch: value).map(Value.date)
    case .period: return PeriodOrder.period(value).map(Value.period)
    case .member:
      return field.members.flatMap { EnumValue(type: $0, index: Int(value)) }.map(Value.enumeration)
    default: return nil
    }
  }

  /// The bytes of a text, by its place and length in one word.
  @inline(__always)
  func text(_ view: Int64) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: state.pointee.base + Int(view >> 32), count: Int(view & 0xFFFF_FFFF))
  }
}
