import CEL
import Foundation
import JSON
import Testing

@Suite struct DoubleParsingTests {
  @Test func agreesWithTheSystemOnRandomBitPatterns() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<2000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      for digits in [5, 15, 16, 17, 25, 45] {
        let text = String(format: "%.\(digits)e", value)
        #expect(Double(decimalText: Text(text))?.bitPattern == strtod(text, nil).bitPattern, "\(text)")
      }
    }
  }

  @Test func breaksTiesToEvenHoweverLongTheText() throws {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<16 {
      // The midpoint of two neighbours, written in full: up to 767 digits.
      let low = Double(bitPattern: generator.next() >> 1)
      guard low.isFinite, low > 0, low.nextUp.isFinite else { continue }
      let exact = midpoint(above: low)
      let even = low.bitPattern % 2 == 0 ? low : low.nextUp
      #expect(Double(decimalText: Text(exact)) == even, "\(exact)")
      #expect(Double(decimalText: Text(exact + String(repeating: "0", count: 900))) == even)
      #expect(Double(decimalText: Text(exact + String(repeating: "0", count: 900) + "1")) == low.nextUp)
    }
  }

  /// The exact decimal text halfway to the next double: a double has one bit fewer than its midpoints, so scale by two.
  private func midpoint(above low: Double) -> String {
    let (small, step) = (
      SlowInteger(low.significandBitPattern | (low.isNormal ? 1 << 52 : 0)), SlowInteger(1)
    )
    let exponent = (low.isNormal ? Int(low.exponent) - 52 : -1074) - 1
    var integer = small + small + step
    for _ in 0..<abs(exponent) { integer = exponent > 0 ? integer + integer : integer.timesFive }
    guard exponent < 0 else { return integer.text + ".0" }
    let digits = String(repeating: "0", count: max(-exponent + 1 - integer.text.count, 0)) + integer.text
    return digits.dropLast(-exponent) + "." + digits.suffix(-exponent)
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", -0.0), ("123.456", 123.456), ("+5", 5), ("5.", 5), (".5", 0.5),
      ("6.02214e23", 6.02214e23),
      ("-84.32e7", -84.32e7), ("1e-400", 0), ("4.9e-324", .leastNonzeroMagnitude),
      ("2.4703282292062327e-324", 0),
      ("2.4703282292062328e-324", .leastNonzeroMagnitude), ("1.7976931348623158e308", 1.7976931348623157e308),
      ("9007199254740993", 9_007_199_254_740_992),
      ("9007199254740993.0000000000000000000000000001", 9_007_199_254_740_994),
      ("2.2250738585072011e-308", Double.leastNormalMagnitude.nextDown), ("0e999999999999999999", 0),
      ("1E2", 100),
      ("inf", .infinity),
      ("-Infinity", -.infinity), ("+INF", .infinity),
    ] as [(String, Double)])
  func reads(text: String, expected: Double) {
    #expect(Double(decimalText: Text(text))?.bitPattern == expected.bitPattern)
  }

  @Test(arguments: [
    "", "+", "-", ".", "e5", "1e", "+-1", "1x", " 1", "1 ", "0x1p3", "1_000", "1e400",
    "-1.7976931348623159e308",
    "infinit", "nan1", "-nan", "1,5", "١",
  ])
  func refuses(text: String) {
    #expect(Double(decimalText: Text(text)) == nil)
  }

  @Test func readsNaN() {
    #expect(Double(decimalText: "NaN")?.isNaN == true)
  }

  @Test func readsLongTextsInLinearTime() {
    let nines = Text(String(repeating: "9", count: 300_000))
    #expect(Double(decimalText: nines) == nil)
    #expect(Double(decimalText: "0." + nines) == 1)
    #expect(Double(decimalText: "0." + Text(String(repeating: "0", count: 300_000)) + "1e300001") == 1)
  }

  @Test func convertsDecimalsToTheNearest() throws {
    var samples = DecimalSamples(seed: 23)
    for _ in 0..<2000 {
      let value = samples.next()
      #expect(value.double == strtod(value.text.string, nil), "\(value)")
    }
    #expect(try Decimal("0.1").double == 0.1)
    #expect(try Decimal("-9007199254740993").double == -9_007_199_254_740_992)
  }
}
