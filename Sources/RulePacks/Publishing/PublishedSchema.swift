import JSON

/// The JSON Schemas (draft 2020-12) by which editors complete and check rule files.
public struct PublishedSchema: Sendable {
  /// File name, as the `$schema` of rule files has it: `pack.schema.json`.
  public let name: Text
  /// The schema, with two spaces a level and a line feed at its end.
  public let bytes: [UInt8]

  /// Every schema of a loader with these kinds, sorted by name.
  public static func all(registry: KindRegistry = .builtIn) -> [PublishedSchema] {
    [
      schema("cases.schema.json", CaseFileForm.shape, registry),
      schema("mutants.schema.json", MutantFileForm.shape, registry),
      schema("pack.schema.json", ManifestForm.shape, registry),
      schema("recordType.schema.json", RecordTypeForm.shape, registry),
      schema("rules.schema.json", RuleFileForm.shape, registry),
      schema("trace.schema.json", TraceForm.shape, registry),
    ]
  }

  private static func schema(_ name: Text, _ shape: ObjectShape, _ registry: KindRegistry) -> PublishedSchema
  {
    var definitions = SchemaDefinitions(registry: registry)
    let root = definitions.reference(to: shape)
    let schema = JSONValue.object([
      .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      .init("title", .string(shape.name)), .init("$ref", root),
      .init("$defs", .object(definitions.members)),
    ])
    var writer = JSONWriter(style: .pretty)
    writer.value(schema)
    return PublishedSchema(name: name, bytes: writer.takeBytes() + [UInt8(ascii: "\n")])
  }
}
