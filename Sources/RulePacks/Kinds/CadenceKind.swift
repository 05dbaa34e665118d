import CEL
import Evaluator
import JSON

/// A complete series of periods, such as a report for every month.
public struct CadenceKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var of: ExpressionText
    var `where`: ExpressionText?
    var at: ExpressionText
    var counts: ExpressionText?
    var every: ExpressionText
    var from: ExpressionText
    var to: ExpressionText
    var lagDays: LimitText?
    var maxGap: LimitText?
  }

  static let lengths: [Text] = ["month", "quarter", "halfYear", "year"]

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let list = context.term(parameters.of, .list)
    let every = length(parameters.every, context)
    let series = Series(
      list: list,
      conditions: [parameters.where, parameters.counts].compactMap { $0 }.map {
        context.term($0, item: list.elementType, .boolean)
      },
      entry: context.term(parameters.at, item: list.elementType, .dateOrPeriod), every: every,
      first: end(parameters.from, "first", every, context), last: end(parameters.to, "last", every, context),
      lag: parameters.lagDays.map { whole($0, context) }, gap: parameters.maxGap.map { whole($0, context) },
      context)
    return Check(
      requires: try context.formula(series.holds, .bool), due: try context.dueFormula(series.dayBeforeFirst),
      measured: try context.display(Text("size(\(series.demanded)) - size(\(series.gaps))"), .int),
      limit: try context.limit("atLeast", Text("size(\(series.demanded))"), .int),
      distance: try context.display(Text("size(\(series.gaps))"), .int),
      failingItems: try context.display(series.gapNames), messages: .cadence)
  }

  private func length(_ text: ExpressionText, _ context: CompileContext) -> Term {
    if Self.lengths.contains(text.text) {
      return context.term(text.text.celLiteral, at: text.node, .text, in: context.compilers.plain)
    }
    guard Hygiene.isPath(text.text), !text.text.utf8.contains(UInt8(ascii: ".")) else {
      return context.term(text, .text)
    }
    context.report(
      .notOneOf, at: text.node, [text.text, ShapeValidator.joined(Self.lengths)],
      suggestion: Suggestion.nearest(to: text.text, among: Self.lengths))
    return context.term(Self.lengths[0].celLiteral, at: text.node, .text, in: context.compilers.plain)
  }

  /// The first or last period: a period or day of the file, or an expression of one.
  private func end(
    _ source: ExpressionText, _ side: Text, _ every: Term, _ context: CompileContext
  ) -> Text {
    var term: Term
    if (try? Period(source.text)) != nil {
      term = context.term(
        "period(" + source.text.celLiteral + ")", at: source.node, .period, in: context.compilers.plain)
    } else if CompileContext.looksLikeDate(source.text) {
      term = context.date(source)
    } else {
      term = context.term(source, .dateOrPeriod)
    }
    let day = term.type == .period ? term.text + "." + side + "()" : term.text
    return "periodOf(" + day + ", " + every.text + ")"
  }

  private func whole(_ limit: LimitText, _ context: CompileContext) -> Term {
    context.term(limit.text, at: limit.node, .integer, in: context.compilers.plain)
  }
}

/// The formulas of one series.
private struct Series {
  let list: Term
  let conditions: [Term]
  /// The period of an entry, or a day in it.
  let entry: Term
  let every: Term
  let first: Text
  let last: Text
  let lag: Term?
  let gap: Term?
  /// Stands for a period of the series.
  private let period: Text
  /// Stands for a period after it.
  private let other: Text
  private let missing: Text

  init(
    list: Term, conditions: [Term], entry: Term, every: Term, first: Text, last: Text, lag: Term?, gap: Term?,
    _ context: CompileContext
  ) {
    self.list = list
    self.conditions = conditions
    self.entry = entry
    self.every = every
    self.first = first
    self.last = last
    self.lag = lag
    self.gap = gap
    let texts = [list.text, entry.text, every.text, first, last] + conditions.map(\.text)
    period = Hygiene.fresh("period", in: texts + ["period(", "periods("])
    other = Hygiene.fresh("other", in: texts)
    missing = Hygiene.fresh("missing", in: texts)
  }

  private var periods: String { "periods(\(first), \(last))" }

