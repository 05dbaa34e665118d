import CEL
import Evaluator
import JSON

/// A number against a limit or a band.
public struct ThresholdKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var value: ExpressionText
    var atLeast: LimitText?
    var moreThan: LimitText?
    var atMost: LimitText?
    var lessThan: LimitText?
    var equals: LimitText?
    var between: [LimitText]?
    var direction: Direction?
    var tolerance: LimitText?
    var unit: Text?
    var reportExceeded: Bool?
  }

  /// Which ends of a band can fail.
  enum Direction: String, Decodable, CaseIterable {
    case twoSided, higherIsBetter, lowerIsBetter
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let value = context.term(parameters.value, .number)
    let bounds = bounds(of: parameters, context)
    let tolerance = parameters.tolerance.map(context.number)
    let unit = context.unit(
      parameters.unit, of: [value] + bounds.map(\.term) + (tolerance.map { [$0] } ?? []))
    let form = try form(bounds, parameters, context)
    let ends = Ends(value: value, form: form, tolerance: tolerance)
    return Check(
      requires: try context.formula(ends.holds, .bool), measured: value.formula,
      limit: Limit(
        bounds: bounds.compactMap { bound in
          bound.term.formula.map { Limit.Bound(name: bound.name, value: $0) }
        }),
      distance: try context.display(ends.distance),
      exceeds: try ends.exceeds(isAsked: parameters.reportExceeded ?? false).map {
        try context.formula($0, .bool)
      }, unit: unit, messages: form.messages)
  }

  private struct Bound {
    let name: Text
    let term: Term
  }

  private func bounds(of parameters: Parameters, _ context: CompileContext) -> [Bound] {
    let single: [(Text, LimitText?)] = [
      ("atLeast", parameters.atLeast), ("moreThan", parameters.moreThan), ("atMost", parameters.atMost),
      ("lessThan", parameters.lessThan), ("equals", parameters.equals),
    ]
    var bounds = single.compactMap { name, limit in
      limit.map { Bound(name: name, term: context.number($0)) }
    }
    for (name, limit) in zip(["from", "to"] as [Text], parameters.between ?? []) {
      bounds.append(Bound(name: name, term: context.number(limit)))
    }
    return bounds
  }

  /// What can fail: only a lower end, only an upper end, or both.
  private func form(_ bounds: [Bound], _ parameters: Parameters, _ context: CompileContext) throws -> Form {
    if let between = parameters.between {
      if between.count != 2 {
        context.report(.wrongType, at: context.rule["between"], ["between", "array", "array of 2"])
      } else if Self.isReversed(between) {
        context.report(.reversedBand, at: context.rule["between"], between.map(\.text))
      }
    } else if parameters.direction != nil {
      context.report(.missingMember, at: context.rule["direction"], ["between", "threshold"])
    }
    try context.requireSound()
    guard let first = bounds.first, let last = bounds.last else { throw CompileContext.Broken() }
    switch first.name {
    case "atLeast": return .lower(first.term, strict: false, beyond: first.term, .atLeast)
    case "moreThan": return .lower(first.term, strict: true, beyond: nil, .moreThan)
    case "atMost": return .upper(first.term, strict: false, beyond: first.term, .atMost)
    case "lessThan": return .upper(first.term, strict: true, beyond: nil, .lessThan)
    case "equals": return .both(first.term, first.term, .equals)
    default: break
    }
    switch parameters.direction ?? .twoSided {
    case .twoSided: return .both(first.term, last.term, .band)
    case .higherIsBetter:
      return .lower(first.term, strict: false, beyond: last.term, .bandFloor, isBand: true)
    case .lowerIsBetter:
      return .upper(last.term, strict: false, beyond: first.term, .bandCeiling, isBand: true)
    }
  }

  /// Only where both ends are numbers of the file.
  private static func isReversed(_ between: [LimitText]) -> Bool {
    guard between.allSatisfy(\.isLiteral), let low = try? Decimal(between[0].text),
      let high = try? Decimal(between[1].text)
    else { return false }
    return high < low
  }
}

/// The ends of a threshold that can fail.
private enum Form {
  /// - `beyond`: strictly above it, the remark is `exceeded`.
  case lower(Term, strict: Bool, beyond: Term?, Messages, isBand: Bool = false)
  case upper(Term, strict: Bool, beyond: Term?, Messages, isBand: Bool = false)
  case both(Term, Term, Messages)

