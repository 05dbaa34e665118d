import CEL
import Evaluator
import JSON

/// What a change of a pack means for given records.
public struct Impact: Sendable {
  /// What became of one verdict, or of one finding.
  public enum Turn: String, Sendable, CaseIterable {
    /// Eligible now.
    case gains
    /// No longer eligible, or no longer open.
    case loses
    /// Can no longer be decided, or can't yet.
    case undecided
    /// Out of the scope of the award, or into it, and not eligible either way.
    case otherwise
  }

  public struct Shift: Sendable {
    /// The record's key.
    public let record: Text
    /// Where it stands: `FILE:LINE`.
    public let place: Text
    /// Names of outcomes or standings; nil where the record, or the award, was not judged.
    public let before: Text?
    public let after: Text?
    public let turn: Turn
    /// True where the record stands worse than before.
    public let isLoss: Bool
    /// What made the difference: rules, and of a roster the members and parameters of the award that changed; empty where
    /// the award's own scope did, in a roster where other records did.
    public let by: [Text]
    /// Of a roster or a rule on many records: the group, in order of its keys; empty for the one group of all.
    public var group: [Text] = []
    /// In a roster: whether open or rejected records might have changed the status, and whether they may now.
    public var provisional = (before: false, after: false)

    public init(
      record: Text, place: Text, before: Text?, after: Text?, turn: Turn, isLoss: Bool, by: [Text]
    ) {
      self.record = record
      self.place = place
      self.before = before
      self.after = after
      self.turn = turn
      self.isLoss = isLoss
      self.by = by
    }
  }

  /// The shifts of one award, or of one rule.
  public struct Subject: Sendable {
    public let id: Text
    public let title: LocalizedText
    public var shifts: [Shift]

    public init(id: Text, title: LocalizedText, shifts: [Shift]) {
      self.id = id
      self.title = title
      self.shifts = shifts
    }

    public func count(_ turn: Turn) -> Int { shifts.count { $0.turn == turn } }
  }

  public var records = 0
  /// Records that both packs judge.
  public var judged: Int { records - rejectedByBoth - rejections.count }

  /// Records that both packs reject.
  public var rejectedByBoth = 0
  /// Records that one pack judges and the other rejects.
  public var rejections: [Shift] = []
  /// Only those with a shift, in order of the new pack, removed ones after them.
  public var awards: [Subject] = []
  public var rules: [Subject] = []
  /// Places on the list of each award, except where the verdict on the record says as much.
  public var rosters: [Subject] = []
  /// Rules on many records; the records of its shifts are empty, their groups are named.
  public var groups: [Subject] = []

  public init() {}

  public var isEmpty: Bool {
    rejections.isEmpty && awards.isEmpty && rules.isEmpty && rosters.isEmpty && groups.isEmpty
  }

  /// True where a record stands worse for an award than before, by its verdict or on the list.
  public var hasLoss: Bool {
    rejections.contains(where: \.isLoss)
      || (awards + rosters).contains { $0.shifts.contains(where: \.isLoss) }
  }
}
