import CEL
import JSON

/// A title or commendation: whom it is for, what it asks, and how many may be nominated in which order.
public struct CompiledAward: Sendable {
  public var id: Text
  public var on: Text
  public var title: LocalizedText
  public var cites: [Text]
  public var isUnverified: Bool
  public var applies: Formula?
  /// With what excludes the award: `notWith`, an earlier award of the same form, a decision in the register.
  public var requires: Criterion
  /// The form of commendation: one of a form for a subject and year. Nil sets no such limit.
  public var form: Text?
  /// A text that names who receives it; nil is the record's own key.
  public var subject: Formula?
  /// The year that it is for, an integer; nil is the year of the law date.
  public var year: Formula?
  /// First key first; empty where candidates have no order.
  public var rankBy: [RankKey]
  /// What rosters are divided by; empty for one roster.
  public var per: [GroupKey]
  public var quotas: [Quota]
  public var ties: TieRule
  /// The first case that holds speaks; empty where no authority is told.
  public var decidedBy: [AuthorityCase]

  public init(
    id: Text, on: Text, title: LocalizedText, cites: [Text], isUnverified: Bool, applies: Formula?,
    requires: Criterion, form: Text? = nil, subject: Formula? = nil, year: Formula? = nil,
    rankBy: [RankKey] = [], per: [GroupKey] = [], quotas: [Quota] = [], ties: TieRule = .exclude,
    decidedBy: [AuthorityCase] = []
  ) {
    self.id = id
    self.on = on
    self.title = title
    self.cites = cites
    self.isUnverified = isUnverified
    self.applies = applies
    self.requires = requires
    self.form = form
    self.subject = subject
    self.year = year
    self.rankBy = rankBy
    self.per = per
    self.quotas = quotas
    self.ties = ties
    self.decidedBy = decidedBy
  }
}
