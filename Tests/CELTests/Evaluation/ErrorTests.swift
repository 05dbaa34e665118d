import CEL
import JSON
import Testing

/// Errors carry their code, arguments and place; limits hold.
@Suite struct ErrorTests {
  private static let standard = Environment(
    libraries: [StandardLibrary.library] + Library.extensions,
    variables: [Environment.Variable("x", .dyn)])

  private func evaluate(
    _ text: String, in environment: Environment = standard, _ values: [Value?] = [nil]
  ) throws -> Value {
    let (parsed, diagnostics) = Parser.parse(Text(text), macros: environment.macros)
    let expression = try #require(parsed, "\(diagnostics)")
    return environment.planUnchecked(expression).evaluate(Activation(variables: values))
  }

  @Test(arguments: [
    ("1 + 2 / 0", "2 / 0", EvaluationError.Code.divisionByZero, [String]()),
    ("size([1, 2 % 0])", "2 % 0", .moduloByZero, []),
    ("true && 9223372036854775807 + 1 > 0", "9223372036854775807 + 1", .overflow, ["_+_"]),
    ("1 + 'a'", "1 + 'a'", .noSuchOverload, ["_+_", "int", "string"]),
    ("[1] < [2]", "[1] < [2]", .noSuchOverload, ["_<_", "list", "list"]),
    ("{'a': 1}.b", "{'a': 1}.b", .noSuchKey, ["b"]), ("{1: 1}[2]", "{1: 1}[2]", .noSuchKey, ["2"]),
    ("[7][3]", "[7][3]", .indexOutOfBounds, ["3", "1"]), ("'a'.b", "'a'.b", .noSuchField, ["b"]),
    ("nowhere", "nowhere", .undeclaredReference, ["nowhere"]), ("x", "x", .undeclaredReference, ["x"]),
    ("1 + unheard(2)", "unheard(2)", .undeclaredReference, ["unheard"]),
    ("{'a': 1, 'a': 2}", "'a'", .duplicateKey, ["a"]), ("{1.5: 1}", "1.5", .invalidKeyType, ["double"]),
    ("int('1x')", "int('1x')", .invalidConversion, ["1x", "int"]),
    ("int(1e19)", "int(1e19)", .rangeError, ["double"]),
    ("optional.none().value()", "optional.none().value()", .noneDereference, []),
    (
      "timestamp('2021-01-01T00:00:00Z').getHours('Nowhere/City')",
      "timestamp('2021-01-01T00:00:00Z').getHours('Nowhere/City')", .unknownTimeZone, ["Nowhere/City"]
    ),
  ])
  func pointAtTheirPlace(text: String, place: String, code: EvaluationError.Code, arguments: [String]) throws
  {
    let value = try evaluate(text)
    guard case .error(let error) = value else {
      Issue.record("\(text) gives \(value.testText)")
      return
    }
    #expect(error.code == code)
    #expect(error.arguments == arguments.map { Text($0) })
    let range = try #require(error.range)
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self) == place)
  }

  @Test func decimalsDoNotMeetDoubles() throws {
    let values: [Value?] = [RecordFixture.decimal("1.5")]
    for text in ["x == 1.5", "x < 1.5", "x in [2.5]", "[x] == [1.5]", "1.5 != x"] {
      let value = try evaluate(text, values)
      guard case .error(let error) = value else {
        Issue.record("\(text) gives \(value.testText)")
        continue
      }
      #expect(error.code == .noSuchOverload, "\(text)")
    }
    #expect(try evaluate("x in [2.5, 1, x]", values).testText == "true")
    #expect(try evaluate("[x, 1] == [1.5, 2]", values).testText == "false")
  }

  @Test func aLoopEndsAtTheStepLimit() throws {
    var environment = Self.standard
    environment.limits.steps = 1000
    let list = Value.list(ListValue(Array(repeating: .int(1), count: 100)))
    let nested = "x.all(a, x.all(b, x.all(c, a + b + c > 0)))"
    for text in [nested, "\(nested) || true", "[\(nested)] == [1]"] {
      let value = try evaluate(text, in: environment, [list])
      guard case .error(let error) = value else {
        Issue.record("\(text) gives \(value.testText)")
        continue
      }
      #expect(error.code == .stepLimitExceeded)
      #expect(error.arguments == ["1000"])
    }
    #expect(try evaluate("x.all(a, a > 0)", in: environment, [list]).testText == "true")
  }

  @Test func doublingATextEndsAtTheStepLimit() throws {
    var text = "a40.size()"
    for level in (1...40).reversed() { text = "cel.bind(a\(level), a\(level - 1) + a\(level - 1), \(text))" }
    let value = try evaluate("cel.bind(a0, '0123456789', \(text))")
    guard case .error(let error) = value else {
      Issue.record("gives \(value.testText)")
      return
    }
    #expect(error.code == .stepLimitExceeded)
  }
}
