import JSON

extension Parser {
  /// The macros that are written like calls of a member, by name.
  private static let operations: [Text: Comprehension.Operation] = [
    "all": .all, "exists": .exists, "exists_one": .existsOne, "existsOne": .existsOne,
    "existsAtLeast": .existsAtLeast, "filter": .filter, "map": .map, "transformList": .transformList,
    "transformMap": .transformMap, "transformMapEntry": .transformMapEntry, "sortBy": .sortBy,
    "optMap": .optionalMap, "optFlatMap": .optionalFlatMap,
  ]

  /// The node that a macro call becomes; nil where the call is that of a function.
  ///
  /// A macro is known by its name, its receiver and the number of its arguments; what else is wrong with it is
  /// reported.
  mutating func parseMacro(
    _ name: Text, target: Operand?, arguments: [Operand], start: Int
  ) -> Expression.Kind? {
    guard let target else { return parseHas(name, arguments) }
    if let operation = Self.operations[name] {
      return parseComprehension(operation, name, range: target, arguments)
    }
    guard macros.contains(.bindings), name == "bind", arguments.count == 3, target.form == .name,
      case .identifier("cel", leadingDot: false) = target.expression.kind
    else { return nil }
    return .bind(
      variable: variable(arguments[0], of: "cel.bind"), value: arguments[1].expression,
      body: arguments[2].expression)
  }

  /// `has(a.b)`; with `.presence`, `has(a)` stays a call, which the checker reads.
  private mutating func parseHas(_ name: Text, _ arguments: [Operand]) -> Expression.Kind? {
    guard macros.contains(.standard), name == "has", arguments.count == 1 else { return nil }
    let argument = arguments[0]
    if case .select(let operand, let field, optional: false) = argument.expression.kind {
      return .has(operand, field: field)
    }
    if macros.contains(.presence), argument.form == .name { return nil }
    reportArgument(argument, of: name, "field")
    return .has(argument.expression, field: name)
  }

  private mutating func parseComprehension(
    _ operation: Comprehension.Operation, _ name: Text, range: Operand, _ arguments: [Operand]
  ) -> Expression.Kind? {
    guard let shape = MacroShape(operation, argumentCount: arguments.count), macros.contains(shape.macros)
    else { return nil }
    let first = variable(arguments[shape.variable], of: name)
    var second: Text?
    if let place = shape.second {
      second = variable(arguments[place], of: name)
      if second == first, arguments[place].form != .broken {
        reportArgument(arguments[place], of: name, "distinct")
      }
    }
    func expression(_ place: Int?) -> Expression? { place.map { arguments[$0].expression } }
    return .comprehension(
      Comprehension(
        operation: operation, range: range.expression, variable: first, second: second,
        count: expression(shape.count), predicate: expression(shape.predicate),
        transform: expression(shape.transform)))
  }

  /// The name that an argument gives to a variable.
  private mutating func variable(_ argument: Operand, of macro: Text) -> Text {
    if argument.form == .name, case .identifier(let name, leadingDot: false) = argument.expression.kind {
      return name
    }
    reportArgument(argument, of: macro, "variable")
    return ""
  }

  private mutating func reportArgument(_ argument: Operand, of macro: Text, _ wanted: Text) {
    guard argument.form != .broken else { return }
    report(Diagnostic(.invalidMacroArgument, SourceRange(argument.start, argument.end), [macro, wanted]))
  }
}
