extension CivilDate {
  /// The number of days from this one to another; negative where the other is earlier.
  public func days(until other: CivilDate) -> Int64 {
    Int64(other.daysSinceEpoch) - Int64(daysSinceEpoch)
  }

  /// - Throws: `overflow` outside the years 1 … 9999.
  public func adding(days: Int64) throws(ArithmeticError) -> CivilDate {
    let (sum, overflow) = Int64(daysSinceEpoch).addingReportingOverflow(days)
    guard !overflow, let date = CivilDate(daysSinceEpoch: sum) else { throw .overflow }
    return date
  }

  /// The same day of another month, or the last day of that month where it is shorter.
  ///
  /// - Throws: `overflow` outside the years 1 … 9999.
  public func adding(months: Int64) throws(ArithmeticError) -> CivilDate {
    let (year, month, day) = components
    let (target, overflow) = Int64(year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, 12..<120_000 ~= target else { throw .overflow }
    let (targetYear, targetMonth) = (Int(target / 12), Int(target % 12) + 1)
    let length = GregorianCalendar.length(ofMonth: targetMonth, year: targetYear)
    guard let date = CivilDate(year: targetYear, month: targetMonth, day: min(day, length)) else {
      throw .overflow
    }
    return date
  }

  /// The same day of another year; 29 February becomes the 28th where that year has none.
  ///
  /// - Throws: `overflow` outside the years 1 … 9999.
  public func adding(years: Int64) throws(ArithmeticError) -> CivilDate {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    guard !overflow else { throw .overflow }
    return try adding(months: months)
  }
}
