import CEL
import JSON

extension CompiledPack {
  /// True where a record cannot be judged by itself: others are related to it, counted with it or compete with it.
  public var looksBeyondRecords: Bool {
    !populationRules.isEmpty || !relatedTypes.isEmpty
      || awards.contains { $0.hasRoster || $0.requires.hasLeaf { $0.rule == nil } }
  }
}

extension CompiledAward {
  /// True where its candidates are ranked, limited in number or told apart by group.
  public var hasRoster: Bool { !rankBy.isEmpty || !quotas.isEmpty || !per.isEmpty }
}
