import JSON

/// An upper bound of the steps that an evaluation takes.
///
/// A step is one node visited, one element of a list or map walked, or ten characters of text read. Sizes come from
/// `maxItems` and `maxLength` of declared fields and from literals; what has none counts with 1,000 elements in all and
/// texts of 1,000 characters (`Size`). A macro costs its body once for each element, so nested macros multiply. Both
/// branches of a choice and both sides of `&&` and `||` are counted. Sums saturate. The bound holds for records within
/// their declared sizes; the step limit at run time holds always.
struct CostEstimator {
  private let tables: CheckTables
  private let schema: Schema
  private var sizes: [Size]

  static func estimate(_ root: Expression, _ tables: CheckTables, _ schema: Schema) -> UInt64 {
    var estimator = CostEstimator(tables, schema)
    return estimator.visit(root)
  }

  private init(_ tables: CheckTables, _ schema: Schema) {
    self.tables = tables
    self.schema = schema
    sizes = Array(repeating: Size(items: 0, length: 0), count: tables.types.count)
  }

  private func size(_ expression: Expression) -> Size { sizes[Int(expression.id)] }

  /// The cost of a node and all below it; notes the size of its value.
  private mutating func visit(_ expression: Expression) -> UInt64 {
    var below: UInt64 = 0
    var size = Size.undeclared(tables.type(of: expression))
    switch expression.kind {
    case .literal(let literal): size = literal.size
    case .identifier: break
    case .select(let operand, _, _):
      below = visit(operand)
      size = self.size(operand).part
    case .has(let operand, _): below = visit(operand)
    case .call(let function, let target, let arguments):
      (below, size) = visitCall(function, target, arguments, expression)
    case .list(let elements, _):
      below = visit(elements)
      size = elements.map { self.size($0) }.gathered(items: elements.count)
    case .map(let entries):
      let parts = entries.flatMap { [$0.key, $0.value] }
      below = visit(parts)
      size = parts.map { self.size($0) }.gathered(items: entries.count)
    case .structure(_, let fields): below = visit(fields.map { $0.value })
    case .bind(_, let value, let body):
      below = visit([value, body])
      size = self.size(body)
    case .comprehension(let comprehension): (below, size) = visit(comprehension)
    }
    sizes[Int(expression.id)] = declaredSize(expression) ?? size
    return below.addingClamped(1)
  }

  private mutating func visit(_ expressions: [Expression]) -> UInt64 {
    var cost: UInt64 = 0
    for expression in expressions { cost = cost.addingClamped(visit(expression)) }
    return cost
  }

  private func declaredSize(_ expression: Expression) -> Size? {
    let id = Int(expression.id)
    // An enum member is written like a field of something, and is no larger than its name.
    if case .select = expression.kind, case .constant = tables.reference(of: expression) {
      return Size(items: 0, length: Size.scalarLength)
    }
    switch tables.locals[id] {
    case .value(let source): return sizes[Int(source)]
    case .element(let source), .key(let source): return sizes[Int(source)].part
    case nil: break
    }
    guard let field = tables.fields[id]?.field else { return nil }
    let undeclared = Size.undeclared(field.type)
    let length =
      field.maxLength.map { UInt64(clamping: $0) } ?? longestMember(field.type) ?? undeclared.length
    guard let items = field.maxItems.map({ UInt64(clamping: $0) }) else {
      return Size(items: undeclared.items, length: length)
    }
    return Size(items: 0, total: field.type.nestedItems, length: length).repeated(items)
  }

  private func longestMember(_ type: CELType) -> UInt64? {
    switch type {
    case .enumeration(let name), .list(.enumeration(let name)):
      schema.enumTypes[name]?.members.reduce(0) { max($0, UInt64($1.utf8.count)) }
    default: nil
    }
  }

  private mutating func visit(_ comprehension: Comprehension) -> (UInt64, Size) {
    var cost = visit(comprehension.range)
    if let count = comprehension.count { cost = cost.addingClamped(visit(count)) }
    let range = size(comprehension.range)
    let items = comprehension.operation.isOptional ? 1 : range.items
    var body: UInt64 = 1
    if let predicate = comprehension.predicate { body = body.addingClamped(visit(predicate)) }
    if let transform = comprehension.transform { body = body.addingClamped(visit(transform)) }
    cost = cost.addingClamped(items.multipliedClamped(by: body))
    let transform = comprehension.transform.map { size($0) } ?? range
    switch comprehension.operation {
    case .all, .exists, .existsOne, .existsAtLeast: return (cost, Size(items: 0, length: 0))
    case .filter: return (cost, range)
    case .sortBy: return (cost.addingClamped(items.multipliedClamped(by: items.bits)), range)
    case .map, .transformList: return (cost, transform.repeated(items))
    case .transformMap: return (cost, transform.union(range.part).repeated(items))
    case .transformMapEntry:
      let entries = items.multipliedClamped(by: transform.items)
      return (cost, transform.repeated(entries))
    case .optionalMap, .optionalFlatMap: return (cost, transform)
    }
  }

  private mutating func visitCall(
    _ function: Text, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> (UInt64, Size) {
    var operands = arguments
    if let target, tables.isMemberCall(expression, function) { operands.insert(target, at: 0) }
    let below = visit(operands)
    var name = function
    if case .function(let resolved) = tables.reference(of: expression) { name = resolved }
    let costs = CostClass.of(name)
    // Most calls by far: what they return is told by its type alone.
    if costs.result == .undeclared, costs.own == .nothing || costs.own == .reads {
      var cost = below
      if costs.own == .reads {
        for operand in operands {
          cost = cost.addingClamped(
            CostedCall.steps(reading: size(operand), tables.types[Int(operand.id)]))
        }
      }
      return (cost, .undeclared(tables.type(of: expression)))
    }
    let call = CostedCall(
      costs: costs, sizes: operands.map { size($0) }, types: operands.map { tables.type(of: $0) },
      result: tables.type(of: expression), literal: operands.last.flatMap { $0.integerLiteral },
      patternSize: tables.patternSizes[expression.id] ?? UInt64(RegexProgram.maximumInstructions))
    var result = call.resultSize
    if name == "distinct", let count = operands.first.flatMap({ differentValues($0) }) {
      result.items = min(result.items, count)
    }
    return (below.addingClamped(call.ownCost), result)
  }

  /// How many different values the elements of a list can have, where their type tells.
  private func differentValues(_ list: Expression) -> UInt64? {
    guard case .list(let element) = tables.type(of: list) else { return nil }
    return switch element {
    case .bool: 2
    case .enumeration(let name): schema.enumTypes[name].map { UInt64($0.members.count) }
    default: nil
    }
  }
}

extension Literal {
  fileprivate var size: Size {
    switch self {
    case .string(let text): Size(items: 0, length: UInt64(text.utf8.count))
    case .bytes(let bytes): Size(items: 0, length: UInt64(bytes.count))
    case .null, .bool, .int, .uint, .fraction: Size(items: 0, length: Size.scalarLength)
    }
  }
}

extension CELType {
  /// Elements within one element of a declared list or map that are counted where only the outer size is declared.
  fileprivate var nestedItems: UInt64 {
    switch self {
    case .list(.list), .list(.map), .list(.dyn), .map(_, .list), .map(_, .map), .map(_, .dyn):
      Size.undeclaredItems
    default: 0
    }
  }
}

extension Expression {
  fileprivate var integerLiteral: UInt64? {
    if case .literal(.int(let number)) = kind { UInt64(clamping: number) } else { nil }
  }
}
