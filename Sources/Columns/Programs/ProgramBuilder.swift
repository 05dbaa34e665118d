import CEL
import Evaluator
import JSON

/// Compiles the expressions over one record type into one program.
final class ProgramBuilder {
  let plan: RecordPlan
  let pack: CompiledPack
  /// By slot of the variables: parameters, scores, then the day of knowledge; nil where it differs from record to record.
  let variables: [Value?]
  let libraries: [Library]
  let context: CallContext
  private(set) var steps: [Step] = []
  private var places: [StepKey: Int] = [:]
  /// The variables of macros, innermost last.
  var locals: [(name: Text, operand: Operand)] = []
  /// The expression that is being compiled.
  var checked: CheckedExpression?

  private struct StepKey: Hashable {
    let operation: Operation
    let space: Int
  }

  init(_ plan: RecordPlan, _ evaluator: PackEvaluator) {
    let pack = evaluator.pack
    context = evaluator.context
    self.plan = plan
    self.pack = pack
    libraries = PackEnvironment.libraries(pack.schema)
    var variables = pack.parameters.map { parameter -> Value? in
      if let override = parameter.override { return override }
      if case .day(let day) = pack.lawDate { return parameter.value(on: day) }
      return nil
    }
    for score in pack.scores where score.on == plan.type.name { variables.append(nil) }
    variables.append(.date(evaluator.asOf))
    self.variables = variables
  }

  /// The register of a step, made where there is none.
  func step(_ operation: Operation, _ space: Int, _ type: CELType) -> Int {
    let key = StepKey(operation: operation, space: space)
    if let place = places[key] { return place }
    steps.append(Step(operation: operation, space: space, type: type))
    places[key] = steps.count - 1
    return steps.count - 1
  }

  /// A condition as a register over the records.
  func condition(_ formula: Formula) throws(NoColumnForm) -> Int {
    let register = try compile(formula)
    guard steps[register].type == .bool else { throw NoColumnForm("not a condition") }
    return register
  }

  /// A formula as a register over the records.
  func compile(_ formula: Formula) throws(NoColumnForm) -> Int {
    guard let checked = formula.program.checked else { throw NoColumnForm("not checked") }
    self.checked = checked
    locals = []
    let register = try self.register(try operand(checked.parsed.root))
    guard steps[register].space == 0 else { throw NoColumnForm("not of the record") }
    return register
  }

  func reference(_ expression: Expression) -> Reference? { checked?.references[Int(expression.id)] }
  func type(_ expression: Expression) -> CELType { checked?.types[Int(expression.id)] ?? .dyn }

  /// Whether rows of one space are those of another, or lie within them.
  func isWithin(_ inner: Int, _ outer: Int) -> Bool {
    var space = inner
    while space != outer {
      if space == 0 { return false }
      space = plan.spaces[space].parent
    }
    return true
  }

  /// A register over the rows of a space that lies within its own.
  func lift(_ register: Int, to space: Int) throws(NoColumnForm) -> Int {
    let step = steps[register]
    if step.space == space { return register }
    guard isWithin(space, step.space) else { throw NoColumnForm("lists beside each other") }
    switch step.operation {
    case .number, .truth: return self.step(step.operation, space, step.type)
    default: return self.step(.lifted(register), space, step.type)
    }
  }

  /// Registers over the innermost of their rows.
  func align(_ registers: [Int]) throws(NoColumnForm) -> (registers: [Int], space: Int) {
    var space = 0
    for register in registers where isWithin(steps[register].space, space) { space = steps[register].space }
    var aligned: [Int] = []
    for register in registers { aligned.append(try lift(register, to: space)) }
    return (aligned, space)
  }

  /// What an operand is as a register.
  func register(_ operand: Operand) throws(NoColumnForm) -> Int {
    switch operand {
    case .register(let register): return register
    case .field(let field, let item): return try register(field, item)
    case .constant(let value): return try register(value)
    case .record, .list, .ratio, .folded, .memberName: throw NoColumnForm("no scalar")
    }
  }

  private func register(_ field: FieldPlan, _ item: Int?) throws(NoColumnForm) -> Int {
    switch field.form {
    case .text, .integer, .decimal, .boolean, .date, .period, .member: break
    default: throw NoColumnForm("a field of type \(field.type.text)")
    }
    let column = step(.column(plan.column(of: field)), field.space, field.type)
    if let value = field.field?.defaultValue { return try register(field, column, orElse: value) }
    guard let item else { return column }
    return step(.picked(column, item: item), steps[item].space, field.type)
  }

  /// A field of the record itself that has a value also where it is not given.
  private func register(
    _ field: FieldPlan, _ column: Int, orElse value: Value
  ) throws(NoColumnForm) -> Int {
    // Within a section that is not given, it depends on how one comes to the field.
    guard field.space == 0, field.parent === plan.root, field.form != .text else {
      throw NoColumnForm("a field with a default")
    }
    let preset = try register(value)
    guard steps[preset].type == field.type || steps[preset].type.isExact && field.type.isExact else {
      throw NoColumnForm("a default of another type")
    }
    let given = step(.isGiven(plan.column(of: field), within: nil), 0, .bool)
    return step(.choose(given, column, preset), 0, field.type)
  }

  private func register(_ value: Value) throws(NoColumnForm) -> Int {
    switch value {
    case .bool(let bool): return step(.truth(bool), 0, .bool)
    case .int(let number): return step(.number(number, scale: 0), 0, .int)
    default:
      guard let number = Number(value) else { throw NoColumnForm("a constant of another type") }
      return step(.number(number.value, scale: number.scale), 0, number.type)
    }
  }
}

/// A constant as columns hold it.
struct Number {
  let value: Int64
  let scale: Int
  let type: CELType

  init?(_ constant: Value) {
    switch constant {
    case .int(let number): (value, scale, type) = (number, 0, .int)
    case .decimal(let decimal):
      let plain = decimal.normalized
      guard let small = Int64(exactly: plain.coefficient) else { return nil }
      (value, scale, type) = (small, plain.scale, .decimal)
    case .date(let date): (value, scale, type) = (Int64(date.daysSinceEpoch), 0, .date)
    case .period(let period):
      (value, scale, type) = (PeriodOrder.value(of: period), 0, .period)
    case .enumeration(let member):
      (value, scale, type) = (Int64(member.index), 0, .enumeration(member.type.name))
    default: return nil
    }
  }
}

extension PeriodOrder {
  static func value(of period: Period) -> Int64 {
    value(year: Int64(period.year), months: Int64(period.kind.months), number: Int64(period.number))
  }

  /// The period of an order.
  static func period(_ value: Int64) -> Period? {
    guard let kind = PeriodKind(rawValue: UInt8(truncatingIfNeeded: value & 15)) else { return nil }
    let first = Int(value >> 4)
    return Period(kind, first % 12 / kind.months + 1, of: first / 12)
  }
}
