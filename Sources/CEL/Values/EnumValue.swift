import JSON

/// A member of an enum.
public struct EnumValue: Sendable, Hashable {
  public let type: EnumType
  /// Place in `type.members`; always valid.
  public let index: Int32

  public init?(type: EnumType, index: Int) {
    guard type.members.indices.contains(index) else { return nil }
    self.type = type
    self.index = Int32(index)
  }

  public var name: Text { type.members[Int(index)] }

  public static func == (left: EnumValue, right: EnumValue) -> Bool {
    left.type === right.type ? left.index == right.index : left.name == right.name
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
