import CEL
import Evaluator
import JSON

/// Consecutive years that meet a condition, ending at a year; with counts inside them.
public struct HistoryKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var of: ExpressionText
    var year: ExpressionText?
    var `where`: ExpressionText?
    var ending: ExpressionText
    var atLeast: LimitText
    var longest: Int64?
    var after: Events?
    var restarts: [Events]?
    var counts: [Events]?
  }

  /// What happened in years: decisions, initiatives, the end of a disciplinary measure.
  struct Events: Decodable, Sendable {
    var of: ExpressionText
    var year: ExpressionText?
    var `where`: ExpressionText?
    var atLeast: LimitText?
    var name: Text?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let years = years(parameters.of, parameters.year, parameters.where, context)
    let ending = context.term(parameters.ending, .number)
    let least = context.number(parameters.atLeast)
    let span = try span(parameters, context)
    let after = parameters.after.flatMap { events($0, context) }
    let restarts = (parameters.restarts ?? []).compactMap { events($0, context) }
    let counts = (parameters.counts ?? []).compactMap { count in
      self.years(count.of, count.year, count.where, context).map { years in
        Chain.Count(
          years: years, least: count.atLeast.map { context.number($0).text } ?? "1",
          name: count.name ?? count.of.text)
      }
    }
    try context.requireSound()
    guard let years else { throw CompileContext.Broken() }
    let chain = Chain(
      years: years, ending: ending.text, least: least.text, span: span, after: after, restarts: restarts,
      counts: counts)
    return Check(
      requires: try context.formula(chain.requires, .bool),
      measured: try context.display(chain.length, .int),
      limit: Limit(bounds: [Limit.Bound(name: "atLeast", value: try context.formula(least.text))]),
      distance: try context.display(chain.distance, .int),
      failingItems: try context.display(chain.failing), unit: "year", isFixed: true, messages: .history)
  }

  /// Without `year` the list is keyed by the year, and a year that it lacks is not given.
  private func years(
    _ source: ExpressionText, _ year: ExpressionText?, _ condition: ExpressionText?, _ context: CompileContext
  ) -> Chain.Years? {
    let list = context.term(source, .list)
    let condition = condition.map { context.term($0, item: list.elementType, .boolean) }
    if let year {
      let year = context.term(year, item: list.elementType, .number)
      return .events(Chain.Events(list: list.text, year: year.text, condition: condition?.text))
    }
    if !list.isBroken, context.field(of: list)?.key == nil {
      context.report(.missingMember, at: source.node, ["year", "history"])
    }
    guard let condition else {
      context.report(.missingMember, at: source.node, ["where", "history"])
      return nil
    }
    return .keyed(list: list.text, condition: condition.text)
  }

  private func events(_ events: Events, _ context: CompileContext) -> Chain.Events? {
    guard case .events(let found) = years(events.of, events.year, events.where, context) else { return nil }
    return found
  }

  /// How many years back are looked at: the number of the file, `longest`, or 40 where a parameter says how many.
  private func span(_ parameters: Parameters, _ context: CompileContext) throws -> Chain.Span {
    guard parameters.atLeast.isLiteral else {
      return Chain.Span(least: nil, longest: parameters.longest ?? Self.lifetime)
    }
    guard let least = Int64(parameters.atLeast.text.string), (1...Self.lifetime).contains(least) else {
      context.report(.wrongType, at: parameters.atLeast.node, ["atLeast", "number", "1 … 40"])
      throw CompileContext.Broken()
    }
    return Chain.Span(least: least, longest: min(max(parameters.longest ?? least, least), Self.lifetime))
  }

  /// A working life.
  private static let lifetime: Int64 = 40
}

extension HistoryKind {
  private static func shape(counts: Bool) -> ObjectShape {
    ObjectShape(
      counts ? "count in years" : "events",
      doc: LocalizedText(vi: "Những việc theo năm", en: "What happened in years"),
      members: [
        .init("of", .expression, required: true, vi: "Danh sách", en: "The list"),
        .init("year", .expression, required: !counts, vi: "Năm của item", en: "Year of an item"),
        .init("where", .expression, vi: "Chỉ tính item thỏa điều kiện này", en: "Which items count"),
      ]
        + (counts
          ? [
            .init(
              "atLeast", .numberOrExpression, required: true, vi: "Số lần tối thiểu", en: "Least number"),
            .init("name", .text, vi: "Tên gọi in trong báo cáo", en: "What reports call it"),
          ] : []))
  }

  public static let description = KindDescription(
    name: "history",
    title: LocalizedText(vi: "Quá trình nhiều năm", en: "History"),
    doc: LocalizedText(
      vi: """
        Số năm liên tục đạt điều kiện, tính ngược từ một năm. Có year: danh sách các lần (danh hiệu, quyết định), \
        năm không có lần nào là đứt quãng. Không có year: danh sách có khóa là năm, năm không khai thì chưa đủ căn cứ.
        """,
      en: """
        Consecutive years that meet a condition, counted back from a year. With year: a list of events (titles, \
        decisions), a year without one breaks the chain. Without: a list keyed by year, whose absent years are not given.
        """),
    members: [
      .init("of", .expression, required: true, vi: "Danh sách", en: "The list"),
      .init("year", .expression, vi: "Năm của item", en: "Year of an item"),
      .init("where", .expression, vi: "Điều kiện để năm được tính", en: "What makes a year count"),
      .init(
        "ending", .expression, required: true, vi: "Năm cuối cùng của chuỗi", en: "Last year of the chain"),
      .init(
        "atLeast", .numberOrExpression, required: true, vi: "Số năm liên tục tối thiểu", en: "Least years"),
      .init(
        "longest", .integer(minimum: 1),
        vi: "counts được tính lùi tối đa bao nhiêu năm nếu chuỗi còn liên tục",
        en: "How many years back counts may reach while the chain holds (atLeast unless told)"),
      .init(
        "after", .object(shape(counts: false)), vi: "Việc phải có trước chuỗi, ví dụ hình thức khen trước đó",
        en: "What must have come before the chain, such as a prior award"),
      .init(
        "restarts", .array(.object(shape(counts: false)), minimum: 1),
        vi: "Việc làm tính lại từ đầu: chuỗi phải nằm sau mọi lần, ví dụ thành tích đã được khen",
        en: "What starts the count again: the chain lies after each of them"),
      .init(
        "counts", .array(.object(shape(counts: true)), minimum: 1), vi: "Số lần phải có trong chuỗi",
        en: "What must have happened often enough inside the chain"),
    ],
    examples: examples)
}

extension Messages {
  fileprivate static let history = Messages(
    satisfied: MessageTemplate(
      "history.enough", vi: "Đủ {limit} năm liên tục theo yêu cầu.",
      en: "{limit} consecutive years, as asked."),
    violated: MessageTemplate(
      "history.short", vi: "Được {measured} năm liên tục (cần {limit}); chưa đạt: {items}.",
      en: "{measured} consecutive years count ({limit} needed); what fails: {items}."))
}
