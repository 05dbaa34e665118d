import JSON

/// What one call costs beyond its operands, and how large its result can be.
struct CostedCall {
  let costs: CostClass
  let sizes: [Size]
  let types: [CELType]
  let result: CELType
  /// The last operand where it is a whole number written out.
  let literal: UInt64?
  /// Instructions of the pattern of `matches`.
  let patternSize: UInt64

  /// Steps of the function itself.
  var ownCost: UInt64 {
    switch costs.own {
    case .nothing: return 0
    case .size where types.first.map { $0.isContainer } ?? false: return 0
    case .matches:
      // The automaton may run every instruction at each character.
      return walk(0).addingClamped(1).multipliedClamped(by: patternSize)
    case .compares:
      // Texts and integers are found by hash.
      if types.allSatisfy({ $0.isHashedElementList }) {
        return sizes.indices.reduce(0) { $0.addingClamped(walk($1)) }
      }
      return walk(0).multipliedClamped(by: max(1, size(sizes.count - 1).items))
    case .sort: return walk(0).multipliedClamped(by: size(0).items.bits)
    case .searches: return walk(0).multipliedClamped(by: max(1, size(1).length))
    case .reads, .size: return sizes.indices.reduce(0) { $0.addingClamped(walk($1)) }
    }
  }

  /// Bounds of the result.
  var resultSize: Size {
    switch costs.result {
    case .choice: return size(1).union(size(2))
    case .part: return size(0).part
    case .sum: return sum(size(0), size(1))
    case .first: return size(0)
    case .largest: return sizes.reduce(size(0)) { $0.union($1) }
    case .threefold: return Size(items: 0, length: size(0).length.multipliedClamped(by: 3).addingClamped(2))
    case .split: return Size(items: size(0).length.addingClamped(1), length: size(0).length)
    case .join:
      let part = size(0).length.addingClamped(sizes.count > 1 ? size(1).length : 0)
      return Size(items: 0, length: size(0).items.multipliedClamped(by: part))
    case .replace:
      let length = size(0).length.addingClamped(1).multipliedClamped(by: size(2).length.addingClamped(1))
      return Size(items: 0, length: length)
    case .periods: return Size(items: UInt64(PackLibrary.longestSeries), length: Size.scalarLength)
    case .range: return Size(items: literal ?? Size.undeclaredItems, length: Size.scalarLength)
    case .string where types.first != .string:
      return Size(items: 0, length: max(Size.scalarLength, size(0).length))
    case .undeclared, .string: return .undeclared(result)
    }
  }

  private func size(_ index: Int) -> Size { sizes.indices.contains(index) ? sizes[index] : .undeclared(.dyn) }

  /// Of a list, text or number with another behind it.
  private func sum(_ left: Size, _ right: Size) -> Size {
    if types.first.map({ $0.isContainer }) ?? false {
      return Size(
        items: left.items.addingClamped(right.items), total: left.total.addingClamped(right.total),
        length: max(left.length, right.length))
    }
    let isText = result == .string || result == .bytes || result == .dyn
    return Size(items: 0, length: isText ? left.length.addingClamped(right.length) : Size.scalarLength)
  }

  /// Steps to read an operand from end to end.
  private func walk(_ index: Int) -> UInt64 {
    types.indices.contains(index) ? Self.steps(reading: size(index), types[index]) : 0
  }

  /// Steps to read a value from end to end.
  static func steps(reading size: Size, _ type: CELType) -> UInt64 {
    switch type {
    case .string, .bytes: size.length / 10
    case .list, .map, .dyn, .optional, .opaque:
      size.total.multipliedClamped(by: type.containsText ? max(1, size.length / 10) : 1)
    default: 0
    }
  }
}

extension UInt64 {
  /// Bits needed to write the number: the levels of a merge sort.
  var bits: UInt64 { UInt64(UInt64.bitWidth - leadingZeroBitCount) }
}

extension CELType {
  /// True for lists whose elements `MemberIndex` keeps by hash.
  fileprivate var isHashedElementList: Bool {
    switch self {
    case .list(.string), .list(.int), .list(.uint), .list(.bool): true
    default: false
    }
  }

  /// True for lists and maps.
  fileprivate var isContainer: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }

  /// True where a text can be found within a value of this type.
  fileprivate var containsText: Bool {
    switch self {
    case .string, .bytes, .dyn, .parameter: true
    default: hasArgument { $0.containsText }
    }
  }
}
