import CEL
import Evaluator
import JSON

extension CompileContext {
  /// Checks an author's expression; what is wrong with it is reported at its place in the file.
  public func term(_ source: ExpressionText, _ expected: TermType) -> Term {
    term(source.text, at: source.node, expected, in: compilers.plain)
  }

  /// The same for an expression over one element of a list, which it calls `item`.
  public func term(_ source: ExpressionText, item: CELType, _ expected: TermType) -> Term {
    term(source, binding: [("item", item)], expected)
  }

  /// The same for an expression over names that a larger expression binds.
  func term(
    _ source: ExpressionText, binding names: [(name: Text, type: CELType)], _ expected: TermType
  ) -> Term {
    term(source.text, at: source.node, binding: names, expected)
  }

  /// The same for a text that the kind supplies where the author is silent.
  ///
  /// - Parameter node: the value of the rule that a defect points at.
  func term(
    _ text: Text, at node: JSONNode, binding names: [(name: Text, type: CELType)], _ expected: TermType
  ) -> Term {
    let term = term(text, at: node, expected, in: compilers.plain.binding(names))
    return Term(text, term.type, unit: term.unit, node: term.node, formula: nil)
  }

  /// A number of the file, or an author's expression of one.
  public func number(_ limit: LimitText) -> Term {
    term(limit.text, at: limit.node, .number, in: compilers.plain)
  }

  /// A count of the file, at least 1, or an author's expression of a whole number.
  public func count(_ limit: LimitText) -> Term {
    guard limit.isLiteral else { return term(limit.text, at: limit.node, .integer, in: compilers.plain) }
    guard let count = limit.node.int64 else {
      report(.invalidNumber, at: limit.node, [limit.text, "integer"])
      return broken(limit.text, limit.node)
    }
    if count < 1 { report(.invalidNumber, at: limit.node, [limit.text, "range"]) }
    return term(Text("\(count)"), at: limit.node, .integer, in: compilers.plain)
  }

  /// A date of the file (`2021-12-31`), or an author's expression of one.
  public func date(_ source: ExpressionText) -> Term {
    date(source, in: compilers.plain)
  }

  func date(_ source: ExpressionText, in environment: ExpressionCompiler) -> Term {
    guard Self.looksLikeDate(source.text) else {
      return term(source.text, at: source.node, .date, in: environment)
    }
    guard (try? CivilDate(source.text)) != nil else {
      report(.invalidDate, at: source.node, [source.text])
      return broken(source.text, source.node)
    }
    let literal = term("date(\"" + source.text + "\")", at: source.node, .date, in: environment)
    let text = literal.formula?.text ?? source.text
    return Term(text, literal.type, node: literal.node, formula: literal.formula, isAtom: true)
  }

  /// `dddd-dd-dd`: as an expression it would be a difference, which nobody means.
  static func looksLikeDate(_ text: Text) -> Bool {
    text.utf8.count == 10
      && text.utf8.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7
          ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }

  func term(_ text: Text, at node: JSONNode, _ expected: TermType, in environment: ExpressionCompiler) -> Term
  {
    let (program, diagnostics) = environment.compile(text, expecting: nil)
    guard let program, let checked = program.checked else {
      markBroken()
      for diagnostic in diagnostics { log.report(diagnostic, in: node) }
      return broken(text, node)
    }
    guard expected.admits(checked.type) else {
      report(.wrongExpressionType, at: node, [checked.type.text, expected.expected])
      return broken(text, node)
    }
    return Term(
      text, checked.type, unit: checked.unit, node: node, formula: Formula(text: text, program: program))
  }

  private func broken(_ text: Text, _ node: JSONNode) -> Term {
    Term(text, .error, node: node, formula: nil)
  }

  /// The unit in which value, limit and distance stand; a limit in another unit than its value is reported.
  ///
  /// - Parameter declared: the rule's own `unit`.
  public func unit(_ declared: Text?, of terms: [Term]) -> Text? {
    var unit = declared
    for term in terms {
      guard let found = term.unit else { continue }
      if let unit, unit != found {
        report(.unitMismatch, at: term.node, [found, unit], suggestion: unit)
      } else {
        unit = found
      }
    }
    return unit
  }
}
