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
  /// The lists that macros run over, innermost last.
  var macros: [ListOperand] = []
  /// The variables of macros, innermost last.
  var locals: [(name: Text, operand: Operand)] = []
  /// The expression that is being compiled.
  var checked: CheckedExpression?

  private struct StepKey: Hashable {
    let operation: Operation
    let space: Int
    // The int 1, the decimal 1 and the second member of an enum are the same number, but not the same value.
    let type: CELType
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
    let key = StepKey(operation: operation, space: space, type: type)
    if let place = places[key] { return place }
    steps.append(Step(operation: operation, space: space, type: type))
    places[key] = steps.count - 1
    return steps.count - 1
  }

  /// What the interpreter must always tell.
  func unsettled(_ reason: String, _ type: CELType) -> Int { step(.unsettled(reason), 0, type) }

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
    macros = []
    let register = try self.register(try operand(checked.parsed.root))
    guard steps[register].space == 0 else { throw NoColumnForm("not of the record") }
    return register
  }

  func reference(_ expression: Expression) -> Reference? { checked?.references[Int(expression.id)] }
  func type(_ expression: Expression) -> CELType { checked?.types[Int(expression.id)] ?? .dyn }

  /// What an operand is as a register.
  func register(_ operand: Operand) throws(NoColumnForm) -> Int {
    switch operand {
    case .register(let register): return register
    case .field(let field, let item): return try register(field, item)
    case .constant(let value): return try register(value)
    case .folded(let field, let item): return try call("fold", on: try register(field, item))
    case .memberName(let field, let item): return try call("string", on: try register(field, item))
    case .record: throw NoColumnForm("a section or item as a value")
    case .list, .literal: throw NoColumnForm("a list as a value")
    case .ratio: throw NoColumnForm("a ratio as a value")
    }
  }

  /// A function of one value that gives a text.
  private func call(_ function: Text, on register: Int) throws(NoColumnForm) -> Int {
    try refuseRepeatedText(register)
    return step(.call(function, [register], isMember: false), steps[register].space, .string)
  }

  private func register(_ field: FieldPlan, _ item: Int?) throws(NoColumnForm) -> Int {
    switch field.form {
    case .text, .integer, .decimal, .boolean, .date, .period, .member: break
    default: throw NoColumnForm("a field of type \(field.type.text)")
    }
    let column = step(.column(plan.column(of: field)), field.space, field.type)
    var value = column
    if let preset = field.field?.defaultValue { value = try register(field, column, orElse: preset) }
    guard let item else { return value }
    return step(.picked(value, item: item), steps[item].space, field.type)
  }

  /// A field that has a value also where it is not given: of the record in any case, of an item or of a section within
  /// an item where there is one.
  private func register(
    _ field: FieldPlan, _ column: Int, orElse value: Value
  ) throws(NoColumnForm) -> Int {
    let preset = try register(value)
    guard steps[preset].type == field.type || steps[preset].type.isExact && field.type.isExact else {
      throw NoColumnForm("a default of another type")
    }
    let owner = field.space == 0 ? nil : field.parent?.owner
    guard field.space == 0 || owner != nil else { throw NoColumnForm("a default of an item") }
    let within = owner.map { plan.column(of: $0) }
    let given = step(.isGiven(plan.column(of: field), within: within), field.space, .bool)
    return step(.choose(given, column, try lift(preset, to: field.space)), field.space, field.type)
  }

  private func register(_ value: Value) throws(NoColumnForm) -> Int {
    switch value {
    case .bool(let bool): return step(.truth(bool), 0, .bool)
    case .int(let number): return step(.number(number, scale: 0), 0, .int)
    case .string(let text): return step(.text(text), 0, .string)
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
