import JSON
import Testing

@testable import CEL

/// What nodes stand for is read as it was written.
@Suite struct StoredReferencesTests {
  private static let grade = EnumType(
    name: "grade", members: ["poor", "fair", "good"], titles: [nil, nil, nil], isOrdered: true)
  private static let schema = Schema(
    recordTypes: [
      RecordType(
        name: "unit", title: LocalizedText(vi: "", en: ""), key: ["id"],
        fields: [
          field("id", .string), field("grade", .enumeration("grade")),
          field("score", .decimal), field("items", .list(.record("item")), key: "code"),
          field("part", .record("item")),
        ]),
      RecordType(
        name: "item", title: LocalizedText(vi: "", en: ""), key: [],
        fields: [field("code", .string), field("on", .date)]),
    ], enumTypes: [grade])

  private static func field(_ name: Text, _ type: CELType, key: Text? = nil) -> Field {
    Field(name: name, type: type, title: LocalizedText(vi: name, en: name), key: key)
  }

  private func environment() -> Environment {
    Environment(
      libraries: [StandardLibrary.library, PackLibrary.library(Self.schema)] + Library.extensions,
      variables: [Environment.Variable("params.least", .decimal), Environment.Variable("asOf", .date)],
      schema: Self.schema, recordType: Self.schema.recordTypes["unit"], dialect: .pack)
  }

  @Test(
    arguments: [
      "score >= params.least", "score >= 5", "grade >= 'fair'", "grade in ['fair', 'good']",
      "part.on <= asOf && part.code != id", "items.all(i, i.on >= date('2021-01-01') || i.code == id)",
      "items.filter(i, has(i.on)).map(i, i.code).exists(c, c.startsWith('x'))",
      "math.abs(double(score)) > double(1.5)",
      "has(part.on) ? part.?code.orValue('') : items['a'].code",
    ] as [Text])
  func readsWhatItWrote(_ text: Text) throws {
    let (program, diagnostics) = environment().compile(text)
    #expect(diagnostics.map { "\($0)" } == [])
    let checked = try #require(program?.checked)
    let bytes = try #require(StoredReferences.bytes(checked.references))
    #expect(checked.references.contains { $0 != nil })
    let count = checked.references.count
    let read = try #require(StoredReferences.read(bytes[...], nodeCount: count, Self.schema))
    #expect(read.map { $0.map { "\($0)" } } == checked.references.map { $0.map { "\($0)" } })
    // Cut anywhere, it is either refused or less, and never a trap.
    for end in bytes.indices {
      guard let part = StoredReferences.read(bytes[..<end], nodeCount: count, Self.schema) else { continue }
      #expect(part.count { $0 != nil } < read.count { $0 != nil })
    }
  }

  @Test func refusesWhatIsOfAnotherExpression() throws {
    let checked = try #require(environment().compile("grade >= 'fair' && part.code != id").0?.checked)
    let bytes = try #require(StoredReferences.bytes(checked.references))
    #expect(StoredReferences.read(bytes[...], nodeCount: 1, Self.schema) == nil)
    #expect(StoredReferences.read(bytes[...], nodeCount: checked.references.count, Schema()) == nil)
  }

  @Test func keepsNoTypes() throws {
    let checked = try #require(environment().compile("type(score) == decimal").0?.checked)
    #expect(StoredReferences.bytes(checked.references) == nil)
  }
}
