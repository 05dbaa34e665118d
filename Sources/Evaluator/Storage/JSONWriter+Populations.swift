import CEL
import JSON

extension JSONWriter {
  mutating func populationRule(_ rule: CompiledPopulationRule, _ templates: StoredTemplates) {
    member("id", rule.id)
    member("kind", rule.kind)
    member("on", rule.on)
    member("group", ifPresent: rule.group)
    member("title", rule.title)
    key("cites")
    texts(rule.cites)
    member("severity", rule.severity.name)
    if rule.isUnverified { member("unverified", bool: true) }
    member("period", rule.period)
    key("check")
    beginObject()
    member("when", ifPresent: rule.check.filter)
    groupKeys("per", rule.check.groupBy)
    aggregation(rule.check.aggregation)
    limit("requires", rule.check.requires.bounds)
    member("unit", ifPresent: rule.check.unit)
    messages(rule.check.messages, templates)
    endObject()
  }

  private mutating func aggregation(_ aggregation: Aggregation) {
    switch aggregation {
    case .share(let counted, let base, let places):
      member("aggregate", "share")
      member("where", counted)
      member("of", ifPresent: base)
      if let places {
        member("places", int: Int64(places.count))
        member("rounding", places.mode.name)
      }
    case .value(let function, let value):
      member("aggregate", "value")
      member("function", function.name)
      member("value", ifPresent: value)
    case .trend(let trend):
      member("aggregate", "trend")
      member("function", trend.function.name)
      member("value", ifPresent: trend.value)
      member("by", trend.by)
      member("current", trend.current)
      member("percent", bool: trend.isPercent)
    case .unique(let keys):
      member("aggregate", "unique")
      key("by")
      beginArray()
      for key in keys { formula(key) }
      endArray()
    case .partition(let members, let covers):
      member("aggregate", "partition")
      member("members", members)
      member("covers", covers)
    }
  }

  mutating func score(_ score: CompiledScore) {
    member("name", score.name)
    member("on", score.on)
    member("title", score.title)
    members("parts", score.parts) { writer, part in
      switch part.content {
      case .value(let value): writer.member("value", value)
      case .rules(let rules):
        writer.key("rules")
        writer.beginArray()
        for rule in rules { writer.int(Int64(rule)) }
        writer.endArray()
      }
      writer.member("weight", ifPresent: part.weight)
      writer.range(part.range)
    }
    range(score.range)
  }

  private mutating func range(_ range: CompiledScore.Range) {
    member("atLeast", ifPresent: range.atLeast)
    member("atMost", ifPresent: range.atMost)
  }

  mutating func register(_ register: Register) {
    key("register")
    beginObject()
    member("recordType", register.recordType)
    member("award", register.award)
    member("subject", register.subject)
    member("year", register.year)
    endObject()
  }
}

extension RoundingMode {
  /// As rule files write it; those that they can't write have no name.
  public var name: Text {
    switch self {
    case .halfEven: "halfEven"
    case .halfUp: "halfUp"
    case .up: "up"
    case .down: "down"
    case .floor, .ceiling: ""
    }
  }

  /// The modes that rule files may name.
  public static let named: [RoundingMode] = [.halfUp, .halfEven, .down, .up]

  public init?(_ name: Text) {
    guard let mode = RoundingMode.named.first(where: { $0.name == name }) else { return nil }
    self = mode
  }
}
