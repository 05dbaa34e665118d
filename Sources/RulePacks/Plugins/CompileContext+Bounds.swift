import CEL
import Evaluator
import JSON

extension CompileContext {
  /// A number of the file, or an author's expression over parameters only.
  public func constant(_ limit: LimitText) -> Term {
    term(limit.text, at: limit.node, .number, in: compilers.constants)
  }

  /// The bounds that a measured value is held against.
  ///
  /// - Parameters:
  ///   - given: by name, those that are absent with nil.
  ///   - between: both ends of a band.
  /// - Throws: `Broken` where a bound was reported.
  public func bounds(
    _ given: [(name: Text, limit: LimitText?)], between: [LimitText]?
  ) throws(Broken) -> Limit {
    var bounds: [Limit.Bound] = []
    for (name, limit) in given {
      if let limit { bounds.append(Limit.Bound(name: name, value: try formula(of: constant(limit)))) }
    }
    if let between, between.count != 2 {
      report(.wrongType, at: rule["between"], ["between", "array", "array of 2"])
    }
    for (name, limit) in zip(["from", "to"] as [Text], between ?? []) {
      bounds.append(Limit.Bound(name: name, value: try formula(of: constant(limit))))
    }
    try requireSound()
    return Limit(bounds: bounds)
  }
}

/// The members of rules on many records that bound a measured value.
enum BoundMembers {
  static let names: [Text] = ["atLeast", "moreThan", "atMost", "lessThan", "equals", "between"]

  static let members: [ObjectShape.Member] = [
    .init("atLeast", .numberOrExpression, vi: "Mức tối thiểu", en: "Lowest that is met"),
    .init("moreThan", .numberOrExpression, vi: "Phải cao hơn mức này", en: "Must be above"),
    .init("atMost", .numberOrExpression, vi: "Mức tối đa", en: "Highest that is met"),
    .init("lessThan", .numberOrExpression, vi: "Phải thấp hơn mức này", en: "Must be below"),
    .init("equals", .numberOrExpression, vi: "Phải đúng bằng", en: "Must be exactly"),
    .init(
      "between", .array(.numberOrExpression, minimum: 2), vi: "Khoảng [thấp, cao], tính cả hai đầu",
      en: "A band [low, high], both ends in"),
  ]
}

extension Messages {
  /// For a measured value held against a bound of this name.
  static func bounded(by limit: Limit) -> Messages {
    switch limit.bounds.first?.name {
    case "moreThan": group("above", vi: "phải cao hơn {limit}{unit}", en: "must be above {limit}{unit}")
    case "atMost": group("atMost", vi: "tối đa {limit}{unit}", en: "at most {limit}{unit}")
    case "lessThan": group("below", vi: "phải thấp hơn {limit}{unit}", en: "must be below {limit}{unit}")
    case "equals": group("equal", vi: "phải đúng {limit}{unit}", en: "must be {limit}{unit}")
    case "from": group("band", vi: "trong khoảng {limit}{unit}", en: "within {limit}{unit}")
    default: group("atLeast", vi: "tối thiểu {limit}{unit}", en: "at least {limit}{unit}")
    }
  }

  private static func group(_ id: Text, vi: Text, en: Text) -> Messages {
    Messages(
      satisfied: MessageTemplate(
        "group." + id + ".met", vi: "{measured}{unit}, đáp ứng yêu cầu (" + vi + ").",
        en: "{measured}{unit} meets the requirement (" + en + ")."),
      violated: MessageTemplate(
        "group." + id + ".missed", vi: "{measured}{unit}, không đáp ứng yêu cầu (" + vi + ").",
        en: "{measured}{unit} does not meet the requirement (" + en + ")."),
      undetermined: MessageTemplate(
        "group." + id + ".open",
        vi: "Chưa kết luận được: {range} (" + vi + ").",
        en: "Cannot be decided yet: {range} (" + en + ")."))
  }
}
