import CEL
import Evaluator
import JSON
import Records
import RuleReview

/// Members of the JSON contract (DESIGN §10), shared by the formats that speak it.
struct ResultContract {
  let header: ReportHeader
  let messages: MessageRenderer
  let texts: ProblemTexts

  init(_ header: ReportHeader, _ language: Language) {
    self.header = header
    messages = MessageRenderer(header.pack, language)
    texts = ProblemTexts(language)
  }

  func header(_ writer: inout JSONWriter) {
    writer.key("tool")
    writer.beginObject()
    writer.member("name", "binhxet")
    writer.member("version", header.toolVersion)
    writer.endObject()
    writer.key("pack")
    writer.beginObject()
    writer.member("id", header.pack.id)
    writer.member("version", header.pack.version)
    writer.endObject()
    writer.member("asOf", header.asOf.text)
    writer.key("parameters")
    writer.beginObject()
    for parameter in header.parameters {
      writer.key(parameter.name)
      writer.value(header.value(of: parameter) ?? .null)
    }
    writer.endObject()
    writer.key("choices")
    writer.beginObject()
    for choice in header.pack.choices { writer.member(choice.rule, choice.isEnabled) }
    writer.endObject()
    let notices = header.notices
    guard !notices.isEmpty else { return }
    writer.key("notices")
    writer.beginArray()
    for notice in notices {
      writer.beginObject()
      writer.member("from", notice.from.text)
      writer.member("text", notice.text[messages.language])
      writer.endObject()
    }
    writer.endArray()
  }

  func record(_ reported: ReportedRecord, _ only: ReportOptions.Only, _ writer: inout JSONWriter) {
    writer.key("record")
    writer.recordKey(reported.located.key)
    writer.member("type", reported.result.record.type.name)
    writer.key("at")
    writer.place(reported.located.place)
    if only != .verdicts {
      writer.key("findings")
      writer.beginArray()
      for finding in reported.result.findings where only == .all || finding.outcome == .violated {
        writer.beginObject()
        self.finding(finding, reported.waivers[finding.rule], &writer)
        writer.endObject()
      }
      writer.endArray()
    } else {
      counts(reported, &writer)
    }
    verdicts(reported, brief: only == .verdicts, &writer)
    if only == .all, !reported.located.warnings.isEmpty {
      writer.key("warnings")
      writer.beginArray()
      for warning in reported.located.warnings { writer.string(texts.text(warning)) }
      writer.endArray()
    }
  }

  /// A record in a line of its own, of which only the verdicts are asked: as `Columns` writes it, too.
  func brief(_ reported: ReportedRecord, _ writer: inout JSONWriter) {
    writer.key("record")
    writer.recordKey(reported.located.key)
    counts(reported, &writer)
    verdicts(reported, brief: true, &writer)
  }

  private func counts(_ reported: ReportedRecord, _ writer: inout JSONWriter) {
    writer.member("violated", reported.count(.violated))
    writer.member("undetermined", reported.count(.undetermined))
    if !reported.waivers.isEmpty { writer.member("waived", reported.waivers.count) }
  }

  private func verdicts(_ reported: ReportedRecord, brief: Bool, _ writer: inout JSONWriter) {
    writer.key("verdicts")
    writer.beginArray()
    for verdict in reported.result.verdicts {
      writer.beginObject()
      self.verdict(verdict, brief: brief, &writer)
      writer.endObject()
    }
    writer.endArray()
  }

  private func finding(_ finding: Finding, _ waiver: Waiver?, _ writer: inout JSONWriter) {
    let rule = header.pack.rules[finding.rule]
    writer.member("rule", rule.id)
    writer.member("outcome", finding.outcome.name)
    writer.member("severity", rule.severity.name)
    if let measured = finding.measured {
      writer.key("measured")
      writer.value(measured)
    }
    if !finding.limit.isEmpty {
      writer.key("limit")
      writer.beginObject()
      for bound in finding.limit {
        writer.key(bound.name)
        writer.value(bound.value)
      }
      writer.endObject()
    }
    if let distance = finding.distance {
      writer.key("distance")
      writer.value(distance)
    }
    if let unit = rule.check.unit { writer.member("unit", unit) }
    if let due = finding.due { writer.member("due", due.text) }
    if finding.isExceeded { writer.member("remark", "exceeded") }
    writer.member("missing", finding.missing)
    if !finding.failingItems.isEmpty { writer.member("failingItems", finding.failingItems) }
    if let error = finding.error { writer.member("error", texts.text(error)) }
    if rule.isUnverified { writer.member("confidence", "unverified") }
    writer.member("cites", rule.cites)
    writer.key("message")
    message(finding, &writer)
    if let waiver { waived(waiver, &writer) }
  }

  private func message(_ finding: Finding, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", messages.template(finding).id)
    writer.key("arguments")
    writer.beginObject()
    for argument in messages.arguments(finding) { writer.member(argument.name, argument.text) }
    writer.endObject()
    writer.member("text", messages.text(finding))
    writer.endObject()
  }

  private func verdict(_ verdict: Verdict, brief: Bool, _ writer: inout JSONWriter) {
    writer.member("award", header.pack.awards[verdict.award].id)
    writer.member("verdict", verdict.standing.name)
    if verdict.isUnverified { writer.member("confidence", "unverified") }
    guard !brief else { return }
    writer.member("because", header.pack.ids(of: verdict.because))
    writer.member("missing", verdict.missing)
  }

  func rejection(_ rejection: Rejection, _ writer: inout JSONWriter) {
    if let key = rejection.key {
      writer.key("record")
      writer.recordKey(key)
    }
    writer.key("at")
    writer.place(rejection.place)
    let errors = texts.texts(rejection)
    writer.member("error", errors.first ?? "")
    if errors.count > 1 { writer.member("errors", errors) }
  }

  func summary(_ summary: ReportSummary, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("records", summary.records)
    writer.member("rejected", summary.rejected)
    writer.key("findings")
    writer.beginObject()
    for outcome in Outcome.allCases { writer.member(outcome.name, summary[outcome]) }
    if header.takesWaivers { writer.member("waived", summary.waived) }
    writer.endObject()
    writer.key("verdicts")
    writer.beginObject()
    for (place, award) in header.pack.awards.enumerated() {
      writer.key(award.id)
      writer.beginObject()
      for standing in Verdict.Standing.allCases {
        writer.member(standing.name, summary.verdicts[place][standing.rawValue])
      }
      writer.endObject()
    }
    writer.endObject()
    writer.endObject()
  }
}
