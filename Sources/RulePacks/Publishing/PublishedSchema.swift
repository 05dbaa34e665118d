import JSON

/// The JSON Schemas (draft 2020-12) by which editors complete and check rule files.
public struct PublishedSchema: Sendable {
  /// File name, as the `$schema` of rule files has it: `pack.schema.json`.
  public let name: Text
  /// The schema, with two spaces a level and a line feed at its end.
  public let bytes: [UInt8]

  /// Every schema of a loader with these kinds, sorted by name.
  ///
  /// - Parameter templates: template kinds whose members are to be known too; rules of others are left open.
  public static func all(
    registry: KindRegistry = .builtIn, templates: [KindDescription] = []
  ) -> [PublishedSchema] {
    let kinds = registry.names.compactMap(registry.description) + templates
    return FileForm.allCases.map { schema($0.schemaName, $0.shape, kinds) }.sorted { $0.name < $1.name }
  }

  private static func schema(_ name: Text, _ shape: ObjectShape, _ kinds: [KindDescription])
    -> PublishedSchema
  {
    var definitions = SchemaDefinitions(kinds: kinds)
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
