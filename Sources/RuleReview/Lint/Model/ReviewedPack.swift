import CEL
import Evaluator
import JSON
import RulePacks

/// A pack under review: its files, what they were compiled to, and what each rule means as a condition.
public struct ReviewedPack {
  public let inspection: PackInspection
  /// Nil where the loader refuses the pack.
  public let pack: CompiledPack?
  /// What records made of the pack; nil where none were given.
  let corpus: Corpus?
  /// Files beside the pack, for what the loader doesn't read: cases.
  let files: any PackFileSource
  let rules: [ReviewedRule]
  let awards: [ReviewedAward]
  /// One for each record type: conditions on different types are never compared.
  let reasoners: [Text: Reasoner]
  /// Every expression of the pack's own rules and awards that can be read.
  let expressions: [ReviewedExpression]

  init(_ inspection: PackInspection, files: any PackFileSource, corpus: Corpus? = nil) {
    self.inspection = inspection
    self.corpus = corpus
    self.files = files
    pack = inspection.loading.pack
    let names = Set(
      inspection.rules.compactMap { $0.compiled?.on } + inspection.awards.compactMap { $0.compiled?.on })
    let reasoners = Dictionary(uniqueKeysWithValues: names.map { ($0, Reasoner()) })
    self.reasoners = reasoners
    let reader = pack.map { PackConditions($0, reasoners) }
    rules = inspection.rules.map { ReviewedRule($0, reader) }
    awards = inspection.awards.map { ReviewedAward($0, reader) }
    let folder = Self.folder(inspection)
    expressions = Self.expressions(inspection).filter { expression in
      inspection.place(of: expression.node)?.file.hasPrefix(folder) ?? false
    }
  }

  /// Path of the pack's own folder within the rules folder, with `/` behind.
  var folder: Text { Self.folder(inspection) }

  private static func folder(_ inspection: PackInspection) -> Text {
    let path = inspection.layers.last?.path.utf8 ?? []
    return Text(utf8: path.prefix((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1))
  }

  /// True for what stands in the pack's own folder: neither in a layer below nor in what packs share.
  func isOwn(_ node: JSONNode) -> Bool { inspection.place(of: node)?.file.hasPrefix(folder) ?? false }

  private static func expressions(_ inspection: PackInspection) -> [ReviewedExpression] {
    let nodes =
      inspection.rules.flatMap(\.expressions) + inspection.awards.compactMap { $0.node["when"] }
    return nodes.compactMap { ReviewedExpression($0) }
  }

  /// The template kinds of the files.
  var templates: [JSONNode] {
    inspection.layers.flatMap(\.files).flatMap { $0["kinds"]?.elements.map(\.self) ?? [] }
  }

  /// The place of a rule by its place in `CompiledPack.rules`.
  func rule(atCompiled place: Int) -> ReviewedRule? {
    guard let id = pack?.rules[place].id else { return nil }
    return rules.first { $0.inspected.id == id }
  }

  /// An edit that writes CEL text in the place of a part of an expression.
  func edit(_ part: ExpressionPart, to expression: Expression) -> [TextEdit] {
    guard let place = inspection.place(of: part.node) else { return [] }
    var text = Unparser.text(expression)
    if part.needsParentheses(around: expression) { text = "(" + text + ")" }
    return [
      TextEdit(
        file: place.file, range: inspection.sourceRange(of: part.node, decoded: part.range),
        replacement: text.escapedForJSON)
    ]
  }
}

/// An expression of a file as a tree.
struct ReviewedExpression {
  let node: JSONNode
  let root: Expression

  /// Nil for a plain date, and for what is no expression.
  init?(_ node: JSONNode) {
    let macros = Environment(libraries: PackEnvironment.libraries(), dialect: .pack).macros
    guard let text = node.text, (try? CivilDate(text)) == nil,
      let parsed = Parser.parse(text, macros: macros).0
    else { return nil }
    self.node = node
    root = parsed.root
  }

  var parts: [ExpressionPart] { ExpressionPart.walk(node, root) }
}

extension ExpressionPart {
  /// True unless another expression in the same place is read as one.
  func needsParentheses(around replacement: Expression) -> Bool {
    guard let parent, case .call(let function, nil, _) = replacement.kind, Self.isOperator(function) else {
      return false
    }
    guard case .call(let outer, nil, _) = parent.kind else { return true }
    if function == Operator.conditional { return Self.isOperator(outer) }
    return Self.isOperator(outer) && outer != Operator.and && outer != Operator.or
  }

  private static func isOperator(_ function: Text) -> Bool {
    function.utf8.first == UInt8(ascii: "_") || function == Operator.not || function == Operator.negate
      || function == Operator.membership
  }
}

extension Text {
  /// As it stands between the quotes of a JSON string.
  var escapedForJSON: Text {
    var writer = JSONWriter()
    writer.string(self)
    return Text(utf8: writer.bytes.dropFirst().dropLast())
  }
}
