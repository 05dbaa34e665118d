/// When a zone changes its clocks every year, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable {
  private let standard: Int32
  private var summer: (offset: Int32, start: Change, end: Change)?

  /// Nil where the text is none; the names of the times are passed over.
  init?(_ text: some Sequence<UInt8>) {
    var reader = Reader(bytes: Array(text)[...])
    guard reader.passName(), let west = reader.time() else { return nil }
    standard = -west
    guard !reader.bytes.isEmpty else { return }
    guard reader.passName() else { return nil }
    let offset = reader.bytes.first == UInt8(ascii: ",") ? standard + 3600 : reader.time().map { -$0 }
    guard let offset, let start = reader.change(), let end = reader.change(), reader.bytes.isEmpty else {
      return nil
    }
    summer = (offset, start, end)
  }

  /// Seconds east of Greenwich at a moment, given in seconds since 1970.
  func offset(at moment: Int64) -> Int32 {
    guard let summer else { return standard }
    let year = Self.year(of: moment + Int64(standard))
    let start = summer.start.moment(in: year) - Int64(standard)
    let end = summer.end.moment(in: year) - Int64(summer.offset)
    let isSummer =
      start < end ? start <= moment && moment < end : !(end <= moment && moment < start)
    return isSummer ? summer.offset : standard
  }

  /// Days from 1970 to the first of January, in the Gregorian calendar.
  private static func firstDay(of year: Int64) -> Int64 {
    let before = year - 1
    return 365 * before + floored(before, 4) - floored(before, 100) + floored(before, 400) - 719_162
  }

  private static func year(of seconds: Int64) -> Int64 {
    let day = floored(seconds, 86_400)
    var year = 1970 + floored(day * 400, 146_097)
    while firstDay(of: year) > day { year -= 1 }
    while firstDay(of: year + 1) <= day { year += 1 }
    return year
  }

  private static func floored(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  /// A day of each year, and the local time on it.
  private struct Change {
    enum Day {
      /// From 1; the 29th of February is never counted.
      case plain(Int64)
      /// From 0; the 29th of February is counted.
      case counted(Int64)
      /// The weekday (0 is Sunday) of a week of a month; the fifth is the last.
      case weekday(month: Int64, week: Int64, weekday: Int64)
    }

    let day: Day
    let seconds: Int32

    /// Local seconds since 1970.
    func moment(in year: Int64) -> Int64 { (firstDay(of: year) + number(in: year)) * 86_400 + Int64(seconds) }

    private func number(in year: Int64) -> Int64 {
      let isLeap = firstDay(of: year + 1) - firstDay(of: year) == 366
      switch day {
      case .plain(let number): return isLeap && number >= 60 ? number : number - 1
      case .counted(let number): return number
      case .weekday(let month, let week, let weekday):
        let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let first = lengths.prefix(Int(month) - 1).reduce(0, +)
        // 1970 began on a Thursday.
        let shift = (weekday - (firstDay(of: year) + first + 4)) % 7
        let day = (shift < 0 ? shift + 7 : shift) + 7 * (week - 1)
        return first + (day >= lengths[Int(month) - 1] ? day - 7 : day)
      }
    }
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    private mutating func pass(_ byte: UInt8) -> Bool {
      guard bytes.first == byte else { return false }
      bytes = bytes.dropFirst()
      return true
    }

    /// Letters, or anything between angle brackets.
    mutating func passName() -> Bool {
      if pass(UInt8(ascii: "<")) {
        bytes = bytes.drop { $0 != UInt8(ascii: ">") }
        return pass(UInt8(ascii: ">"))
      }
      let rest = bytes.drop {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
      }
      defer { bytes = rest }
      return rest.count < bytes.count
    }

    private mutating func number() -> Int64? {
      let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard (1...4).contains(digits.count) else { return nil }
      bytes = bytes.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    /// Seconds of `[+-]hh[:mm[:ss]]`.
    mutating func time() -> Int32? {
      let isNegative = pass(UInt8(ascii: "-"))
      if !isNegative { _ = pass(UInt8(ascii: "+")) }
      guard let hours = number() else { return nil }
      var seconds = hours * 3600
      for unit: Int64 in [60, 1] where pass(UInt8(ascii: ":")) {
        guard let part = number() else { return nil }
        seconds += part * unit
      }
      return Int32(isNegative ? -seconds : seconds)
    }

    /// `,date[/time]`, at two o'clock unless told.
    mutating func change() -> Change? {
      guard pass(UInt8(ascii: ",")), let day = day() else { return nil }
      guard pass(UInt8(ascii: "/")) else { return Change(day: day, seconds: 7200) }
      return time().map { Change(day: day, seconds: $0) }
    }

    private mutating func day() -> Change.Day? {
      if pass(UInt8(ascii: "J")) { return number().map { .plain($0) } }
      guard pass(UInt8(ascii: "M")) else { return number().map { .counted($0) } }
      guard let month = number(), pass(UInt8(ascii: ".")), let week = number(), pass(UInt8(ascii: ".")),
        let weekday = number(), (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
  }
}
