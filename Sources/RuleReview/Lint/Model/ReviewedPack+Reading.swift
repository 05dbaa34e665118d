import CEL
import Evaluator
import JSON
import RulePacks

extension ReviewedPack {
  /// Every formula that the pack's rules, awards and scores were compiled to, with those of rules that are not enabled.
  private var formulas: [Formula] {
    var formulas: [Formula] = []
    for rule in inspection.rules.compactMap(\.compiled) {
      formulas += rule.check.formulas + (rule.points?.formulas ?? [])
    }
    for award in inspection.awards.compactMap(\.compiled) { formulas += award.formulas }
    for rule in inspection.rules.compactMap(\.compiledOnMany) { formulas += rule.check.formulas }
    for score in pack?.scores ?? [] { formulas += score.formulas }
    return formulas
  }

  /// Names of variables that some formula reads: `params.NAME`.
  var variablesRead: Set<Text> { Set(formulas.flatMap { $0.variablesRead }) }

  /// Names of fields, without their paths, that some formula reads or passes through.
  var fieldNamesRead: Set<Text> {
    var names: Set<Text> = []
    for path in formulas.flatMap({ $0.program.checked?.fieldsRead ?? [] }) {
      for step in path.utf8.split(separator: UInt8(ascii: ".")) { names.insert(Text(utf8: step)) }
    }
    if case .field(let name)? = pack?.lawDate { names.insert(name) }
    return names
  }

  /// The rows of every trace beside the pack's own manifest.
  var traceRows: [JSONNode] {
    inspection.traces.filter(isOwn).flatMap { $0["rows"]?.elements.map(\.self) ?? [] }
  }

  /// Rules of which some case beside the pack expects an outcome.
  var rulesInCases: Set<Text> {
    var rules: Set<Text> = []
    for name in files.names(in: folder + "cases") where name.utf8.suffix(5).elementsEqual(".json".utf8) {
      guard let bytes = try? files.read(folder + "cases/" + name),
        let document = try? JSONDocument.parse(bytes)
      else { continue }
      for ruleCase in document.root["cases"]?.elements.map(\.self) ?? [] {
        guard let expected = ruleCase["expect"] else { continue }
        for record in [expected] + (expected["records"]?.members.map(\.self) ?? []) {
          rules.formUnion(record["findings"]?.members.compactMap(\.key) ?? [])
        }
        rules.formUnion(expected["groups"]?.elements.compactMap { $0["rule"]?.text } ?? [])
      }
    }
    return rules
  }
}

extension ExpressionPart {
  /// The name, where the part is one.
  var name: Text? {
    if case .identifier(let name, _) = expression.kind { return name }
    return nil
  }
}

extension Text {
  /// The source of a citation: what stands before `#`.
  var sourceKey: Text { Text(utf8: utf8.prefix { $0 != UInt8(ascii: "#") }) }
}

extension CompiledPack {
  /// True where some record may be judged on a day of the span.
  func judges(_ span: DateSpan) -> Bool {
    if case .day(let day) = lawDate { return span.contains(day) }
    let from = [span.from, period.from].compactMap { $0 }.max()
    let before = [span.before, period.before].compactMap { $0 }.min()
    guard let from, let before else { return true }
    return from < before
  }
}

extension JSONNode {
  /// The objects of exactly `vi` and `en` in the value, in order.
  var localizedTexts: [JSONNode] {
    if kind == .object, count == 2, self["vi"]?.kind == .string, self["en"]?.kind == .string { return [self] }
    return members.flatMap(\.localizedTexts) + elements.flatMap(\.localizedTexts)
  }
}
