import CEL
import Evaluator
import JSON

/// Reads records as members of the groups of one rule.
final class MemberReader: Sendable {
  let place: Int
  let rule: CompiledPopulationRule
  private let form: MemberForm
  /// The period before `current`, and `current`; nil for other rules than trends, and where it is not known.
  private let dates: (previous: Text, current: Text)?

  init(_ place: Int, of evaluator: PackEvaluator, _ forms: RecordForms) {
    self.place = place
    rule = evaluator.pack.populationRules[place]
    form = forms.members[place]
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
  func concerns(_ record: some CountedRecord) -> Bool {
    rule.on == record.type.name && rule.period.contains(record.lawDate)
  }

  /// - Parameter record: one that the rule concerns.
  /// - Returns: nil where the record is no member.
  func member(_ record: some CountedRecord) -> (Member, group: [Text]?)? {
    var missing: Set<Text> = []
    func read(_ formula: Int) -> Value {
      let value = record.value(.member(rule: place, formula))
      if case .unknown(let unknown) = value { missing.formUnion(unknown.paths) }
      return value
    }
    var isCertain = true
    func admits(_ formula: Int?) -> Bool {
      guard let formula else { return true }
      let truth = Truth(read(formula))
      if truth != .yes, truth != .no { isCertain = false }
      return truth != .no
    }
    guard admits(form.filter) else { return nil }
    let content: Member.Content
    switch form.content {
    case .share(let counted, let base):
      guard admits(base) else { return nil }
      content = .counted(Truth(read(counted)))
    case .value(let value): content = .value(value.flatMap { Self.known(read($0)) })
    case .trend(let by, let value):
      guard let dating = dating(Self.known(read(by))) else { return nil }
      content = .dated(dating, value.flatMap { Self.known(read($0)) })
    case .unique(let keys): content = .names(names(keys.map(read)))
    case .partition(let members): content = .list(Self.list(read(members)))
    }
    let group = texts(form.groupBy.map(read))
    let member = Member(
      key: record.key, isCertain: isCertain && group != nil, content: content, missing: missing.sorted())
    return (member, group)
  }

  /// The group that a record belongs to or is the head of; nil where it is neither, or that is not known.
  func group(of record: some CountedRecord) -> [Text]? {
    if rule.on == record.type.name {
      return texts(form.groupBy.map { record.value(.member(rule: place, $0)) })
    }
    return rule.group == record.type.name ? record.keyTexts : nil
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
