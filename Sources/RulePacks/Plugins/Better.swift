import CEL
import JSON

/// Which of two values is the better one: `higher`, `lower`, or an expression of an enum of these members.
struct Better {
  private let text: ExpressionText?
  /// Where an expression tells, it is one.
  private let direction: Term?

  /// - Parameter term: checks an author's expression in the scope of the rule.
  init(_ text: ExpressionText?, _ context: CompileContext, term: (ExpressionText) -> Term) {
    self.text = text
    guard let text, !Self.words.contains(text.text) else {
      direction = nil
      return
    }
    let term = term(text)
    direction = term
    guard !term.isBroken else { return }
    if case .enumeration(let name) = term.type, let type = context.schema.enumTypes[name],
      Self.words.allSatisfy({ type.index(of: $0) != nil })
    {
      return
    }
    context.report(.wrongExpressionType, at: text.node, [term.type.text, "higher, lower"])
  }

  private static let words: [Text] = ["higher", "lower"]

  static let shape = ObjectShape.Member(
    "better", .expression, vi: "Chiều tốt lên: higher (mặc định), lower, hoặc biểu thức",
    en: "Which way is better: higher (unless told), lower, or an expression")

  /// Where the file tells.
  var isLower: Bool? { direction == nil ? text?.text == "lower" : nil }

  /// `left` as good as `right`, or better than it.
  func isAsGood(_ left: Text, _ right: Text, strictly: Bool) -> Text {
    let (above, below) = strictly ? (">", "<") : (">=", "<=")
    guard let direction else { return Text("\(left) \(isLower == true ? below : above) \(right)") }
    return Text("(\(direction) == \"lower\" ? \(left) \(below) \(right) : \(left) \(above) \(right))")
  }

  /// By how much `left` is better than `right`; negative where it is worse.
  func gain(_ left: Text, _ right: Text) -> Text {
    guard let direction else { return Text(isLower == true ? "\(right) - \(left)" : "\(left) - \(right)") }
    return Text("(\(direction) == \"lower\" ? \(right) - \(left) : \(left) - \(right))")
  }

  /// As the limit is named in results.
  func limitName(strictly: Bool) -> Text {
    switch isLower {
    case true?: strictly ? "lessThan" : "atMost"
    case false?: strictly ? "moreThan" : "atLeast"
    case nil: strictly ? "betterThan" : "asGoodAs"
    }
  }
}
