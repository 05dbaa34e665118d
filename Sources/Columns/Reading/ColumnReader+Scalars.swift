extension ColumnReader {
  @inline(never)
  func boolean(_ place: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    let word = place.word
    let column = entry.pointee.column
    if word & 0xFFFF_FFFF == 0x6575_7274 {
      column.pointee.truth[row &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: row & 63)
      column.pointee.setKnown(row)
      return place + 4
    }
    if word & 0xFF_FFFF_FFFF == 0x65_736C_6166 {
      column.pointee.setKnown(row)
      return place + 5
    }
    return null(place)
  }

  /// `"YYYY-MM-DD"`, a day that there is.
  @inline(never)
  func date(_ place: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    guard place.pointee == UInt8(ascii: "\"") else { return null(place) }
    // YYYY-MM- and -MM-DD": all digits and signs in their places.
    let head = (place + 1).word ^ 0x2D30_302D_3030_3030
    let tail = (place + 4).word ^ 0x2230_302D_3030_2D30
    let nines: UInt64 = 0x0606_0606_0606_0606
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    let signs: UInt64 = 0xFF00_00FF_0000_0000
    guard head & high == 0, head & signs == 0, (head &+ nines) & high == 0,
      tail & high == 0, tail & 0xFF00_00FF_0000_FF00 == 0, (tail &+ nines) & high == 0
    else { return nil }
    let digits = Digits(head: head, tail: tail)
    guard digits.year >= 1, 1...12 ~= digits.month, digits.day >= 1 else { return nil }
    guard digits.day <= 28 || digits.day <= Digits.length(ofMonth: digits.month, year: digits.year) else {
      return nil
    }
    let day = digits.daysSinceEpoch
    if day <= state.pointee.asOf || entry.pointee.isPlanned {
      entry.pointee.column.pointee.put(day, row)
    } else {
      state.pointee.hasWarnings = true
    }
    return place + 12
  }

  /// `"2021"`, `"2021-06"`, `"2021-Q3"` or `"2021-H1"`.
  func period(_ place: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    guard place.pointee == UInt8(ascii: "\"") else { return null(place) }
    var year: Int64 = 0
    for offset in 1...4 {
      let digit = place[offset] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      year = year * 10 + Int64(digit)
    }
    guard year >= 1 else { return nil }
    var behind = place + 5
    var months: Int64 = 12
    var number: Int64 = 1
    if behind.pointee == UInt8(ascii: "-") {
      let (mark, last) = (behind[1], Int64(behind[2]) - 48)
      switch mark {
      case UInt8(ascii: "Q"): (months, number) = (3, last)
      case UInt8(ascii: "H"): (months, number) = (6, last)
      case UInt8(ascii: "0"), UInt8(ascii: "1"):
        guard 0...9 ~= last else { return nil }
        (months, number) = (1, Int64(mark - 48) * 10 + last)
      default: return nil
      }
      guard number >= 1, number <= 12 / months else { return nil }
      behind += 3
    }
    guard behind.pointee == UInt8(ascii: "\"") else { return nil }
    entry.pointee.column.pointee.put(PeriodOrder.value(year: year, months: months, number: number), row)
    return behind + 1
  }
}

/// Periods as numbers in their order: by first month, then by length.
enum PeriodOrder {
  static func value(year: Int64, months: Int64, number: Int64) -> Int64 {
    (year * 12 + (number - 1) * months) * 16 + months
  }
}

/// The parts of a date whose digits have been checked.
private struct Digits {
  let year: Int64
  let month: Int64
  let day: Int64

  @inline(__always)
  init(head: UInt64, tail: UInt64) {
    func digit(_ word: UInt64, _ index: UInt64) -> Int64 {
      Int64(truncatingIfNeeded: word &>> (index &* 8) & 0xF)
    }
    year = digit(head, 0) &* 1000 &+ digit(head, 1) &* 100 &+ digit(head, 2) &* 10 &+ digit(head, 3)
    month = digit(head, 5) &* 10 &+ digit(head, 6)
    day = digit(tail, 5) &* 10 &+ digit(tail, 6)
  }

  static func length(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: year & 3 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The method of `GregorianCalendar`, for years from 1 on.
  @inline(__always)
  var daysSinceEpoch: Int64 {
    let shifted = month <= 2 ? year &- 1 : year
    let moved = month > 2 ? month &- 3 : month &+ 9
    let days = UInt64(truncatingIfNeeded: moved &* 153 &+ 2) / 5
    let years = UInt64(truncatingIfNeeded: shifted)
    return Int64(truncatingIfNeeded: years &* 365 &+ years / 4 &- years / 100 &+ years / 400 &+ days) &+ day
      &- 1
      &- 719_468
  }
}
