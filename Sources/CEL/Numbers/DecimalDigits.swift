/// The digits of a finite double without its sign: the number is 0.d₁d₂d₃… × 10^point.
struct DecimalDigits {
  /// 0 … 9 each, without zeros at either end; none for zero.
  private var digits: [UInt8]
  /// How many digits stand before the decimal point; may be negative.
  private(set) var point: Int

  /// More decimals than this no double has.
  static let mostDecimals = 1074

  var count: Int { digits.count }
  var isZero: Bool { digits.isEmpty }

  /// The character of a digit by its place from the first one; `0` beyond the ends.
  func ascii(at place: Int) -> UInt8 {
    UInt8(ascii: "0") + (digits.indices ~= place ? digits[place] : 0)
  }

  /// The fewest digits that read back as this double.
  init(shortest value: Double) {
    digits = []
    point = 0
    var seenPoint = false
    var exponent = 0
    var exponentSign: Int?
    // The library's text is the shortest; only its layout is not CEL's.
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"): exponentSign = 1
      case UInt8(ascii: "-"): exponentSign = -1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if exponentSign != nil {
          exponent = exponent * 10 + Int(digit)
        } else {
          digits.append(digit)
          if !seenPoint { point += 1 }
        }
      default: break
      }
    }
    point += (exponentSign ?? 1) * exponent
    trim()
  }

  /// All digits of this double, up to 767.
  init(exact value: Double) {
    let exponent = value.isNormal ? Int(value.exponent) - 52 : -1074
    var integer = BigNatural(UInt128(value.significandBitPattern))
    if value.isNormal { integer = integer + BigNatural(1 << 52) }
    point = 0
    if exponent >= 0 {
      integer = integer << exponent
    } else {
      // m / 2^k is m·5^k / 10^k.
      for _ in 0..<(-exponent / 13) { integer.multiply(by: 1_220_703_125) }
      for _ in 0..<(-exponent % 13) { integer.multiply(by: 5) }
      point = exponent
    }
    var reversed: [UInt8] = []
    while !integer.isZero {
      var chunk = integer.divide(by: 1_000_000_000)
      for _ in 0..<9 {
        reversed.append(UInt8(chunk % 10))
        chunk /= 10
      }
    }
    digits = reversed.reversed()
    point += digits.count
    trim()
  }

  /// Rounds half-even to `count` digits; with 0 a digit above the first is all that can remain, below 0 none.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      point = 0
      return
    }
    let next = digits[count]
    let odd = count > 0 && digits[count - 1] % 2 == 1
    let increments = next > 5 || (next == 5 && (count + 1 < digits.count || odd))
    digits.removeSubrange(count...)
    if increments {
      while digits.last == 9 { digits.removeLast() }
      if let last = digits.popLast() {
        digits.append(last + 1)
      } else {
        digits = [1]
        point += 1
      }
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    if digits.isEmpty { point = 0 }
  }
}
