import JSON

/// Macros.
extension Planner {
  func loop(_ macro: Comprehension, _ expression: Expression) -> Node {
    let source = node(macro.range)
    let least = macro.count.map { node($0) }
    let first = scope.enter(macro.variable)
    let second = macro.second.map { scope.enter($0) }
    let predicate = macro.predicate.map { node($0) }
    let transform = macro.transform.map { node($0) }
    scope.leave(second == nil ? 1 : 2)
    let weight = 1 + [macro.predicate, macro.transform].reduce(0) { $0 + ($1?.size ?? 0) }
    let parts = LoopNode.Parts(
      source: Child(source), first: first, second: second, weight: Int64(weight), name: macro.operation.name,
      range: expression.range)
    return loop(macro.operation, parts, least: least, predicate: predicate, transform: transform)
      ?? failure(.undeclaredReference, macro.operation.name, expression)
  }

  private func loop(
    _ operation: Comprehension.Operation, _ parts: LoopNode.Parts, least: Node?, predicate: Node?,
    transform: Node?
  ) -> Node? {
    switch operation {
    case .all: return predicate.map { QuantifierNode(parts, predicate: $0, decisive: false) }
    case .exists: return predicate.map { QuantifierNode(parts, predicate: $0, decisive: true) }
    case .existsOne: return predicate.map { ExistsOneNode(parts, predicate: $0) }
    case .existsAtLeast:
      guard let least, let predicate else { return nil }
      return ExistsAtLeastNode(parts, least: least, predicate: predicate)
    case .filter: return predicate.map { TransformListNode(parts, predicate: $0, transform: nil) }
    case .map, .transformList:
      return transform.map { TransformListNode(parts, predicate: predicate, transform: $0) }
    case .transformMap, .transformMapEntry:
      return transform.map {
        TransformMapNode(
          parts, predicate: predicate, transform: $0, makesEntries: operation == .transformMapEntry)
      }
    case .sortBy: return transform.map { SortByNode(parts, key: $0) }
    case .optionalMap, .optionalFlatMap:
      return transform.map {
        OptionalMapNode(
          parts.source.node, slot: parts.first, $0, isFlat: operation == .optionalFlatMap, range: parts.range)
      }
    }
  }
}

extension Comprehension.Operation {
  /// As it is written.
  var name: Text {
    switch self {
    case .all: "all"
    case .exists: "exists"
    case .existsOne: "exists_one"
    case .existsAtLeast: "existsAtLeast"
    case .filter: "filter"
    case .map: "map"
    case .transformList: "transformList"
    case .transformMap: "transformMap"
    case .transformMapEntry: "transformMapEntry"
    case .sortBy: "sortBy"
    case .optionalMap: "optMap"
    case .optionalFlatMap: "optFlatMap"
    }
  }
}

extension Expression {
  /// The number of nodes, this one counted.
  fileprivate var size: Int { children.reduce(1) { $0 + $1.size } }
}
