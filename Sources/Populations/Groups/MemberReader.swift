import CEL
import Evaluator
import JSON

/// Reads records as members of the groups of one rule.
struct MemberReader {
  let place: Int
  let rule: CompiledPopulationRule
  /// The period before `current`, and `current`; nil for other rules than trends, and where it is not known.
  private let dates: (previous: Text, current: Text)?

  init(_ place: Int, of evaluator: PackEvaluator) {
    self.place = place
    rule = evaluator.pack.populationRules[place]
    guard case .trend(let trend) = rule.check.aggregation else {
      dates = nil
      return
    }
    switch trend.current.program.evaluate(evaluator.constants(on: evaluator.referenceDay)) {
    case .int(let year): dates = (Text("\(year - 1)"), Text("\(year)"))
    case .period(let period): dates = period.previous.map { ($0.text, period.text) }
    default: dates = nil
    }
  }

  /// True for a record that the rule speaks of, counted or not.
  func concerns(_ result: RecordResult) -> Bool {
    rule.on == result.record.type.name && rule.period.contains(result.lawDate)
  }

  /// - Returns: nil where the record is none.
  func member(_ result: RecordResult, key: Text, _ activation: Activation) -> (Member, group: [Text]?)? {
    guard concerns(result) else { return nil }
    var missing: Set<Text> = []
    func read(_ formula: Formula) -> Value {
      let value = formula.program.evaluate(activation)
      if case .unknown(let unknown) = value { missing.formUnion(unknown.paths) }
      return value
    }
    var isCertain = true
    func admits(_ formula: Formula?) -> Bool {
      guard let formula else { return true }
      let truth = Truth(read(formula))
      if truth != .yes, truth != .no { isCertain = false }
      return truth != .no
    }
    guard admits(rule.check.filter) else { return nil }
    let content: Member.Content
    switch rule.check.aggregation {
    case .share(let counted, let base, _):
      guard admits(base) else { return nil }
      content = .counted(Truth(read(counted)))
    case .value(_, let value): content = .value(value.flatMap { Self.known(read($0)) })
    case .trend(let trend):
      guard let dating = dating(Self.known(read(trend.by))) else { return nil }
      content = .dated(dating, trend.value.flatMap { Self.known(read($0)) })
    case .unique(let keys): content = .names(names(keys.map(read)))
    case .partition(let members, _): content = .list(Self.list(read(members)))
    }
    let group = texts(rule.check.groupBy.map { read($0.value) })
    let member = Member(
      key: key, isCertain: isCertain && group != nil, content: content, missing: missing.sorted())
    return (member, group)
  }

  /// The group that a record belongs to or is the head of; nil where it is neither, or that is not known.
  func group(of result: RecordResult, _ activation: Activation) -> [Text]? {
    if rule.on == result.record.type.name {
      return texts(rule.check.groupBy.map { $0.value.program.evaluate(activation) })
    }
    return rule.group == result.record.type.name ? result.record.texts(of: result.record.type.key) : nil
  }

  /// Nil where the record belongs to other periods.
  private func dating(_ value: Value?) -> Member.Dating? {
    guard let dates else { return .open }
    guard let name = value?.keyText else { return .open }
    if name == dates.current { return .current }
    return name == dates.previous ? .previous : nil
  }

  private func texts(_ values: [Value]) -> [Text]? {
    var texts: [Text] = []
    for value in values {
      guard let text = value.keyText else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// One name for each way to take one item from every list; a value alone is a list of itself.
  private func names(_ values: [Value]) -> [[Text]]? {
    var names: [[Text]] = [[]]
    for value in values {
      guard let items = Self.list(value) else { return nil }
      let different = Set(items)
      names = names.flatMap { name in different.map { name + [$0] } }
    }
    return names
  }

  private static func known(_ value: Value) -> Value? {
    switch value {
    case .unknown, .error, .null: nil
    default: value
    }
  }

  private static func list(_ value: Value) -> [Text]? {
    guard case .list(let list) = value else { return value.keyText.map { [$0] } }
    guard !list.isOpen else { return nil }
    return list.elements.compactMap { $0.keyText }
  }
}
