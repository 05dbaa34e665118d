import CEL
import JSON

/// What a kind makes of the JSON of one rule; everything downstream sees only this.
public struct Check: Sendable {
  /// The rule's `when`; nil applies always.
  public var applies: Formula?
  /// True when the criterion is met.
  public var requires: Formula
  /// The last day on which fulfilment counts; nil is due at once.
  public var due: Formula?
  /// What the record has.
  public var measured: Formula?
  public var limit: Limit?
  /// How far `measured` is from meeting the limit: positive, in the unit of the rule (days for dates).
  public var distance: Formula?
  /// A list of texts: what fails, by name; asked only of a violated or undetermined finding.
  public var failingItems: Formula?
  /// The enum whose members name the failing items; nil where they go by other names.
  public var itemEnum: Text?
  /// What messages call items whose names are for results only.
  public var itemTitles: [ItemTitle]
  /// True where a satisfied finding goes beyond what was asked (remark `exceeded`).
  public var exceeds: Formula?
  /// Unit of measured value, limit and distance.
  public var unit: Text?
  /// True where nothing that the unit can still do changes the outcome (a date that has passed, an exclusion,
  /// history): the nearest way never goes through it.
  public var isFixed: Bool
  /// Texts of the rule's own; where nil the kind's message of `MessageCatalog` is used.
  public var messages: Messages

  public init(
    applies: Formula? = nil, requires: Formula, due: Formula? = nil, measured: Formula? = nil,
    limit: Limit? = nil, distance: Formula? = nil, failingItems: Formula? = nil, itemEnum: Text? = nil,
    itemTitles: [ItemTitle] = [], exceeds: Formula? = nil, unit: Text? = nil, isFixed: Bool = false,
    messages: Messages
  ) {
    self.applies = applies
    self.requires = requires
    self.due = due
    self.measured = measured
    self.limit = limit
    self.distance = distance
    self.failingItems = failingItems
    self.itemEnum = itemEnum
    self.itemTitles = itemTitles
    self.exceeds = exceeds
    self.unit = unit
    self.isFixed = isFixed
    self.messages = messages
  }
}
