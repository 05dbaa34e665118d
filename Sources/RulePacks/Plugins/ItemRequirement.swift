import CEL
import JSON

/// How many of the items of a list must meet a condition.
public enum ItemRequirement: JSONNodeDecodable {
  case every, none
  case atLeast(LimitText)

  public init(_ node: JSONNode) throws(DecodingFailure) {
    if let count = node["atLeast"] {
      self = .atLeast(try LimitText(count))
    } else {
      self = node.isString("none") ? .none : .every
    }
  }

  /// `{ "atLeast": N }`.
  static let count = ObjectShape(
    "count", doc: LocalizedText(vi: "Số lượng", en: "A count"),
    members: [
      .init("atLeast", .numberOrExpression, required: true, vi: "Ít nhất", en: "At least")
    ])

  static let shape = ValueShape.either([.oneOf(["every", "none"]), .object(count)])
}
