import CEL
import JSON
import Testing

/// A program is planned when it is first evaluated, on whatever thread that is.
@Suite struct PlanningTests {
  private static let environment = Environment(
    libraries: [StandardLibrary.library] + Library.extensions,
    schema: Schema(recordTypes: [type]), recordType: type)
  private static let type = RecordType(
    name: "unit", title: LocalizedText(vi: "", en: ""), key: ["id"],
    fields: ["id", "a", "b", "c"].map {
      Field(name: $0, type: $0 == "id" ? .string : .int, title: LocalizedText(vi: "", en: ""))
    })

  @Test func manyThreadsMayEvaluateFirst() async throws {
    let nodes = SharedNodes()
    let names: [Text] = ["a", "b", "c"]
    for round in 0..<200 {
      let texts = names.map { $0 + Text(" + b * \(round) + [a, b, c].filter(x, x > 1)[0]") }
      let programs = try texts.map { text in
        let (program, diagnostics) = Self.environment.compile(text, sharing: nodes)
        return try #require(program, "\(diagnostics)")
      }
      let found = await withTaskGroup(of: [Int64?].self) { group in
        for _ in 0..<8 {
          group.addTask {
            let record = RecordValue(
              type: Self.type, slots: [.string("x"), .int(1), .int(2), .int(3)], path: .root)
            return programs.map {
              if case .int(let number) = $0.evaluate(Activation(record: record)) { number } else { nil }
            }
          }
        }
        return await group.reduce(into: [[Int64?]]()) { $0.append($1) }
      }
      let wanted = (1...3).map { Int64?.some(Int64($0 + 2 * round + 2)) }
      #expect(found == Array(repeating: wanted, count: 8))
    }
  }
}
