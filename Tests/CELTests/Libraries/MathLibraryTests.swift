import CEL
import JSON
import Testing

@Suite struct MathLibraryTests {
  @Test(
    arguments: [
      "math.greatest(1, 2.5, 2u) == 2.5", "math.least([3, 2u]) == 2u", "math.greatest(2, 2.0, 2u) == 2",
      "type(math.greatest(2, 2.0, 2u)) == int", "math.least(-0.5) == -0.5",
      "math.greatest(9007199254740993, 9007199254740992) == 9007199254740993",
      "math.round(2.5) == 3.0 && math.round(-2.5) == -3.0 && math.round(0.49999999999999994) == 0.0",
      "math.round(4503599627370497.5) == 4503599627370498.0 && math.round(1e300) == 1e300",
      "math.trunc(-0.9) == 0.0 && math.ceil(-0.9) == 0.0 && math.floor(-0.1) == -1.0",
      "math.isInf(math.round(1.0 / 0.0)) && math.isNaN(math.sign(0.0 / 0.0))",
      "math.sqrt(9) == 3.0 && math.sqrt(2.25) == 1.5 && math.sqrt(4u) == 2.0 && math.isNaN(math.sqrt(-1))",
      "math.bitShiftLeft(1, 63) == -9223372036854775808 && math.bitShiftLeft(1u, 64) == 0u",
      "math.bitShiftRight(-1, 63) == 1 && math.bitShiftRight(-1, 0) == -1 && math.bitShiftRight(8u, 9223372036854775807) == 0u",
    ] as [Text])
  func computes(_ text: Text) throws { try expectTrue(text) }

  @Test(
    arguments: [
      ("math.greatest([])", .emptyList), ("math.greatest(['a'])", .noSuchOverload),
      ("math.greatest(0.0 / 0.0, 1)", .invalidArgument), ("math.least(1, 'a', 2)", .noSuchOverload),
      ("math.abs(-9223372036854775807 - 1)", .overflow), ("math.bitShiftLeft(1, -1)", .rangeError),
      ("math.bitAnd(1, 1u)", .noSuchOverload), ("math.sqrt('4')", .noSuchOverload),
    ] as [(Text, EvaluationError.Code)])
  func refuses(_ text: Text, _ code: EvaluationError.Code) throws { try expectError(text, code) }

  @Test func knowsTheTypeOfTheExtreme() {
    func type(_ text: Text) -> CELType? { extendedEnvironment.compile(text).0?.type }
    #expect(type("math.greatest(1, 2)") == .int)
    #expect(type("math.greatest([1u])") == .uint)
    #expect(type("math.greatest(1, 2.0)") == .dyn)
    #expect(type("math.greatest('a')") == nil)
  }
}
