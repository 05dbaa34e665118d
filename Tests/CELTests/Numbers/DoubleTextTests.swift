import CEL
import Foundation
import JSON
import Testing

@Suite struct DoubleTextTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (-1.5, "-1.5"), (123.456, "123.456"), (-4.5e-3, "-0.0045"),
      (0.0001, "0.0001"),
      (0.00001, "1e-05"), (123456, "123456"), (999_999.5, "999999.5"), (1_000_000, "1e+06"),
      (1_234_567, "1.234567e+06"),
      (6.02214e23, "6.02214e+23"), (1e100, "1e+100"), (.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
      (0.1 + 0.2, "0.30000000000000004"), (.nan, "NaN"), (.infinity, "+Inf"), (-.infinity, "-Inf"),
    ] as [(Double, String)])
  func writesTheShortestInGoLayout(value: Double, expected: String) {
    #expect(value.shortestText.string == expected)
  }

  @Test func writesTheFewestAndNearestDigits() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<2000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = value.shortestText.string
      #expect(strtod(text, nil) == value, "\(text)")
      let count = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }.count
      #expect(strtod(String(format: "%.\(count - 1)e", value), nil) == value, "\(text)")
      #expect(text == layout(String(format: "%.\(count - 1)e", value)), "\(text)")
      if count > 1 { #expect(strtod(String(format: "%.\(count - 2)e", value), nil) != value, "\(text)") }
    }
  }

  /// C writes exponents of at least two digits too; random bit patterns are nearly never below the threshold of 10⁶.
  private func layout(_ scientific: String) -> String {
    let exponent = Int(scientific.split(separator: "e")[1]) ?? 0
    return -5 < exponent && exponent < 6 ? strtod(scientific, nil).shortestText.string : scientific
  }

  @Test func agreesWithCOnFixedAndExponentForms() {
    var generator = SeededGenerator(seed: 32)
    for round in 0..<1500 {
      let value =
        round % 2 == 0
        ? Double(bitPattern: generator.next())
        : Double(Int.random(in: -100_000...100_000, using: &generator)) / 32
      guard value.isFinite else { continue }
      for decimals in [0, 1, 3, 6, 17] {
        #expect(value.fixedText(decimals: decimals).string == String(format: "%.\(decimals)f", value))
        #expect(value.exponentText(decimals: decimals).string == String(format: "%.\(decimals)e", value))
      }
    }
  }

  @Test(
    arguments: [
      (0, "0"), (0.5, "0"), (1.5, "2"), (2.5, "2"), (0.4, "0"), (0.6, "1"), (9.5, "10"), (99.9, "100"),
      (-0.2, "-0"),
      (0.001, "0"), (123, "123"),
    ] as [(Double, String)])
  func roundsHalfEvenToWholeNumbers(value: Double, expected: String) {
    #expect(value.fixedText(decimals: 0).string == expected)
    #expect(value.fixedText(decimals: -3).string == expected)
  }

  @Test func writesAsManyZerosAsAskedFor() {
    #expect(0.5.fixedText(decimals: 2000).utf8.count == 2002)
    #expect(
      Double.leastNonzeroMagnitude.fixedText(decimals: 1074).string
        == String(format: "%.1074f", Double.leastNonzeroMagnitude))
    #expect(
      Double.leastNonzeroMagnitude.exponentText(decimals: 800).string
        == String(format: "%.800e", Double.leastNonzeroMagnitude))
    #expect(Double.nan.fixedText(decimals: 2) == "NaN")
  }
}
