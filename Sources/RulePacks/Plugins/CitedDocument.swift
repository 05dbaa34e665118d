import CEL
import Evaluator
import JSON

/// A document that must be cited; what is given of it must match one and the same citation.
struct CitedDocument: Decodable, Sendable {
  var code: Text?
  var number: Spellings?
  var issuedOn: Text?
  var issuer: Placed?
  var title: LocalizedText?
  var when: ExpressionText?

  /// One text, or several ways to write it.
  struct Spellings: JSONNodeDecodable {
    let texts: [Text]

    init(_ node: JSONNode) throws(DecodingFailure) {
      texts = node.kind == .array ? node.elements.compactMap(\.text) : [node.text].compactMap { $0 }
    }
  }

  /// A text with its place.
  struct Placed: JSONNodeDecodable {
    let node: JSONNode
    init(_ node: JSONNode) throws(DecodingFailure) { self.node = node }
  }

  /// In reports.
  var name: Text {
    let name = number?.texts.first ?? code ?? issuer?.node.text ?? ""
    guard let issuedOn else { return name }
    return name.isEmpty ? issuedOn : name + " (" + issuedOn + ")"
  }

  /// In messages: its title, or `05-CT/TW ngày 15/05/2016`.
  func title(_ fields: CitationFields, _ element: CELType, _ context: CompileContext) -> LocalizedText {
    if let title { return title }
    var title = (number?.texts.first ?? code).map { LocalizedText(vi: $0, en: $0) }
    if title == nil, let issuer {
      let type = issuerTerm(fields, element, context).type
      title = context.title(of: issuer.node, as: type)
    }
    guard let day = issuedOn.map(CompileContext.day) else { return title ?? LocalizedText(vi: "", en: "") }
    guard let title else {
      return LocalizedText(vi: "văn bản ngày " + day.vi, en: "the document of " + day.en)
    }
    return LocalizedText(vi: title.vi + " ngày " + day.vi, en: title.en + " of " + day.en)
  }

  private func issuerTerm(_ fields: CitationFields, _ element: CELType, _ context: CompileContext) -> Term {
    context.term(
      fields.issuer?.text ?? "item.issuer", at: fields.issuer?.node ?? fields.node,
      binding: [("item", element)],
      .scalar)
  }

  /// Conditions on `item`; empty only where a defect was reported.
  func conditions(_ fields: CitationFields, _ element: CELType, _ context: CompileContext) -> [String] {
    func field(_ text: ExpressionText?, _ name: Text, _ type: TermType) -> Term {
      context.term(
        text?.text ?? "item." + name, at: text?.node ?? fields.node, binding: [("item", element)], type)
    }
    var conditions = identity(fields, element, context).map { [$0] } ?? []
    if let code { conditions.append("\(field(fields.code, "code", .text)) == \(code.celLiteral)") }
    if let number {
      // A space before both finds the number whole, also behind a word: “Số 05-CT/TW”.
      let found = "(\" \" + bare(\(field(fields.number, "number", .text))))"
      let ends = number.texts.map { "\(found).endsWith(\((" " + $0.bare).celLiteral))" }
      conditions.append(ends.count == 1 ? ends[0] : "(" + ends.joined(separator: " || ") + ")")
    }
    if let issuedOn {
      conditions.append("\(field(fields.issuedOn, "issuedOn", .date)) == date(\(issuedOn.celLiteral))")
    }
    if let issuer {
      let term = issuerTerm(fields, element, context)
      if let literal = context.literal(issuer.node, of: term.type) {
        conditions.append("\(term) == \(literal)")
      }
    }
    if code == nil, number == nil, issuedOn == nil, issuer == nil, !context.isBroken {
      context.report(.missingChoice, ["code, number, issuedOn, issuer"])
    }
    return conditions
  }

  /// A citation is told by a code or by a number: one that has only the other is another document, not an open question.
  private func identity(_ fields: CitationFields, _ element: CELType, _ context: CompileContext) -> String? {
    guard fields.code == nil, fields.number == nil, (code == nil) != (number == nil),
      case .record(let name) = element, let type = context.schema.recordTypes[name],
      type.slot(of: "code") != nil, type.slot(of: "number") != nil
    else { return nil }
    let (own, other) = code == nil ? ("number", "code") : ("code", "number")
    return "(has(item.\(own)) || !has(item.\(other)))"
  }

  static let shape = ObjectShape(
    "document", doc: LocalizedText(vi: "Văn bản phải viện dẫn", en: "A document to be cited"),
    members: [
      .init("code", .text, vi: "Mã văn bản", en: "Code"),
      .init(
        "number", .either([.text, .array(.text, minimum: 1)]), vi: "Số, ký hiệu, hoặc các cách ghi",
        en: "Number, or several ways to write it"),
      .init("issuedOn", .date, vi: "Ngày ban hành", en: "Date of issue"),
      .init("issuer", .text, vi: "Nơi ban hành", en: "Issuer"),
      .init(
        "title", .localized, vi: "Tên gọi trong báo cáo, nhất là của văn bản chỉ có mã",
        en: "What reports call it, above all where it has no more than a code"),
      .init("when", .expression, vi: "Chỉ yêu cầu khi", en: "Asked only where this holds"),
    ])
}

/// How the parts of a citation are read; what is not told is the field of that name.
struct CitationFields: JSONNodeDecodable {
  let node: JSONNode
  var code: ExpressionText?
  var number: ExpressionText?
  var issuedOn: ExpressionText?
  var issuer: ExpressionText?

  init(_ node: JSONNode) throws(DecodingFailure) {
    func text(_ member: Text) throws(DecodingFailure) -> ExpressionText? {
      guard let node = node[member] else { return nil }
      return try ExpressionText(node)
    }
    self.node = node
    code = try text("code")
    number = try text("number")
    issuedOn = try text("issuedOn")
    issuer = try text("issuer")
  }

  /// - Parameter node: what a defect points at.
  init(at node: JSONNode) { self.node = node }

  static let shape = ObjectShape(
    "citation fields", doc: LocalizedText(vi: "Cách đọc một viện dẫn", en: "How a citation is read"),
    members: [
      .init("code", .expression, vi: "Mã", en: "Code"),
      .init("number", .expression, vi: "Số, ký hiệu", en: "Number"),
      .init("issuedOn", .expression, vi: "Ngày ban hành", en: "Date of issue"),
      .init("issuer", .expression, vi: "Nơi ban hành", en: "Issuer"),
    ])
}
