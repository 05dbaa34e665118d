import JSON

extension Period {
  /// Reads `2021-06`, `2021-Q3`, `2021-H1` or `2021` and nothing else.
  public init(_ text: Text) throws(CalendarParseError) { try self.init(text.utf8.span) }

  /// Reads `2021-06`, `2021-Q3`, `2021-H1` or `2021` and nothing else.
  public init(_ bytes: Span<UInt8>) throws(CalendarParseError) {
    var position = 0
    guard let year = FixedFields.number(bytes, &position, width: 4) else { throw .malformed }
    var kind = PeriodKind.year
    var number = 1
    if position < bytes.count {
      guard FixedFields.take("-", bytes, &position) else { throw .malformed }
      if FixedFields.take("Q", bytes, &position) {
        kind = .quarter
      } else if FixedFields.take("H", bytes, &position) {
        kind = .halfYear
      } else {
        kind = .month
      }
      let width = kind == .month ? 2 : 1
      guard let read = FixedFields.number(bytes, &position, width: width) else { throw .malformed }
      number = read
    }
    guard position == bytes.count else { throw .malformed }
    guard year > 0 else { throw .outOfRange }
    guard let period = Period(kind, number, of: year) else { throw .noSuchDay }
    self = period
  }

  /// The period in the form in which it is read.
  public var text: Text {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(7)
    FixedFields.append(year, width: 4, to: &bytes)
    switch kind {
    case .year: break
    case .halfYear: bytes += [UInt8(ascii: "-"), UInt8(ascii: "H")]
    case .quarter: bytes += [UInt8(ascii: "-"), UInt8(ascii: "Q")]
    case .month: bytes.append(UInt8(ascii: "-"))
    }
    if kind != .year { FixedFields.append(number, width: kind == .month ? 2 : 1, to: &bytes) }
    return Text(utf8: bytes)
  }
}
