import JSON

/// Finds the unit of measure of values and the places where two units meet that must not.
///
/// A field's declared unit goes with its value through `+`, `-`, negation, scaling by a literal, choices, lists, macros
/// and the functions of `preserving`; `percent(…)` has unit `%`; everything else has none. What has no unit meets
/// any.
struct UnitInference {
  private let tables: CheckTables
  private let variables: [Environment.Variable]
  private var units: [Unit]
  private(set) var diagnostics: [Diagnostic] = []

  enum Unit {
    /// Not declared, or lost in a product.
    case none
    case known(Text)
    /// A list whose elements differ in unit.
    case mixed(Text, Text)

    var isSome: Bool { if case .none = self { false } else { true } }

    /// The unit of a value that has one or the other.
    func or(_ other: Unit) -> Unit {
      switch (self, other) {
      case (.none, let unit), (let unit, .none): unit
      case (.known(let one), .known(let other)): one == other ? self : .mixed(one, other)
      case (.mixed, _): self
      case (_, .mixed): other
      }
    }
  }

  /// Functions whose result has the unit of their first argument, or of the elements of that list.
  private static let preserving: [Text] = [
    "sum", "mean", "minimum", "maximum", "abs", "ceil", "floor", "roundHalfEven", "roundHalfUp", "roundUp",
    "roundDown", "math.greatest", "math.least", "math.abs", "math.round", "math.ceil", "math.floor",
    "math.trunc",
    "slice", "sort", "distinct", "duplicates", "without", "reverse", "flatten", "first", "last", "orValue",
    "or", "value",
    "optional.of",
    "optional.ofNonZeroValue", "dyn", "int", "uint", "double", "decimal",
  ]
  /// Those of them that add or compare the elements they take.
  private static let combining: [Text] = [
    "sum", "mean", "minimum", "maximum", "math.greatest", "math.least", "sort",
  ]

  init(_ tables: CheckTables, _ variables: [Environment.Variable]) {
    self.tables = tables
    self.variables = variables
    units = Array(repeating: .none, count: tables.types.count)
  }

  /// The unit of the value of a node, where it can be told; visits all below.
  mutating func unit(of expression: Expression) -> Text? {
    guard hasUnits else { return nil }
    if case .known(let unit) = visit(expression) { return unit }
    return nil
  }

  /// False where no value can have a unit: then there is nothing to follow.
  private var hasUnits: Bool {
    if tables.fields.contains(where: { $0?.hasUnit ?? false }) { return true }
    return tables.references.contains {
      switch $0 {
      case .variable(let slot): variables[slot].unit != nil
      case .function(let name): name == "percent"
      default: false
      }
    }
  }

  private mutating func visit(_ expression: Expression) -> Unit {
    let unit = infer(expression)
    units[Int(expression.id)] = unit
    return unit
  }

  private mutating func infer(_ expression: Expression) -> Unit {
    if let declared = declaredUnit(expression) {
      visitOperand(of: expression)
      return declared
    }
    switch expression.kind {
    case .literal: return .none
    case .identifier:
      switch tables.locals[Int(expression.id)] {
      case .value(of: let source): return units[Int(source)]
      case .element(of: let source):
        if case .known = units[Int(source)] { return units[Int(source)] }
        return .none
      case .key, nil: return .none
      }
    case .select(let operand, _, _):
      // The value under a key of a map.
      return visit(operand)
    case .has(let operand, _):
      _ = visit(operand)
      return .none
    case .call(let function, let target, let arguments):
      return inferCall(function, target, arguments, expression)
    case .list(let elements, _): return common(elements)
    case .map(let entries):
      for entry in entries { _ = visit(entry.key) }
      return common(entries.map { $0.value })
    case .structure(_, let fields):
      for field in fields { _ = visit(field.value) }
      return .none
    case .bind(_, let value, let body):
      _ = visit(value)
      return visit(body)
    case .comprehension(let comprehension): return infer(comprehension)
    }
  }

  private mutating func visitOperand(of expression: Expression) {
    if case .select(let operand, _, _) = expression.kind { _ = visit(operand) }
  }

  /// The unit declared for the field or variable that a node reads.
  private func declaredUnit(_ expression: Expression) -> Unit? {
    if case .has = expression.kind { return nil }
    if let field = tables.field(of: expression) { return field.unit.map(Unit.known) ?? Unit.none }
    guard case .variable(let slot) = tables.reference(of: expression) else { return nil }
    return variables[slot].unit.map(Unit.known) ?? Unit.none
  }

  private mutating func infer(_ comprehension: Comprehension) -> Unit {
    let range = visit(comprehension.range)
    if let count = comprehension.count { _ = visit(count) }
    if let predicate = comprehension.predicate { _ = visit(predicate) }
    let transform = comprehension.transform.map { visit($0) } ?? .none
    switch comprehension.operation {
    case .all, .exists, .existsOne, .existsAtLeast: return .none
    case .filter, .sortBy: return range
    case .map, .transformList, .transformMap, .transformMapEntry, .optionalMap, .optionalFlatMap:
      return transform
    }
  }

  private mutating func inferCall(
    _ function: Text, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> Unit {
    var operands = arguments
    if let target, tables.isMemberCall(expression, function) { operands.insert(target, at: 0) }
    let operandUnits = operands.map { visit($0) }
    switch (function, operands.count) {
    case (Operator.add, 2), (Operator.subtract, 2): return meet(operandUnits, expression)
    case (Operator.equals, 2), (Operator.notEquals, 2), (Operator.less, 2), (Operator.lessOrEqual, 2),
      (Operator.greater, 2), (Operator.greaterOrEqual, 2), (Operator.membership, 2):
      _ = meet(operandUnits, expression)
      return .none
    case (Operator.multiply, 2), (Operator.divide, 2): return scaled(operands, operandUnits, function)
    case (Operator.negate, 1), (Operator.index, 2), (Operator.optionalIndex, 2): return operandUnits[0]
    case (Operator.conditional, 3): return operandUnits[1].or(operandUnits[2])
    default: break
    }
    var name = function
    if case .function(let resolved) = tables.reference(of: expression) { name = resolved }
    if name == "percent" { return .known("%") }
    // Most texts have no unit anywhere.
    guard operandUnits.contains(where: { $0.isSome }) else { return .none }
    if name == "ratio", operands.count == 2 { return scaled(operands, operandUnits, Operator.divide) }
    guard UnitInference.preserving.contains(name), let first = operandUnits.first else { return .none }
    guard UnitInference.combining.contains(name) else { return first }
    return meet(operandUnits, expression)
  }

  /// The unit in which several values are added or compared; two different ones are reported.
  private mutating func meet(_ units: [Unit], _ expression: Expression) -> Unit {
    var common = Unit.none
    for unit in units { common = common.or(unit) }
    guard case .mixed(let left, let right) = common else { return common }
    diagnostics.append(Diagnostic(.unitMismatch, expression.range, [left, right]))
    return .none
  }

  private mutating func common(_ elements: [Expression]) -> Unit {
    var common = Unit.none
    for element in elements { common = common.or(visit(element)) }
    return common
  }

  /// A value times or divided by a literal keeps its unit.
  private func scaled(_ operands: [Expression], _ units: [Unit], _ function: Text) -> Unit {
    if operands[1].isLiteral { return units[0] }
    return function == Operator.multiply && operands[0].isLiteral ? units[1] : .none
  }
}
