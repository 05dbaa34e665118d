import JSON

/// An enum of the record model: members, and whether they have an order.
public final class EnumType: Sendable {
  public let name: Text
  public let members: [Text]
  public let titles: [LocalizedText?]
  /// True where `<` follows the order of `members`, weakest first.
  public let isOrdered: Bool
  private let indexes: [Text: Int]

  public init(name: Text, members: [Text], titles: [LocalizedText?], isOrdered: Bool) {
    self.name = name
    self.members = members
    self.titles = titles
    self.isOrdered = isOrdered
    var indexes = [Text: Int](minimumCapacity: members.count)
    for (index, member) in members.enumerated() { indexes[member] = index }
    self.indexes = indexes
  }

  /// Place of a member in `members`; O(1).
  public func index(of member: Text) -> Int? { indexes[member] }

  /// Members that a defect lists besides, cut where they are many.
  public var membersToName: [Text] {
    let shown = 12
    return members.count > shown ? members.prefix(shown) + ["…"] : members
  }
}
