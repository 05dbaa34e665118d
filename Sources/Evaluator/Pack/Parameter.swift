import CEL
import JSON

/// A value that a committee or the law sets, with its history.
public struct Parameter: Sendable {
  public var name: Text
  public var title: LocalizedText
  public var type: CELType
  public var unit: Text?
  /// Who sets it: `committee`, `law`, ….
  public var setBy: Text
  /// In order of `span.from`, not overlapping.
  public var values: [DatedValue]
  /// Given by `--set`; stands for every day.
  public var override: Value?

  public struct DatedValue: Sendable {
    public var span: DateSpan
    public var value: Value
    public init(span: DateSpan, value: Value) {
      self.span = span
      self.value = value
    }
  }

  public init(
    name: Text, title: LocalizedText, type: CELType, unit: Text?, setBy: Text, values: [DatedValue],
    override: Value? = nil
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.unit = unit
    self.setBy = setBy
    self.values = values
    self.override = override
  }

  /// The value in force on a law date; nil where the history has none.
  public func value(on day: CivilDate) -> Value? {
    override ?? values.last { $0.span.contains(day) }?.value
  }
}
