import JSON

/// What the nodes of a checked expression stand for, as bytes: enough to plan it again without its being checked.
///
/// Of use only where the expression, the schema and the environment are the same, and this package, too: nothing in it says
/// what version it is of.
enum StoredReferences {
  private enum Tag: UInt8 {
    case rootField, recordField, item, variable, local, function, enumeration, decimal
  }

  /// - Parameter references: by `Expression.id`.
  /// - Returns: nil where a constant is of a kind that is not kept (a type).
  static func bytes(_ references: [Reference?]) -> [UInt8]? {
    var writer = ReferenceWriter()
    var last = 0
    for (id, reference) in references.enumerated() {
      guard let reference else { continue }
      writer.number(id - last)
      last = id
      guard write(reference, to: &writer) else { return nil }
    }
    return writer.bytes
  }

  private static func write(_ reference: Reference, to writer: inout ReferenceWriter) -> Bool {
    func begin(_ tag: Tag) { writer.byte(tag.rawValue) }
    switch reference {
    case .rootField(let slots):
      begin(.rootField)
      writer.number(slots.count)
      for slot in slots { writer.number(slot) }
    case .recordField(let slot):
      begin(.recordField)
      writer.number(slot)
    case .item(let key):
      begin(.item)
      writer.text(key)
    case .variable(let slot):
      begin(.variable)
      writer.number(slot)
    case .local(let name):
      begin(.local)
      writer.text(name)
    case .function(let name):
      begin(.function)
      writer.text(name)
    case .constant(.enumeration(let member)):
      begin(.enumeration)
      writer.text(member.type.name)
      writer.number(Int(member.index))
    case .constant(.decimal(let decimal)):
      begin(.decimal)
      writer.text(decimal.text)
    case .constant: return false
    }
    return true
  }

  /// - Parameter nodeCount: of the expression.
  /// - Returns: by `Expression.id`; nil for bytes that are not of this expression and schema.
  static func read(_ bytes: ArraySlice<UInt8>, nodeCount: Int, _ schema: Schema) -> [Reference?]? {
    var references: [Reference?] = Array(repeating: nil, count: nodeCount)
    var reader = ReferenceReader(bytes)
    var id = 0
    while !reader.isAtEnd {
      guard let step = reader.number(), step < nodeCount - id else { return nil }
      id += step
      guard let reference = reference(from: &reader, schema) else { return nil }
      references[id] = reference
    }
    return references
  }

  private static func reference(from reader: inout ReferenceReader, _ schema: Schema) -> Reference? {
    guard let tag = reader.byte().flatMap({ Tag(rawValue: $0) }) else { return nil }
    switch tag {
    case .rootField:
      guard let count = reader.number() else { return nil }
      var slots: [Int] = []
      while slots.count < count {
        guard let slot = reader.number() else { return nil }
        slots.append(slot)
      }
      return .rootField(slots)
    case .recordField: return reader.number().map { .recordField($0) }
    case .item: return reader.text().map { .item($0) }
    case .variable: return reader.number().map { .variable($0) }
    case .local: return reader.text().map { .local($0) }
    case .function: return reader.text().map { .function($0) }
    case .enumeration:
      guard let type = reader.text().flatMap({ schema.enumTypes[$0] }), let index = reader.number()
      else { return nil }
      return EnumValue(type: type, index: index).map { .constant(.enumeration($0)) }
    case .decimal:
      return reader.text().flatMap { try? Decimal($0) }.map { .constant(.decimal($0)) }
    }
  }
}
