import CEL
import Evaluator
import JSON

/// The expressions that a search works on, and programs for their parts.
///
/// A class, because programs are made once for a whole search; it never leaves the search that made it.
final class WitnessSources {
  private let environment: Environment
  private(set) var checked: [CheckedExpression] = []
  private var places: [ObjectIdentifier: Int] = [:]
  private var programs: [Part: Program?] = [:]

  private struct Part: Hashable {
    let source: Int
    let expression: Int32
  }

  init(_ pack: CompiledPack, on type: Text) {
    environment = PackEnvironment(
      schema: pack.schema, parameters: pack.parameters,
      scores: pack.scores.map { ScoreSignature(name: $0.name, on: $0.on) }
    )
    .environment(on: type, readsAsOf: true, displays: true)
  }

  /// The whole of a formula; nil for one that no checker saw.
  func clause(_ formula: Formula) -> WitnessClause? {
    guard let checked = formula.program.checked else { return nil }
    let identity = ObjectIdentifier(formula.program)
    let place = places[identity] ?? self.checked.count
    if place == self.checked.count {
      self.checked.append(checked)
      places[identity] = place
    }
    return WitnessClause(expression: checked.parsed.root, source: place, scope: WitnessScope())
  }

  func type(_ clause: WitnessClause) -> CELType { checked[clause.source].types[Int(clause.expression.id)] }

  func reference(_ clause: WitnessClause) -> Reference? {
    checked[clause.source].references[Int(clause.expression.id)]
  }

  /// The value of a clause: known, unknown or an error.
  func value(_ clause: WitnessClause, _ state: WitnessState) -> Value {
    if case .constant(let value)? = reference(clause) { return value }
    guard let program = program(clause) else { return .error(EvaluationError(.noSuchOverload)) }
    var activation = state.activation
    for variable in clause.scope.variables { activation.variables.append(value(variable.binding, state)) }
    return program.evaluate(activation)
  }

  func value(_ binding: WitnessBinding, _ state: WitnessState) -> Value {
    switch binding {
    case .place(let steps): state.value(at: steps)
    case .value(let value): value
    case .clause(let clause): value(clause, state)
    }
  }

  private func program(_ clause: WitnessClause) -> Program? {
    let part = Part(source: clause.source, expression: clause.expression.id)
    if let program = programs[part] { return program }
    let whole = checked[clause.source]
    var environment = environment
    for variable in clause.scope.variables {
      let type = localType(variable.name, in: clause.expression, whole)
      environment.variables.append(Environment.Variable(variable.name, type))
    }
    let parsed = ParsedExpression(
      text: whole.parsed.text, root: clause.expression, nodeCount: whole.parsed.nodeCount)
    let program = environment.check(parsed).0.map(environment.plan)
    programs[part] = .some(program)
    return program
  }

  /// The type of a macro's variable, read off a place of the expression where it is used: elsewhere in the whole another
  /// macro may have a variable of that name and of another type.
  private func localType(_ name: Text, in expression: Expression, _ whole: CheckedExpression) -> CELType {
    var open = [expression]
    while let next = open.popLast() {
      if case .local(name)? = whole.references[Int(next.id)] { return whole.types[Int(next.id)] }
      switch next.kind {
      case .comprehension(let inner) where inner.variable == name || inner.second == name:
        open.append(inner.range)
      case .bind(name, let value, _): open.append(value)
      default: open += next.children
      }
    }
    return .dyn
  }
}
