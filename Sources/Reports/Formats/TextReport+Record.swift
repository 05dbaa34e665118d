import CEL
import Evaluator
import JSON
import Populations
import Records
import RuleReview

extension TextReport {
  /// Longer lists of names are cut; the JSON formats have them whole.
  private static let namesShown = 8

  func title(of reported: ReportedRecord) -> Text {
    let record = reported.result.record
    let key = Excerpt.text(reported.located.key.text)
    var title = ink(key, .bold)
    if let name = record.ownName { title = ink(Excerpt.text(name), .bold) + " [" + key + "]" }
    return "■ " + title + " – " + record.type.title[options.language] + ", "
      + ProblemTexts.text(reported.located.place)
  }

  /// What is not met, what is open and what is not yet due, each by severity; the rest by its number.
  mutating func findings(of reported: ReportedRecord, into output: inout [UInt8]) {
    let (result, waivers) = (reported.result, reported.waivers)
    let spare = unneeded(in: result)
    let shown: [Outcome] = options.only == .violated ? [.violated] : [.violated, .undetermined, .notYetDue]
    for outcome in shown {
      let findings = result.findings.filter {
        $0.outcome == outcome && waivers[$0.rule] == nil && (outcome != .violated || !spare.contains($0.rule))
      }
      guard !findings.isEmpty else { continue }
      output.line("  " + heading(outcome, findings.count))
      for severity in Severity.allCases.reversed() {
        for finding in findings where header.pack.rules[finding.rule].severity == severity {
          self.finding(finding, into: &output)
        }
      }
    }
    let others = result.findings.filter {
      $0.outcome == .violated && waivers[$0.rule] == nil && spare.contains($0.rule)
    }
    if !others.isEmpty {
      output.line("  " + ink(words.unneeded + ": " + Text("\(others.count)"), .faint))
      for finding in others { self.finding(finding, into: &output) }
    }
    let waived = result.findings.filter { waivers[$0.rule] != nil && shown.contains($0.outcome) }
    if !waived.isEmpty {
      output.line("  " + ink(words.waived + ": " + Text("\(waived.count)"), .faint))
      for finding in waived {
        self.finding(finding, into: &output)
        guard let waiver = waivers[finding.rule] else { continue }
        output.line("      " + Excerpt.printable(review.waiver(waiver)))
      }
    }
    guard options.only == .all else { return }
    let satisfied = result.findings.filter { $0.outcome == .satisfied }
    output.line("  " + heading(.satisfied, satisfied.count))
    let exceeded = satisfied.filter(\.isExceeded)
    if !exceeded.isEmpty {
      output.line("    " + words.exceeded + ": " + titles(exceeded.map { .rule($0.rule) }))
    }
    let idle = result.findings.count { $0.outcome == .notApplicable }
    if idle > 0 { output.line("  " + heading(.notApplicable, idle)) }
  }

  /// Rules that only awards ask for of which the record is eligible whatever they say.
  private mutating func unneeded(in result: RecordResult) -> Set<Int> {
    var spare: Set<Int> = []
    guard result.findings.contains(where: { $0.outcome == .violated }) else { return spare }
    var needed: Set<Int> = []
    for verdict in result.verdicts where verdict.standing != .notApplicable {
      let rules = rulesAsked[verdict.award]
      if verdict.standing == .eligible { spare.formUnion(rules) } else { needed.formUnion(rules) }
    }
    return spare.subtracting(needed)
  }

  private func heading(_ outcome: Outcome, _ count: Int) -> Text {
    ink(words.heading(outcome) + ": " + Text("\(count)"), outcome)
  }

  private mutating func finding(_ finding: Finding, into output: inout [UInt8]) {
    let rule = header.pack.rules[finding.rule]
    var qualities = words.severity(rule.severity)
    if rule.isUnverified { qualities += ", " + words.unverified }
    var message = Excerpt.printable(messages.text(finding))
    // Where a message of its own says what is at fault, the error only repeats it.
    if let error = finding.error, messages.template(finding) == .failed {
      message += " " + problems.text(error)
    }
    output.line(
      "    " + ink(words.mark(finding.outcome), finding.outcome) + " "
        + Excerpt.printable(rule.title[options.language]) + " (" + qualities + "): " + message)
    let cites = rule.cites.map { " [" + $0 + "]" }.joined("")
    output.line("      " + ink(rule.id + cites, .faint))
    for cite in rule.cites { cited.insert(Text(utf8: cite.utf8.prefix { $0 != UInt8(ascii: "#") })) }
  }

  func verdict(_ verdict: Verdict, of result: RecordResult, into output: inout [UInt8]) {
    let award = header.pack.awards[verdict.award]
    var line = "  » " + Excerpt.printable(award.title[options.language]) + ": "
    line += ink(words.standing(verdict.standing), verdict.standing)
    if verdict.isUnverified { line += " (" + words.unverified + ")" }
    output.line(line)
    guard options.only != .verdicts else { return }
    switch verdict.standing {
    case .eligible, .notApplicable: return
    case .ineligible: line = "    " + words.because + ": " + titles(verdict.because)
    case .undetermined: line = "    " + words.open + ": " + titles(verdict.because)
    }
    if !verdict.because.isEmpty { output.line(line) }
    guard !verdict.missing.isEmpty else { return }
    let missing = verdict.missing.map { messages.title(of: $0, on: result.record.type.name) }
    output.line("    " + words.needed + ": " + names(missing))
  }

  private func titles(_ leaves: [Criterion.Leaf]) -> Text { names(leaves.map(title)) }

  /// What a rule or award is called, and what is asked of an award.
  func title(of leaf: Criterion.Leaf) -> Text {
    let claim = words.claim(leaf)
    return header.pack.title(of: leaf)[options.language] + (claim.isEmpty ? "" : " (" + claim + ")")
  }

  func names(_ names: [Text]) -> Text {
    let shown = names.prefix(Self.namesShown).map { Excerpt.printable($0) }.joined("; ")
    let rest = names.count - Self.namesShown
    return rest > 0 ? shown + "; " + words.more(rest) : shown
  }
}
