import JSON

/// What became of a pack from one state of its files to another.
public struct PackDiff: Sendable {
  /// Id of the pack, in its new state where there is one.
  public let pack: Text
  /// Nil where the pack was added.
  public let oldVersion: Text?
  /// Nil where the pack was removed.
  public let newVersion: Text?
  /// Parameters, enums and record types, rules, awards; each in order of the new pack, removed ones after them.
  public let changes: [PackChange]

  public init(pack: Text, oldVersion: Text?, newVersion: Text?, changes: [PackChange]) {
    self.pack = pack
    self.oldVersion = oldVersion
    self.newVersion = newVersion
    self.changes = changes
  }

  public var isEmpty: Bool { changes.isEmpty && oldVersion == newVersion }

  /// True where somebody may lose by the change, as far as its text tells.
  public var mayCost: Bool { newVersion == nil || changes.contains(where: \.mayCost) }
}
