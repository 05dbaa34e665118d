/// The proleptic Gregorian calendar as arithmetic on days since 1970-01-01, for any year.
///
/// Day counting in eras of 400 years that begin on 1 March, so that the leap day is the last of its year; method of
/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
enum GregorianCalendar {
  /// Day of 1 March of the year 0.
  private static let eraStart: Int64 = -719_468
  private static let daysPerEra: Int64 = 146_097

  /// Days since 1970-01-01.
  ///
  /// - Parameters:
  ///   - month: 1 … 12.
  ///   - day: 1 up to the length of the month.
  static func days(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = Int64(month <= 2 ? year - 1 : year)
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    return eraStart + era * daysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// Year, month (1 … 12) and day (from 1) of a count of days since 1970-01-01; the count is within ±10¹².
  static func civil(days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = days - eraStart
    let era = (shifted >= 0 ? shifted : shifted - daysPerEra + 1) / daysPerEra
    let dayOfEra = shifted - era * daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, day)
  }

  static func isLeap(year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The number of days of a month, 1 … 12.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 0 for Sunday … 6 for Saturday.
  static func dayOfWeek(days: Int64) -> Int {
    let remainder = (days + 4) % 7
    return Int(remainder < 0 ? remainder + 7 : remainder)
  }
}
