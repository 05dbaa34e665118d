import CEL
import JSON
import Testing

@Suite struct DecimalRoundingTests {
  static let modes: [RoundingMode] = [.halfEven, .halfUp, .up, .down, .floor, .ceiling]

  @Test(arguments: [
    //        halfEven halfUp up  down floor ceiling
    ("2.5", ["2", "3", "3", "2", "2", "3"]),
    ("3.5", ["4", "4", "4", "3", "3", "4"]),
    ("-2.5", ["-2", "-3", "-3", "-2", "-3", "-2"]),
    ("2.500000000000000001", ["3", "3", "3", "2", "2", "3"]),
    ("-2.4", ["-2", "-2", "-3", "-2", "-3", "-2"]),
    ("0.001", ["0", "0", "1", "0", "0", "1"]),
    ("-0.001", ["0", "0", "-1", "0", "-1", "0"]),
    ("7.00", ["7", "7", "7", "7", "7", "7"]),
  ])
  func roundsToWholeNumbers(text: String, expected: [String]) throws {
    for (mode, result) in zip(Self.modes, expected) {
      #expect(try Decimal(Text(text)).rounded(mode, places: 0).text.string == result, "\(text) \(mode)")
    }
  }

  @Test func roundsToPlaces() throws {
    let value = try Decimal("-1.23456")
    #expect(value.rounded(.halfEven, places: 3).text == "-1.235")
    #expect(value.rounded(.down, places: 4).text == "-1.2345")
    #expect(value.rounded(.floor, places: 9) == value)
    #expect(value.rounded(.down, places: -1).text == "-1")
    #expect(value.truncated.text == "-1")
  }

  @Test func neverFailsOnTheLargest() throws {
    let largest = try #require(Decimal(coefficient: .max, scale: 18))
    for mode in Self.modes {
      for places in 0...18 {
        let error = (largest.rounded(mode, places: places).slow - largest.slow).magnitude
        #expect(error < SlowInteger(1).shifted(by: 18 - places))
      }
    }
  }
}
