import CEL
import Evaluator
import JSON

/// Reads parameters with their history, and the values that the operator sets.
struct ParameterBuilder {
  private let log: DefectLog
  private let period: DateSpan
  private let settings: [LoadOptions.Setting]
  private var types: TypeReader
  private(set) var parameters: [Parameter] = []

  /// - Parameter period: the pack's own; a day in it without a value is a defect.
  init(
    _ declarations: [Declaration], types: TypeReader, period: DateSpan, settings: [LoadOptions.Setting],
    log: DefectLog
  ) {
    self.log = log
    self.period = period
    self.settings = settings
    self.types = types
    for declaration in declarations { parameters.append(parameter(declaration)) }
    reportUnknownSettings()
  }

  /// The reader of types with the enums that parameters declare in place.
  var typeReader: TypeReader { types }

  private mutating func parameter(_ declaration: Declaration) -> Parameter {
    let node = declaration.node
    let type = types.parameterType(of: node)
    return Parameter(
      name: declaration.name,
      title: node["title"]?.localized ?? LocalizedText(vi: declaration.name, en: declaration.name),
      type: type,
      unit: node["unit"]?.text, setBy: node["setBy"]?.text ?? "",
      values: declaration.isSound ? history(node, type) : [], override: override(declaration.name, type))
  }

  /// The dated values in order; one without end holds until the next begins.
  private func history(_ node: JSONNode, _ type: CELType) -> [Parameter.DatedValue] {
    let reader = ValueReader(log: log, enums: types.enums)
    var entries: [(node: JSONNode, span: DateSpan, value: Value)] = []
    for entry in node["values"].map({ Array($0.elements) }) ?? [] {
      let span = SpanForm.read(entry, log)
      if let from = span.from, let before = span.before, before <= from { return [] }
      guard let given = entry["value"], let value = reader.value(given, of: type) else { return [] }
      entries.append((entry, span, value))
    }
    entries.sort { ($0.span.from ?? .first) < ($1.span.from ?? .first) }
    for index in entries.indices.dropLast() {
      guard let next = entries[index + 1].span.from, next > entries[index].span.from ?? .first else {
        overlap(entries[index + 1].node, node.key, entries[index].span.from)
        continue
      }
      if let before = entries[index].span.before, before > next {
        overlap(entries[index + 1].node, node.key, next)
      }
      entries[index].span.before = min(entries[index].span.before ?? next, next)
    }
    reportHoles(entries.map(\.span), node)
    return entries.map { Parameter.DatedValue(span: $0.span, value: $0.value) }
  }

  private func overlap(_ node: JSONNode, _ name: Text?, _ day: CivilDate?) {
    log.report(.overlappingValues, at: node, [name ?? "", (day ?? .first).text])
  }

  /// Days of the pack's period on which no value holds; an open end of the period asks for no more than what is there.
  private func reportHoles(_ spans: [DateSpan], _ node: JSONNode) {
    guard let first = spans.first, let last = spans.last else { return }
    var covered = period.from ?? first.from ?? .first
    for span in spans {
      if let from = span.from, from > covered { hole(covered, from, node) }
      guard let before = span.before else { return }
      covered = max(covered, before)
    }
    if let end = period.before ?? last.before, end > covered { hole(covered, end, node) }
  }

  private func hole(_ from: CivilDate, _ before: CivilDate, _ node: JSONNode) {
    if let end = period.before, from >= end { return }
    log.report(.missingValues, atKey: node, [node.key ?? "", from.text, before.text])
  }

  private func override(_ name: Text, _ type: CELType) -> Value? {
    guard let setting = settings.last(where: { $0.name == name }) else { return nil }
    return SettingReader(log: log, enums: types.enums).value(setting, of: type)
  }

  private func reportUnknownSettings() {
    let names = parameters.map(\.name)
    for setting in settings where !names.contains(setting.name) {
      log.report(
        PackDefect(
          .unknownParameter, [setting.name], suggestion: Suggestion.nearest(to: setting.name, among: names)))
    }
  }
}