  /// A period is demanded once it has ended and its days of lag, if any, have passed.
  private var isDemanded: String {
    guard let lag else { return "\(period).last() <= asOf" }
    return "\(period).last().addDays(\(lag) > 0 ? \(lag) + 1 : 0) <= asOf"
  }

  private var isPresent: String {
    let match = entry.type == .period ? "\(entry) == \(period)" : "\(period).contains(\(entry))"
    return "\(list).exists(item, \((conditions.map { "\($0)" } + [match]).joined(separator: " && ")))"
  }

  var demanded: String { "\(periods).filter(\(period), \(isDemanded))" }
  var gaps: String { "\(periods).filter(\(period), \(isDemanded) && isKnownFalse(\(isPresent)))" }
  var gapNames: Text { Text("\(gaps).map(\(period), string(\(period)))") }

  var holds: Text {
    // A series that is whole before any of it is due is fulfilled all the same.
    let some = """
      (\(periods).exists(\(period), \(isDemanded)) || \(periods).exists(\(period), \(isPresent)) && \
      \(periods).all(\(period), \(isPresent)))
      """
    guard let gap else {
      return Text("\(some) && \(periods).all(\(period), !(\(isDemanded)) || \(isPresent))")
    }
    let absent = "\(periods).filter(\(period), \(isDemanded) && !\(isPresent))"
    let run = "periods(\(period), \(gap) + 1).all(\(other), \(other) in \(missing))"
    return Text("\(some) && cel.bind(\(missing), \(absent), !\(missing).exists(\(period), \(run)))")
  }

  /// The last day on which nothing is demanded yet.
  var dayBeforeFirst: Text {
    lag.map { Text("\(first).last().addDays(\($0) > 0 ? \($0) : -1)") } ?? Text("\(first).last().addDays(-1)")
  }
}

extension CadenceKind {
  public static let description = KindDescription(
    name: "cadence",
    title: LocalizedText(vi: "Định kỳ", en: "Cadence"),
    doc: LocalizedText(
      vi:
        "Mỗi kỳ phải có một mục (báo cáo, hoạt động); nêu tên kỳ còn thiếu. Một kỳ được tính khi kỳ đó đã kết thúc và đã qua số ngày cho phép nộp muộn.",
      en:
        "Every period must have its entry (a report, an activity); the gaps are named. A period counts once it has ended and its days of lag have passed."
    ),
    members: [
      .init("of", .expression, required: true, vi: "Danh sách các mục", en: "The entries"),
      .init("where", .expression, vi: "Chỉ xét các item thỏa điều kiện này", en: "Which items are looked at"),
      .init(
        "at", .expression, required: true, vi: "Kỳ của item, hoặc ngày nằm trong kỳ",
        en: "The period of an item, or a day in it"),
      .init(
        "counts", .expression, vi: "Item chỉ được tính khi thỏa điều kiện này",
        en: "An item counts only where this holds"),
      .init(
        "every", .expression, required: true, vi: "Độ dài kỳ: month, quarter, halfYear, year, hoặc biểu thức",
        en: "Length: month, quarter, halfYear, year, or an expression"),
      .init(
        "from", .expression, required: true, vi: "Kỳ đầu tiên: kỳ, ngày, hoặc biểu thức",
        en: "First period: a period, a day or an expression"),
      .init(
        "to", .expression, required: true, vi: "Kỳ cuối cùng: kỳ, ngày, hoặc biểu thức",
        en: "Last period: a period, a day or an expression"),
      .init(
        "lagDays", .numberOrExpression, vi: "Số ngày sau kỳ mới phải có", en: "Days after its end it is due"),
      .init(
        "maxGap", .numberOrExpression, vi: "Số kỳ liền nhau được thiếu (mặc định: 0)",
        en: "Periods in a row that may be missing (0 unless told)"),
    ],
    readsAsOf: true, examples: examples)
}

extension Messages {
  fileprivate static let cadence = Messages(
    satisfied: MessageTemplate(
      "cadence.complete", vi: "Đủ {measured}/{limit} kỳ đã đến hạn.", en: "{measured} of {limit} periods due."
    ),
    violated: MessageTemplate(
      "cadence.gaps", vi: "Có {measured}/{limit} kỳ đã đến hạn; còn thiếu: {items}.",
      en: "{measured} of {limit} periods due; missing: {items}."))
}