  var messages: Messages {
    switch self {
    case .lower(_, _, _, let messages, _), .upper(_, _, _, let messages, _), .both(_, _, let messages):
      messages
    }
  }
}

/// The formulas of a threshold.
private struct Ends {
  let value: Term
  let form: Form
  let tolerance: Term?

  var holds: Text {
    switch form {
    case .lower(let low, let strict, _, _, _): Text("\(value) \(strict ? ">" : ">=") \(widened(low, "-"))")
    case .upper(let high, let strict, _, _, _): Text("\(value) \(strict ? "<" : "<=") \(widened(high, "+"))")
    case .both(let low, let high, _) where low.text == high.text && tolerance == nil:
      Text("\(value) == \(low)")
    case .both(let low, let high, _):
      Text("\(value) >= \(widened(low, "-")) && \(value) <= \(widened(high, "+"))")
    }
  }

  var distance: Text {
    switch form {
    case .lower(let low, _, _, _, _): Text("\(widened(low, "-")) - \(value)")
    case .upper(let high, _, _, _, _): Text("\(value) - \(grouped(widened(high, "+")))")
    case .both(let low, let high, _):
      Text(
        "\(value) < \(low) ? \(widened(low, "-")) - \(value) : \(value) - \(grouped(widened(high, "+")))")
    }
  }

  /// - Parameter isAsked: whether the rule wants a one-sided limit that is passed to be remarked; a band always does.
  func exceeds(isAsked: Bool) -> Text? {
    switch form {
    case .lower(_, _, let beyond?, _, let isBand) where isBand || isAsked: Text("\(value) > \(beyond)")
    case .upper(_, _, let beyond?, _, let isBand) where isBand || isAsked: Text("\(value) < \(beyond)")
    default: nil
    }
  }

  private func widened(_ bound: Term, _ sign: String) -> String {
    tolerance.map { "\(bound) \(sign) \($0)" } ?? "\(bound)"
  }

  private func grouped(_ text: String) -> String { tolerance == nil ? text : "(\(text))" }
}

extension ThresholdKind {
  public static let description = KindDescription(
    name: "threshold",
    title: LocalizedText(vi: "Ngưỡng", en: "Threshold"),
    doc: LocalizedText(
      vi: "Một con số so với một mức hoặc một khoảng; so sánh chính xác, không làm tròn.",
      en: "A number against a limit or a band; compared exactly, never rounded."),
    members: [
      .init("value", .expression, required: true, vi: "Con số được xét", en: "The number"),
      .init("atLeast", .numberOrExpression, vi: "Mức tối thiểu", en: "Lowest that is met"),
      .init("moreThan", .numberOrExpression, vi: "Phải cao hơn mức này", en: "Must be above"),
      .init("atMost", .numberOrExpression, vi: "Mức tối đa", en: "Highest that is met"),
      .init("lessThan", .numberOrExpression, vi: "Phải thấp hơn mức này", en: "Must be below"),
      .init("equals", .numberOrExpression, vi: "Phải đúng bằng", en: "Must be exactly"),
      .init(
        "between", .array(.numberOrExpression, minimum: 2), vi: "Khoảng [thấp, cao], tính cả hai đầu",
        en: "A band [low, high], both ends in"),
      .init(
        "direction", .oneOf(Direction.allCases.map { Text($0.rawValue) }),
        vi: "Đầu nào của khoảng có thể không đạt (mặc định: twoSided, cả hai)",
        en: "Which end of the band can fail (twoSided unless told); beyond the other the remark is exceeded"),
      .init(
        "tolerance", .numberOrExpression, vi: "Biên cho phép, nới các đầu có thể không đạt",
        en: "Widens the ends that can fail"),
      .init("unit", .text, vi: "Đơn vị tính", en: "Unit of measure"),
      .init(
        "reportExceeded", .boolean, vi: "true: ghi chú khi vượt mức",
        en: "true: remark where the limit is passed"),
    ],
    choices: [.exactlyOne(of: ["atLeast", "moreThan", "atMost", "lessThan", "equals", "between"])],
    examples: examples)
}

