import JSON

/// A declared field of a record type.
///
/// A class, because it is passed around wherever a value may be one's: a copy counts one reference instead of nine.
public final class Field: Sendable {
  public let name: Text
  public let type: CELType
  public let title: LocalizedText
  /// Unit of measure, as declared.
  public let unit: Text?
  /// Stands in where a record does not give the field.
  public let defaultValue: Value?
  /// For a list of records: the field that names an item, so `list.KEY` reads that item.
  public let key: Text?
  /// False: the list acts as if it held one more unknown element.
  public let isComplete: Bool
  /// True for a date that is planned, which may lie after the day of knowledge.
  public let isPlanned: Bool
  /// Largest declared number of elements, for the cost estimate.
  public let maxItems: Int?
  /// Largest declared number of characters, for the cost estimate.
  public let maxLength: Int?
  /// Nil for what a record holds itself.
  public let relation: Relation?

  public init(
    name: Text, type: CELType, title: LocalizedText, unit: Text? = nil, defaultValue: Value? = nil,
    key: Text? = nil, isComplete: Bool = true, isPlanned: Bool = false, maxItems: Int? = nil,
    maxLength: Int? = nil, relation: Relation? = nil
  ) {
    self.name = name
    self.type = type
    self.title = title
    self.unit = unit
    self.defaultValue = defaultValue
    self.key = key
    self.isComplete = isComplete
    self.isPlanned = isPlanned
    self.maxItems = maxItems
    self.maxLength = maxLength
    self.relation = relation
  }
}
