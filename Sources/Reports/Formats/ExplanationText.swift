import CEL
import Evaluator
import JSON
import Records

/// An explanation as an indented tree, and the nearest way below it.
public struct ExplanationText {
  private let evaluator: PackEvaluator
  private let words: ReportWords
  private let values: ValueText
  private let messages: MessageRenderer
  private let problems: ProblemTexts
  private let ink: Ink
  private var pack: CompiledPack { evaluator.pack }
  /// Characters kept of a long value, such as a list.
  private static let valueLimit = 200
  private var language: Language { words.language }

  public init(_ evaluator: PackEvaluator, _ options: ReportOptions) {
    self.evaluator = evaluator
    words = ReportWords(options.language)
    values = ValueText(options.language)
    messages = MessageRenderer(evaluator.pack, options.language)
    problems = ProblemTexts(options.language)
    ink = Ink(isOn: options.usesColour)
  }

  /// - Parameter award: only this one; nil for all awards and then the rules that none of them asks for.
  public func text(of record: ReportedRecord, award: Text?) -> [UInt8] {
    var output: [UInt8] = []
    output.line(
      ink(Excerpt.text(record.located.key.text), .bold) + " – " + ProblemTexts.text(record.located.place))
    var covered: Set<Int> = []
    for verdict in record.result.verdicts {
      let compiled = pack.awards[verdict.award]
      if let award, compiled.id != award { continue }
      covered.formUnion(compiled.requires.rules)
      output.line("")
      write(evaluator.explanation(of: verdict, in: record.result), 0, &output)
      nearestWay(to: verdict, in: record.result, &output)
    }
    guard award == nil else { return output }
    for finding in record.result.findings where !covered.contains(finding.rule) {
      write(evaluator.explanation(of: finding, in: record.result), 0, &output)
    }
    return output
  }

  private func write(_ explanation: Explanation, _ depth: Int, _ output: inout [UInt8]) {
    let indent = Text(utf8: [UInt8](repeating: 0x20, count: depth * 2))
    output.line(indent + line(explanation.subject))
    if case .formula(_, _, _, let parts) = explanation.subject {
      for part in parts {
        let deeper = Text(utf8: [UInt8](repeating: 0x20, count: (depth + part.depth) * 2))
        output.line(deeper + "· " + part.text + " = " + value(part.value))
      }
    }
    for child in explanation.children { write(child, depth + 1, &output) }
  }

  private func line(_ subject: Explanation.Subject) -> Text {
    switch subject {
    case .award(let award, let standing):
      return "» " + ink(pack.awards[award].title[language], .bold) + ": "
        + ink(words.standing(standing), standing)
    case .group(let criterion, let results):
      return words.group(criterion) + ": " + words.results(results)
    case .finding(let finding):
      let rule = pack.rules[finding.rule]
      return ink(words.mark(finding.outcome), finding.outcome) + " " + rule.title[language] + " (" + rule.id
        + "): " + Excerpt.printable(messages.text(finding))
    case .notInForce(let rule):
      return words.mark(.notApplicable) + " " + pack.rules[rule].title[language] + ": " + words.notInForce
    case .beyond(let leaf, let known):
      let claim = words.claim(leaf)
      return pack.title(of: leaf)[language] + " (" + pack.id(of: leaf) + ")"
        + (claim.isEmpty ? "" : ", " + claim) + ": " + words.results(known.results)
    case .formula(let name, let text, let value, _):
      return ink(name, .faint) + " " + text + " → " + self.value(value)
    }
  }

  private func value(_ value: Value) -> Text {
    switch value {
    case .unknown(let unknown):
      values.text(value) + " (" + Excerpt.text(values.join(unknown.paths), limit: Self.valueLimit) + ")"
    case .error(let error): problems.text(error)
    default: Excerpt.text(values.text(value), limit: Self.valueLimit)
    }
  }

  private func nearestWay(to verdict: Verdict, in result: RecordResult, _ output: inout [UInt8]) {
    guard verdict.standing == .ineligible || verdict.standing == .undetermined else { return }
    guard let way = evaluator.nearestWay(to: verdict, in: result) else {
      output.line("  " + ink(words.noWay, .yellow))
      return
    }
    output.line("  " + ink(way.isExact ? words.nearestWay : words.someWay, .bold))
    for rule in way.rules {
      guard let finding = result.findings.first(where: { $0.rule == rule }) else { continue }
      output.line(
        "    " + ink("→", .cyan) + " " + pack.rules[rule].title[language] + ": "
          + Excerpt.printable(messages.text(finding)))
    }
  }
}