extension Messages {
  fileprivate static let atLeast = Messages(
    satisfied: MessageTemplate(
      "threshold.reached", vi: "Đạt {measured}{unit}; mức tối thiểu là {limit}{unit}.",
      en: "{measured}{unit} reaches the minimum of {limit}{unit}."),
    violated: MessageTemplate(
      "threshold.below",
      vi: "Mới đạt {measured}{unit}, thấp hơn mức tối thiểu {limit}{unit}; còn thiếu {distance}{unit}.",
      en: "{measured}{unit} is below the minimum of {limit}{unit}: {distance}{unit} short."))

  fileprivate static let moreThan = Messages(
    satisfied: MessageTemplate(
      "threshold.above", vi: "Đạt {measured}{unit}, cao hơn mức {limit}{unit}.",
      en: "{measured}{unit} is above {limit}{unit}."),
    violated: MessageTemplate(
      "threshold.notAbove", vi: "Mới đạt {measured}{unit}; phải cao hơn {limit}{unit}.",
      en: "{measured}{unit} is not above {limit}{unit}."))

  fileprivate static let atMost = Messages(
    satisfied: MessageTemplate(
      "threshold.within", vi: "Ở mức {measured}{unit}, không quá mức tối đa {limit}{unit}.",
      en: "{measured}{unit} is within the maximum of {limit}{unit}."),
    violated: MessageTemplate(
      "threshold.over",
      vi: "Ở mức {measured}{unit}, vượt mức tối đa {limit}{unit}; phải giảm {distance}{unit}.",
      en: "{measured}{unit} is over the maximum of {limit}{unit} by {distance}{unit}."))

  fileprivate static let lessThan = Messages(
    satisfied: MessageTemplate(
      "threshold.under", vi: "Ở mức {measured}{unit}, thấp hơn mức {limit}{unit}.",
      en: "{measured}{unit} is below {limit}{unit}."),
    violated: MessageTemplate(
      "threshold.notUnder", vi: "Ở mức {measured}{unit}; phải thấp hơn {limit}{unit}.",
      en: "{measured}{unit} is not below {limit}{unit}."))

  fileprivate static let equals = Messages(
    satisfied: MessageTemplate(
      "threshold.equal", vi: "Đúng mức {limit}{unit}.", en: "As required: {limit}{unit}."),
    violated: MessageTemplate(
      "threshold.different",
      vi: "Ở mức {measured}{unit}; phải đúng {limit}{unit}, chênh {distance}{unit}.",
      en: "{measured}{unit} differs from {limit}{unit} by {distance}{unit}."))

  fileprivate static let band = Messages(
    satisfied: MessageTemplate(
      "threshold.inBand", vi: "Ở mức {measured}{unit}, trong khoảng từ {low} đến {high}{unit}.",
      en: "{measured}{unit} lies within {low} to {high}{unit}."),
    violated: MessageTemplate(
      "threshold.outOfBand",
      vi: "Ở mức {measured}{unit}, ngoài khoảng từ {low} đến {high}{unit}; chênh {distance}{unit}.",
      en: "{measured}{unit} lies outside {low} to {high}{unit} by {distance}{unit}."))

  fileprivate static let bandFloor = Messages(
    satisfied: MessageTemplate(
      "threshold.bandReached", vi: "Đạt {measured}{unit}; mức đề ra từ {low} đến {high}{unit}.",
      en: "{measured}{unit} reaches the range of {low} to {high}{unit}."),
    violated: MessageTemplate(
      "threshold.belowBand",
      vi:
        "Mới đạt {measured}{unit}, thấp hơn mức đề ra từ {low} đến {high}{unit}; còn thiếu {distance}{unit}.",
      en: "{measured}{unit} is below the range of {low} to {high}{unit}: {distance}{unit} short."))

  fileprivate static let bandCeiling = Messages(
    satisfied: MessageTemplate(
      "threshold.bandKept", vi: "Ở mức {measured}{unit}; mức đề ra từ {low} đến {high}{unit}.",
      en: "{measured}{unit} keeps to the range of {low} to {high}{unit}."),
    violated: MessageTemplate(
      "threshold.overBand",
      vi: "Ở mức {measured}{unit}, vượt mức đề ra từ {low} đến {high}{unit}; phải giảm {distance}{unit}.",
      en: "{measured}{unit} is over the range of {low} to {high}{unit} by {distance}{unit}."))
}
