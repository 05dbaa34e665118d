import CEL
import JSON

extension CompiledPack {
  /// The day that selects rules and parameter values.
  public enum LawDate: Sendable, Equatable {
    case day(CivilDate)
    /// A date field of the record, by name.
    case field(Text)
  }

  /// A document that rules cite.
  public struct Source: Sendable, Equatable {
    public var key: Text
    public var title: LocalizedText
    public var issuer: Text?
    public var number: Text?
    public var issued: Text?
    public init(key: Text, title: LocalizedText, issuer: Text?, number: Text?, issued: Text?) {
      self.key = key
      self.title = title
      self.issuer = issuer
      self.number = number
      self.issued = issued
    }
  }

  /// A remark that every report prints whose records it touches by law date.
  public struct Notice: Sendable, Equatable {
    public var from: CivilDate
    public var text: LocalizedText
    public init(from: CivilDate, text: LocalizedText) {
      self.from = from
      self.text = text
    }
  }

  /// A rule that the committee may switch, and how it stands.
  public struct Choice: Sendable, Equatable {
    public var rule: Text
    public var title: LocalizedText
    public var isEnabled: Bool
    public init(rule: Text, title: LocalizedText, isEnabled: Bool) {
      self.rule = rule
      self.title = title
      self.isEnabled = isEnabled
    }
  }
}
