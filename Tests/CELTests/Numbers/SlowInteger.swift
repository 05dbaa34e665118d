/// Integers as sign and decimal digits, with the arithmetic of pen and paper: what the fast code is tested against.
struct SlowInteger: Hashable, Comparable {
  /// Lowest first, no zeros at the top; zero has none.
  private(set) var digits: [Int]
  private(set) var isNegative: Bool

  private init(digits: [Int], isNegative: Bool) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  init(_ text: String) {
    let isNegative = text.hasPrefix("-")
    self.init(
      digits: text.utf8.filter { $0 != UInt8(ascii: "-") }.reversed().map { Int($0) - 48 },
      isNegative: isNegative)
  }

  init(_ value: some BinaryInteger) { self.init(String(value)) }

  var text: String {
    (isNegative ? "-" : "") + (digits.isEmpty ? "0" : digits.reversed().map(String.init).joined())
  }
  var magnitude: SlowInteger { SlowInteger(digits: digits, isNegative: false) }
  var isOdd: Bool { (digits.first ?? 0) % 2 == 1 }

  func shifted(by places: Int) -> SlowInteger {
    SlowInteger(digits: Array(repeating: 0, count: places) + digits, isNegative: isNegative)
  }

  var timesFive: SlowInteger {
    let twice = self + self
    return twice + twice + self
  }

  static prefix func - (value: SlowInteger) -> SlowInteger {
    SlowInteger(digits: value.digits, isNegative: !value.isNegative)
  }

  static func + (left: SlowInteger, right: SlowInteger) -> SlowInteger {
    if left.isNegative { return -(-left + -right) }
    if right.isNegative { return left - -right }
    var sum: [Int] = []
    var carry = 0
    for place in 0...max(left.digits.count, right.digits.count) {
      carry += (place < left.digits.count ? left.digits[place] : 0)
      carry += (place < right.digits.count ? right.digits[place] : 0)
      sum.append(carry % 10)
      carry /= 10
    }
    return SlowInteger(digits: sum, isNegative: false)
  }

  static func - (left: SlowInteger, right: SlowInteger) -> SlowInteger {
    if left.isNegative || right.isNegative { return left + -right }
    if left < right { return -(right - left) }
    var difference: [Int] = []
    var borrow = 0
    for place in left.digits.indices {
      var digit = left.digits[place] - borrow - (place < right.digits.count ? right.digits[place] : 0)
      borrow = digit < 0 ? 1 : 0
      if digit < 0 { digit += 10 }
      difference.append(digit)
    }
    return SlowInteger(digits: difference, isNegative: false)
  }

  static func * (left: SlowInteger, right: SlowInteger) -> SlowInteger {
    var product = Array(repeating: 0, count: left.digits.count + right.digits.count + 1)
    for (leftPlace, leftDigit) in left.digits.enumerated() {
      for (rightPlace, rightDigit) in right.digits.enumerated() {
        product[leftPlace + rightPlace] += leftDigit * rightDigit
      }
    }
    for place in 0..<product.count - 1 {
      product[place + 1] += product[place] / 10
      product[place] %= 10
    }
    return SlowInteger(digits: product, isNegative: left.isNegative != right.isNegative)
  }

  static func < (left: SlowInteger, right: SlowInteger) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    if left.isNegative { return right.magnitude < left.magnitude }
    if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
    return left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
  }
}
