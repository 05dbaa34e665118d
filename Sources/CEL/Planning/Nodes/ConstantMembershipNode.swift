import JSON

/// `element in […]` with a list of constants.
final class ConstantMembershipNode: Node {
  private let element: Child
  private let constants: ConstantSet
  private let range: SourceRange

  init(_ element: Node, _ constants: [Value], range: SourceRange) {
    self.element = Child(element)
    self.constants = ConstantSet(constants)
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let needle = element.evaluate(&frame)
    if let found = constants.contains(needle) { return .bool(found) }
    if case .unknown(let unknown) = needle { return .unknown(unknown.scalar) }
    return needle.isUnsettled ? needle : constants.search(needle, range)
  }
}

/// A list of constants, prepared for the question whether a value is among them.
struct ConstantSet {
  /// All of them texts, few enough that comparing is faster than hashing.
  private let texts: [Text]
  /// All of them members of one enum of at most 64: a bit for each.
  private let members: (type: EnumType, bits: UInt64)?
  /// All of them fit as keys of a map.
  private let keys: Set<MapKey>
  private let constants: [Value]

  /// Up to this many texts are compared one by one.
  private static let fewTexts = 12

  init(_ constants: [Value]) {
    self.constants = constants
    members = ConstantSet.members(constants)
    let texts = constants.compactMap { value in
      if case .string(let text) = value { text } else { nil }
    }
    let areFew = texts.count == constants.count && texts.count <= ConstantSet.fewTexts
    self.texts = areFew ? texts : []
    let keys = areFew ? [] : constants.compactMap { MapKey($0) }
    self.keys = keys.count == constants.count ? Set(keys) : []
  }

  private static func members(_ constants: [Value]) -> (type: EnumType, bits: UInt64)? {
    guard case .enumeration(let first)? = constants.first, first.type.members.count <= 64 else { return nil }
    var bits: UInt64 = 0
    for constant in constants {
      guard case .enumeration(let member) = constant, member.type === first.type else { return nil }
      bits |= 1 << UInt64(member.index)
    }
    return (first.type, bits)
  }

  /// The answer where a fast way has one.
  @inline(__always)
  func contains(_ value: Value) -> Bool? {
    switch value {
    case .string(let text) where !texts.isEmpty:
      for place in 0..<texts.count where texts[place] == text { return true }
      return false
    case .enumeration(let member):
      if let members, members.type === member.type { return members.bits >> UInt64(member.index) & 1 == 1 }
      return keys.isEmpty ? nil : MapKey(value).map { keys.contains($0) }
    case .string, .int, .uint, .bool:
      return keys.isEmpty ? nil : MapKey(value).map { keys.contains($0) }
    default:
      return nil
    }
  }

  /// The answer by comparing with every constant.
  func search(_ value: Value, _ range: SourceRange) -> Value {
    var fold = LogicFold(decisive: true)
    for constant in constants where fold.decides(Value.equality(value, constant)) { return .bool(true) }
    return fold.result(range)
  }
}
