import CEL
import Evaluator
import JSON

/// Days between two dated facts, of which the second may still be to come.
public struct ElapsedKind: RecordKind {
  public struct Parameters: Decodable, Sendable, ItemParameters {
    var of: ExpressionText?
    var `where`: ExpressionText?
    var require: ItemRequirement?
    var name: ExpressionText?
    var minItems: LimitText?
    var from: ExpressionText
    var to: ExpressionText
    var atMost: LimitText?
    var atLeast: LimitText?
    var allowEarlier: Bool?
    var open: Open?
  }

  /// What an end that is not given means.
  enum Open: String, Decodable, CaseIterable {
    case running, unknown
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let scope = ItemScope(parameters, context)
    let canRun = Hygiene.isPath(parameters.to.text)
    if parameters.open == .running, !canRun {
      context.report(.wrongExpressionType, at: parameters.to.node, ["expression", "path"])
    }
    if parameters.atMost == nil, parameters.atLeast == nil {
      context.report(.missingChoice, ["atMost, atLeast"])
    }
    let span = Span(
      from: date(parameters.from, scope, context), to: scope.term(parameters.to, .date),
      most: parameters.atMost.map {
        context.term($0.text, at: $0.node, .integer, in: context.compilers.plain)
      },
      least: parameters.atLeast.map {
        context.term($0.text, at: $0.node, .integer, in: context.compilers.plain)
      },
      allowsEarlier: parameters.allowEarlier ?? false,
      isRunning: canRun && parameters.open != .unknown)
    var check = try scope.check(span.holds) {
      var limit = Limit(bounds: [])
      if let least = span.least?.formula { limit.bounds.append(Limit.Bound(name: "atLeast", value: least)) }
      if let most = span.most?.formula { limit.bounds.append(Limit.Bound(name: "atMost", value: most)) }
      return Check(
        requires: try context.formula(span.holds, .bool),
        due: try span.lastDay.map { try context.dueFormula($0) },
        measured: try context.display(span.measured, .int), limit: limit,
        distance: try context.display(span.distance, .int), isFixed: true, messages: span.messages)
    }
    if let items = scope.items, let last = span.lastDay {
      check.due = try items.dueFirst(span.holds, last, context)
    }
    return check
  }

  /// A day of the file, or an expression of one.
  private func date(_ text: ExpressionText, _ scope: ItemScope, _ context: CompileContext) -> Term {
    CompileContext.looksLikeDate(text.text) ? context.date(text) : scope.term(text, .date)
  }
}

/// The formulas over one span of days.
private struct Span {
  let from: Term
  let to: Term
  let most: Term?
  let least: Term?
  let allowsEarlier: Bool
  let isRunning: Bool

  private var days: String { "days(\(from), \(to))" }
  private var soFar: String { "days(\(from), asOf)" }

  var holds: Text {
    let closed = [
      allowsEarlier ? nil : "\(days) >= 0", least.map { "\(days) >= \($0)" }, most.map { "\(days) <= \($0)" },
    ].compactMap { $0 }.joined(separator: " && ")
    guard isRunning else { return Text(closed) }
    // An end that is not given lies after the day of knowledge, if it comes at all.
    let enough = least.map { "(\(soFar) >= \($0) || given(\(to)))" }
    let late = most.map { "(\(soFar) <= \($0) && given(\(to)))" }
    let running = [enough, late].compactMap { $0 }.joined(separator: " && ")
    return Text("has(\(to)) ? (\(closed)) : (\(running))")
  }

  /// Until then the end can still come in time.
  var lastDay: Text? {
    most.map { Text("\(from).addDays(\($0))") }
  }

  var measured: Text { isRunning ? Text("has(\(to)) ? \(days) : \(soFar)") : Text(days) }

  var distance: Text {
    let measured = "(" + self.measured.string + ")"
    let parts = [
      allowsEarlier ? nil : "\(measured) < 0 ? -\(measured) : ",
      least.map { "\(measured) < \($0) ? \($0) - \(measured) : " },
    ].compactMap { $0 }.joined()
    return Text(parts + (most.map { "\(measured) - \($0)" } ?? "0"))
  }

  var messages: Messages {
    switch (least, most) {
    case (_?, _?): .between
    case (_?, nil): .atLeast
    default: .atMost
    }
  }
}

extension ElapsedKind {
  public static let description = KindDescription(
    name: "elapsed",
    title: LocalizedText(vi: "Số ngày giữa hai mốc", en: "Elapsed days"),
    doc: LocalizedText(
      vi:
        "Số ngày từ mốc đầu đến mốc sau phải trong mức cho phép. Mốc sau chưa có thì tính đến ngày xét; còn thời gian thì chưa đến hạn (xét từng mục: hạn là hạn của mục đến hạn trước).",
      en:
        "The days from one dated fact to another must be within a limit. An end not given runs to the day of knowledge; while there is time it is not yet due (of items: until the day of the first that is open)."
    ),
    members: ItemScope.members() + [
      .init("from", .expression, required: true, vi: "Mốc đầu", en: "First day"),
      .init("to", .expression, required: true, vi: "Mốc sau", en: "Second day"),
      .init(
        "atMost", .numberOrExpression, vi: "Nhiều nhất bao nhiêu ngày", en: "Most days that are admitted"),
      .init("atLeast", .numberOrExpression, vi: "Ít nhất bao nhiêu ngày", en: "Least days that are asked"),
      .init(
        "allowEarlier", .boolean, vi: "true: mốc sau được sớm hơn mốc đầu",
        en: "true: the second day may lie before the first"),
      .init(
        "open", .oneOf(Open.allCases.map { Text($0.rawValue) }),
        vi: "Mốc sau chưa có: running (tính đến ngày xét, mặc định) hoặc unknown (chưa rõ)",
        en: "An end not given: running (counted to the day of knowledge, unless told) or unknown"),
    ],
    readsAsOf: true, examples: examples)
}

extension Messages {
  fileprivate static let atMost = Messages(
    satisfied: MessageTemplate(
      "elapsed.within", vi: "Sau {measured} ngày; quy định không quá {limit} ngày.",
      en: "After {measured} days; {limit} are admitted."),
    violated: MessageTemplate(
      "elapsed.over", vi: "Đã {measured} ngày, mức cho phép là {limit} ngày; lệch {distance} ngày.",
      en: "{measured} days have gone by, {limit} are admitted: off by {distance} days."))

  fileprivate static let atLeast = Messages(
    satisfied: MessageTemplate(
      "elapsed.enough", vi: "Được {measured} ngày; yêu cầu ít nhất {limit} ngày.",
      en: "{measured} days; at least {limit} are asked."),
    violated: MessageTemplate(
      "elapsed.short", vi: "Mới {measured} ngày; yêu cầu ít nhất {limit} ngày, còn thiếu {distance} ngày.",
      en: "{measured} days; at least {limit} are asked: {distance} short."))

  fileprivate static let between = Messages(
    satisfied: MessageTemplate(
      "elapsed.inBand", vi: "Sau {measured} ngày, trong khoảng từ {low} đến {high} ngày.",
      en: "After {measured} days, within {low} to {high}."),
    violated: MessageTemplate(
      "elapsed.outOfBand",
      vi: "Sau {measured} ngày, ngoài khoảng từ {low} đến {high} ngày; lệch {distance} ngày.",
      en: "After {measured} days, outside {low} to {high} by {distance} days."))
}
