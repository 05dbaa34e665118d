import JSON

/// Which fields of the root record and which variables an expression reads.
///
/// A path is that of the schema: indexes and keys of items are left out. A section or list that is only passed through
/// on the way to a field is not listed, since the field's path says so.
struct ReadPaths {
  private(set) var fields: [Text] = []
  private(set) var variables: [Text] = []

  static func collect(
    _ root: Expression, _ tables: CheckTables, _ variables: [Environment.Variable]
  ) -> ReadPaths {
    var collector = Collector(tables, variables)
    let paths = collector.visit(root)
    collector.read(paths)
    return collector.result()
  }

  fileprivate init(fields: [Text], variables: [Text]) {
    self.fields = fields
    self.variables = variables
  }
}

/// Where a value may come from: a path of the record or of a variable.
private struct Origin: Hashable {
  let path: Text
  let isVariable: Bool
}

private struct Collector {
  private let tables: CheckTables
  private let variables: [Environment.Variable]
  private var origins: [[Origin]]
  private var read: Set<Origin> = []
  private var passed: Set<Origin> = []

  init(_ tables: CheckTables, _ variables: [Environment.Variable]) {
    self.tables = tables
    self.variables = variables
    origins = Array(repeating: [], count: tables.types.count)
  }

  mutating func read(_ paths: [Origin]) { read.formUnion(paths) }

  /// Where the value of a node may come from; what is read below it is noted on the way.
  mutating func visit(_ expression: Expression) -> [Origin] {
    let paths = trace(expression)
    origins[Int(expression.id)] = paths
    return paths
  }

  private mutating func trace(_ expression: Expression) -> [Origin] {
    let id = Int(expression.id)
    switch (expression.kind, tables.references[id]) {
    case (_, .variable(let slot)): return origin(of: slot)
    case (.identifier, .rootField(let slots)):
      guard let field = tables.fields[id], slots.count == 1 else { return [] }
      return [Origin(path: field.field.name, isVariable: false)]
    case (.identifier, _): return localOrigins(id)
    case (.select(let operand, let name, _), let reference):
      return step(from: visit(operand), operand, to: name, reference)
    case (.has(let operand, let name), let reference):
      read(step(from: visit(operand), operand, to: name, reference))
      return []
    case (.call(let function, let target, let arguments), _):
      return traceCall(function, target, arguments, expression)
    case (.comprehension(let comprehension), _): return trace(comprehension)
    case (.bind(_, let value, let body), _):
      let bound = visit(value)
      passed.formUnion(bound)
      return visit(body)
    case (.list(let elements, _), _): return merge(elements)
    case (.map(let entries), _): return merge(entries.flatMap { [$0.key, $0.value] })
    case (.structure(_, let fields), _):
      for field in fields { read(visit(field.value)) }
      return []
    case (.literal, _): return []
    }
  }

  private func origin(of slot: Int) -> [Origin] {
    let variable = variables[slot]
    if let path = variable.path { return [Origin(path: path, isVariable: false)] }
    return [Origin(path: variable.name, isVariable: true)]
  }

  private func localOrigins(_ id: Int) -> [Origin] {
    switch tables.locals[id] {
    case .element(of: let source), .value(of: let source): origins[Int(source)]
    case .key, nil: []
    }
  }

  private mutating func step(
    from operand: [Origin], _ target: Expression, to name: Text, _ reference: Reference?
  ) -> [Origin] {
    switch reference {
    case .rootField, .recordField:
      passed.formUnion(operand)
      return operand.map { Origin(path: $0.path + "." + name, isVariable: $0.isVariable) }
    case .item:
      passed.formUnion(operand)
      return operand
    default:
      read(operand)
      return []
    }
  }

  private mutating func traceCall(
    _ function: Text, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> [Origin] {
    var operands = arguments
    if let target, tables.isMemberCall(expression, function) { operands.insert(target, at: 0) }
    let paths = merge(operands)
    if tables.type(of: expression).containsRecord { return paths }
    read(paths)
    return []
  }

  /// Where the records among some operands come from; the other operands are read.
  private mutating func merge(_ operands: [Expression]) -> [Origin] {
    var merged: [Origin] = []
    for operand in operands {
      let paths = visit(operand)
      if tables.type(of: operand).containsRecord {
        merged += paths.filter { !merged.contains($0) }
      } else {
        read(paths)
      }
    }
    return merged
  }

  private mutating func trace(_ comprehension: Comprehension) -> [Origin] {
    let range = visit(comprehension.range)
    passed.formUnion(range)
    if let count = comprehension.count { read(visit(count)) }
    if let predicate = comprehension.predicate { read(visit(predicate)) }
    let transform = comprehension.transform.map { visit($0) } ?? []
    switch comprehension.operation {
    case .all, .exists, .existsOne, .existsAtLeast: return []
    case .filter: return range
    case .sortBy:
      read(transform)
      return range
    case .map, .transformList, .transformMap, .transformMapEntry, .optionalMap, .optionalFlatMap:
      return transform
    }
  }

  /// What was read, and what was passed through without reading anything below it.
  func result() -> ReadPaths {
    let all = read.union(passed)
    let leaves = passed.filter { path in
      let prefix = path.path + "."
      return !all.contains {
        $0.isVariable == path.isVariable && $0.path.utf8.starts(with: prefix.utf8)
      }
    }
    let listed = read.union(leaves)
    return ReadPaths(
      fields: listed.filter { !$0.isVariable }.map { $0.path }.sorted(),
      variables: listed.filter { $0.isVariable }.map { $0.path }.sorted())
  }
}

extension CELType {
  /// True where a record can be found within a value of this type.
  var containsRecord: Bool {
    if case .record = self { return true }
    return hasArgument { $0.containsRecord }
  }
}
