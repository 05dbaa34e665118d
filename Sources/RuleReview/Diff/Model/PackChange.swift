import CEL
import JSON

/// What became of one named part of a pack.
public struct PackChange: Sendable {
  public enum Subject: String, Sendable, CaseIterable {
    case manifest, parameter, enumeration, recordType, field, rule, award
  }

  public enum Sort: String, Sendable {
    case added, removed, changed
    /// The committee's choice of a rule.
    case switchedOn, switchedOff
  }

  public let subject: Subject
  /// The id or name, in the new pack where it is there; a field is `type.field`.
  public let name: Text
  public let title: LocalizedText?
  public let sort: Sort
  /// Nil where it binds nobody by itself: a parameter, a field, an award that is new.
  public let effect: Effect?
  public var renamedFrom: Text?
  /// The file that it stood in, where it stands in another now.
  public var movedFrom: Text?
  public var members: [MemberChange] = []
  /// What changed elsewhere and made it mean something else: `params.NAME`, an enum, a rule.
  public var because: [Text] = []
  /// The first law date on which it means something else; nil where that is every day.
  public var since: CivilDate?
  /// Where it stands: in the new pack, or in the old one if it was removed.
  public var place: Place?
  /// Unit of the numbers in `members`, where there is one.
  public var unit: Text?

  public struct Place: Sendable {
    /// Path within the rules folder.
    public let file: Text
    public let line: Int
  }

  public init(
    _ subject: Subject, _ name: Text, title: LocalizedText?, _ sort: Sort, _ effect: Effect?
  ) {
    self.subject = subject
    self.name = name
    self.title = title
    self.sort = sort
    self.effect = effect
  }

  /// True where somebody may lose by it.
  public var mayCost: Bool {
    switch (subject, sort) {
    case (.award, .removed): true
    default: effect == .stricter || effect == .incomparable
    }
  }

  /// True for what changes no outcome and no verdict.
  public var isHarmless: Bool { effect == .same || effect == .wording }
}
