import CEL
import JSON
import Testing

/// What the checker says of a type holds when the expression runs.
@Suite struct TypeSoundnessTests {
  private static let environment: Environment = {
    let bindings = Library(name: "macros", functions: [], macros: [.bindings, .twoVariables])
    var environment = Environment(libraries: [StandardLibrary.library, OptionalsLibrary.library, bindings])
    environment.limits.cost = .max
    environment.limits.steps = 100_000
    return environment
  }()

  @Test(arguments: 0..<8 as Range<UInt64>) func wellTypedExpressionsCheckAndRun(_ seed: UInt64) throws {
    var generator = TypedExpressionGenerator(seed: seed)
    for _ in 0..<120 {
      let wanted = generator.type(depth: 2)
      let text = generator.expression(wanted, depth: 4)
      let (program, diagnostics) = Self.environment.compile(Text(text))
      guard let program, diagnostics.isEmpty, program.type == wanted else {
        Issue.record("\(text) is \(wanted): \(program?.type.text ?? "") \(diagnostics)")
        continue
      }
      let value = program.evaluate(Activation())
      if !Self.has(value, wanted) { Issue.record("\(text) is \(wanted), gives \(value)") }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>) func packExpressionsCheckAndRun(_ seed: UInt64) throws {
    let schema = CheckFixture.schema
    var environment = Environment(
      libraries: [StandardLibrary.library, PackLibrary.library(schema)] + Library.extensions, schema: schema,
      recordType: CheckFixture.unit, dialect: .pack)
    environment.limits.cost = .max
    environment.limits.steps = 100_000
    var generator = PackExpressionGenerator(seed: seed)
    for _ in 0..<100 {
      let wanted = generator.type()
      let text = generator.expression(wanted, depth: 4)
      let (program, diagnostics) = environment.compile(Text(text))
      // Units are told apart elsewhere.
      guard let program, program.type == wanted else {
        if diagnostics.contains(where: { $0.code != .unitMismatch }) || program != nil {
          Issue.record("\(text) is \(wanted): \(program?.type.text ?? "") \(diagnostics)")
        }
        continue
      }
      for record in [PackRecords.whole, PackRecords.partial] {
        let value = program.evaluate(Activation(record: record))
        if !Self.has(value, wanted) { Issue.record("\(text) is \(wanted), gives \(value)") }
      }
    }
  }

  /// True for a value of the type, through and through, and for the errors that types do not prevent.
  private static func has(_ value: Value, _ type: CELType) -> Bool {
    switch (value, type) {
    case (.unknown, _), (.int, .decimal), (.int, .ratio), (.decimal, .ratio): true
    case (.error(let error), _):
      switch error.code {
      case .noSuchOverload, .undeclaredReference, .noSuchField, .invalidKeyType: false
      default: true
      }
    case (.list(let list), .list(let element)): list.elements.allSatisfy { has($0, element) }
    case (.map(let map), .map(let key, let inner)):
      map.keys.allSatisfy { has($0, key) } && map.values.allSatisfy { has($0, inner) }
    case (.optional(let optional), .optional(let wrapped)): optional.value.map { has($0, wrapped) } ?? true
    default: value.type == type
    }
  }

  /// Whatever is written, the checker ends with a checked expression or with diagnostics that lie within the text.
  @Test(arguments: 0..<4 as Range<UInt64>) func everyTreeIsCheckedOrRefused(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "headcount", "score", "kind", "'district'", "'x'", "1", "1.5", "null", "figures", "figures.revenue",
      "communes",
      "indicators", "indicators.a", "zzz", "foundedOn", "[]", "{}", "[1, 'a']", "anything", "params.strict",
      "true",
      "optional.none()", "date('2021-01-01')", "double('1')", "unitKind.school", "int", "grade",
    ]
    func text(_ depth: Int) -> String {
      guard depth > 0 else { return pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
      let (a, b) = (text(depth - 1), text(depth - 1))
      switch Int.random(in: 0..<16, using: &generator) {
      case 0: return "(\(a) + \(b))"
      case 1: return "(\(a) / \(b))"
      case 2: return "(\(a) == \(b))"
      case 3: return "(\(a) < \(b))"
      case 4: return "(\(a) in \(b))"
      case 5: return "(\(a) && \(b))"
      case 6: return "(\(a) ? \(b) : \(text(depth - 1)))"
      case 7: return "\(a).all(x, \(b) == x)"
      case 8: return "\(a).map(x, x, \(b))"
      case 9: return "[\(a), \(b)]"
      case 10: return "{\(a): \(b)}"
      case 11: return "\(a)[\(b)]"
      case 12: return "\(a).?name"
      case 13: return "cel.bind(x, \(a), [x, \(b)])"
      case 14: return "sum([\(a), \(b)])"
      default: return "has(\(a).code)"
      }
    }
    for _ in 0..<300 {
      let text = text(3)
      let (checked, diagnostics) = CheckFixture.check(text, in: CheckFixture.pack)
      #expect((checked == nil) == !diagnostics.isEmpty)
      let length = Int32(text.utf8.count)
      let lie = diagnostics.allSatisfy {
        0 <= $0.range.start && $0.range.start < $0.range.end && $0.range.end <= length
      }
      #expect(lie, "\(text) \(diagnostics)")
      #expect(Set(diagnostics).count == diagnostics.count, "\(text) \(diagnostics)")
      let isOrdered = zip(diagnostics, diagnostics.dropFirst()).allSatisfy {
        $0.range.start <= $1.range.start
      }
      #expect(isOrdered)
    }
  }
}
