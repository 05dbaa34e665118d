import CEL
import Evaluator
import JSON

/// What a kind may ask while it compiles one rule: the author's expressions as checked terms, formulas made of them, and
/// a place to report defects.
///
/// A class, because every defect of the rule is to be found before the kind gives up: a broken term can be carried on,
/// and the first `formula` that would need it throws.
public final class CompileContext {
  /// The rule as it stands in its file.
  public let rule: JSONNode
  /// Record types and enums.
  public let schema: Schema
  /// The record type that the rule is checked on.
  public let recordType: RecordType
  let compilers: RuleCompilers
  private let readsAsOf: Bool
  let log: DefectLog
  /// True once a defect of this rule has been reported.
  public private(set) var isBroken = false

  init(
    rule: JSONNode, schema: Schema, recordType: RecordType, compilers: RuleCompilers,
    readsAsOf: Bool, log: DefectLog
  ) {
    self.rule = rule
    self.schema = schema
    self.recordType = recordType
    self.compilers = compilers
    self.readsAsOf = readsAsOf
    self.log = log
  }

  /// The same place in the pack for the rule that a template made of this one.
  func reading(_ expanded: JSONNode) -> CompileContext {
    CompileContext(
      rule: expanded, schema: schema, recordType: recordType, compilers: compilers,
      readsAsOf: readsAsOf, log: log)
  }

  /// Thrown when a formula would rest on what has been reported.
  public struct Broken: Error {}

  /// Reports a defect of the rule.
  ///
  /// - Parameter node: the value that is wrong; the rule's `kind` where it is none in particular.
  public func report(
    _ code: PackDefect.Code, at node: JSONNode? = nil, _ arguments: [Text] = [], suggestion: Text? = nil
  ) {
    isBroken = true
    log.report(code, at: node ?? rule["kind"] ?? rule, arguments, suggestion: suggestion)
  }

  /// Gives up if anything has been reported.
  public func requireSound() throws(Broken) {
    if isBroken { throw Broken() }
  }

  /// Compiles what a kind has made of sound terms.
  ///
  /// - Throws: `Broken` where a term was broken before, or the formula is refused, which is then reported.
  public func formula(_ text: Text, _ expected: CELType? = nil) throws(Broken) -> Formula {
    try formula(text, expected, in: readsAsOf ? compilers.due : compilers.plain)
  }

  /// The formula of a term that stands alone, which is compiled already.
  public func formula(of term: Term) throws(Broken) -> Formula {
    try requireSound()
    guard let formula = term.formula else { throw Broken() }
    return formula
  }

  /// The same for what reports show besides the outcome, which may ask what is known (`isKnownTrue`, `isKnownFalse`).
  public func display(_ text: Text, _ expected: CELType? = nil) throws(Broken) -> Formula {
    try formula(text, expected, in: readsAsOf ? compilers.dueDisplay : compilers.display)
  }

  /// The same for the last day on which fulfilment counts, which may read `asOf`.
  ///
  /// - Parameter asksWhatIsKnown: true for the day of items, which must tell the met ones from those that are open.
  public func dueFormula(_ text: Text, asksWhatIsKnown: Bool = false) throws(Broken) -> Formula {
    try formula(text, .date, in: asksWhatIsKnown ? compilers.dueDisplay : compilers.due)
  }

  private func formula(
    _ text: Text, _ expected: CELType?, in environment: ExpressionCompiler
  ) throws(Broken) -> Formula {
    try requireSound()
    let (program, diagnostics) = environment.compile(text, expecting: expected)
    if let program { return Formula(text: text, program: program) }
    isBroken = true
    let diagnostic = diagnostics.first
    log.report(
      PackDefect(
        .derivedExpression, [text], suggestion: diagnostic?.suggestion,
        at: log.place(of: rule["kind"] ?? rule), cause: diagnostic.map(PackDefect.Cause.expression)))
    throw Broken()
  }

  /// A limit of one bound.
  func limit(_ name: Text, _ value: Text, _ type: CELType? = nil) throws(Broken) -> Limit {
    Limit(bounds: [Limit.Bound(name: name, value: try formula(value, type))])
  }

  /// A member of an enum as a value, which reports show by its title; its name where the enum's own name is hidden by
  /// a field.
  public func enumMember(_ member: Text, of name: Text) throws(Broken) -> Formula {
    let text = name + "." + member
    if let program = compilers.plain.compile(text, expecting: .enumeration(name)).0 {
      return Formula(text: text, program: program)
    }
    return try formula(member.celLiteral)
  }

  /// Whether `NAME.MEMBER` is that member of an enum, rather than something of a field with the enum's name.
  func isVisible(_ member: Text, of name: Text) -> Bool {
    compilers.plain.compile(name + "." + member, expecting: .enumeration(name)).0 != nil
  }

  /// Whether what is not given counts as a violation of this rule.
  func countsMissing(_ kind: KindDescription) -> Bool {
    (rule["whenMissing"]?.text.flatMap(Outcome.init) ?? kind.whenMissing) == .violated
  }

  func markBroken() { isBroken = true }
}
