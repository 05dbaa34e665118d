import JSON

/// What one call costs beyond its operands, and how large its result can be.
struct CostedCall {
  let name: Text
  let sizes: [Size]
  let types: [CELType]
  /// The last operand where it is a whole number written out.
  let literal: UInt64?
  /// Instructions of the pattern of `matches`.
  let patternSize: UInt64

  /// Steps of the function itself.
  var ownCost: UInt64 {
    switch name {
    case Operator.and, Operator.or, Operator.not, Operator.conditional, Operator.index,
      Operator.optionalIndex:
      return 0
    case "size" where types.first.map { $0.isContainer } ?? false: return 0
    case "matches":
      // The automaton may run every instruction at each character.
      return walk(0).addingClamped(1).multipliedClamped(by: patternSize)
    case "distinct", "sets.contains", "sets.intersects", "sets.equivalent":
      return walk(0).multipliedClamped(by: max(1, items(sizes.count - 1)))
    case "sort", "sortBy": return walk(0).multipliedClamped(by: items(0).bits)
    case "contains", "indexOf", "lastIndexOf", "replace", "split":
      return walk(0).multipliedClamped(by: max(1, length(1)))
    default:
      return sizes.indices.reduce(0) { $0.addingClamped(walk($1)) }
    }
  }

  /// Bounds of the result.
  var resultSize: Size {
    switch name {
    case Operator.conditional: return size(1).union(size(2))
    case Operator.index, Operator.optionalIndex:
      return Size(items: Size.undeclared.items, length: size(0).length)
    case Operator.add:
      return types.first.map { $0.isContainer } ?? false
        ? Size(items: items(0).addingClamped(items(1)), length: max(length(0), length(1)))
        : Size(items: Size.undeclared.items, length: length(0).addingClamped(length(1)))
    case "sort", "distinct", "reverse", "slice", "first", "last", "dyn", "orValue", "or", "value",
      "optional.of",
      "substring", "trim", "lowerAscii", "upperAscii", "charAt", "date", "period", "sum", "minimum",
      "maximum":
      return sizes.reduce(size(0)) { $0.union($1) }
    // Composing to NFC never lengthens; lowercasing at most triples.
    case "fold", "base64.encode", "strings.quote":
      return Size(items: items(0), length: length(0).multipliedClamped(by: 3).addingClamped(2))
    case "split": return Size(items: length(0).addingClamped(1), length: length(0))
    case "join":
      let part = length(0).addingClamped(sizes.count > 1 ? length(1) : 0)
      return Size(items: 0, length: items(0).multipliedClamped(by: part))
    case "replace":
      return Size(
        items: 0, length: length(0).addingClamped(1).multipliedClamped(by: length(2).addingClamped(1)))
    case "flatten":
      return Size(items: items(0).multipliedClamped(by: Size.undeclared.items), length: length(0))
    case "lists.range": return Size(items: literal ?? Size.undeclared.items, length: 20)
    case "string" where types.first != .string: return Size(items: 0, length: max(40, length(0)))
    default: return .undeclared
    }
  }

  private func size(_ index: Int) -> Size { sizes.indices.contains(index) ? sizes[index] : .undeclared }
  private func items(_ index: Int) -> UInt64 { size(index).items }
  private func length(_ index: Int) -> UInt64 { size(index).length }

  /// Steps to read an operand from end to end.
  private func walk(_ index: Int) -> UInt64 {
    guard types.indices.contains(index) else { return 0 }
    return CostedCall.walk(types[index], size(index))
  }

  private static func walk(_ type: CELType, _ size: Size) -> UInt64 {
    switch type {
    case .string, .bytes: size.length / 10
    case .list(let element): size.items.multipliedClamped(by: max(1, walk(element, size.withinContainer)))
    case .map(let key, let value):
      size.items.multipliedClamped(
        by: max(1, walk(key, size.withinContainer)).addingClamped(walk(value, size.withinContainer)))
    case .optional(let wrapped): walk(wrapped, size)
    case .dyn: max(size.items, size.length / 10)
    default: 0
    }
  }
}

extension Size {
  /// The bounds of an element, of which only texts are known.
  fileprivate var withinContainer: Size { Size(items: Size.undeclared.items, length: length) }
}

extension CELType {
  fileprivate var isContainer: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}
