import CEL
import JSON
import Testing

/// Where each boolean field is used once, every path of `missing` matters: shown by brute force over all completions.
@Suite struct MinimalityTests {
  private static let names = (0..<12).map { "f\($0)" }

  private static let type = RecordType(
    name: "flags", title: LocalizedText(vi: "", en: ""), key: [],
    fields: names.map { Field(name: Text($0), type: .bool, title: LocalizedText(vi: "", en: "")) })

  private static let environment = Environment(
    libraries: [StandardLibrary.library, PackLibrary.library()], schema: Schema(recordTypes: [type]),
    recordType: type, dialect: .pack)

  private func program(_ text: String) throws -> Program {
    let (program, diagnostics) = Self.environment.compile(Text(text))
    return try #require(program, "\(text): \(diagnostics)")
  }

  /// A tree of `&& || ! existsAtLeast` that uses each of the fields once.
  private func tree(_ fields: ArraySlice<String>, _ generator: inout SeededGenerator) -> String {
    guard fields.count > 1 else {
      let field = fields.first ?? "true"
      return Int.random(in: 0..<4, using: &generator) == 0 ? "!\(field)" : field
    }
    let count = Int.random(in: 2...min(4, fields.count), using: &generator)
    var parts: [String] = []
    var rest = fields
    for part in 0..<count {
      let left = count - part - 1
      let taken = left == 0 ? rest.count : Int.random(in: 1...(rest.count - left), using: &generator)
      parts.append(tree(rest.prefix(taken), &generator))
      rest = rest.dropFirst(taken)
    }
    let sign = Bool.random(using: &generator) ? "!" : ""
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return "\(sign)(\(parts.joined(separator: " && ")))"
    case 1: return "\(sign)(\(parts.joined(separator: " || ")))"
    default:
      let least = Int.random(in: 1...count, using: &generator)
      return "\(sign)[\(parts.joined(separator: ", "))].existsAtLeast(\(least), x, x)"
    }
  }

  private func value(_ program: Program, _ flags: [Bool?]) -> Value {
    let record = RecordValue(type: Self.type, slots: flags.map { $0.map(Value.bool) }, path: .root)
    return program.evaluate(Activation(record: record))
  }

  @Test func everyMissingPathFlipsTheResultInSomeCompletion() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<60 {
      let count = Int.random(in: 2...12, using: &generator)
      let text = tree(Self.names.prefix(count), &generator)
      let program = try program(text)
      for _ in 0..<6 {
        let flags = (0..<12).map { place -> Bool? in
          place >= count || Bool.random(using: &generator) ? Bool.random(using: &generator) : nil
        }
        try check(program, flags, text)
      }
    }
  }

  private func check(_ program: Program, _ flags: [Bool?], _ text: String) throws {
    let open = flags.indices.filter { flags[$0] == nil }
    var results: [Bool] = []
    for choice in 0..<(1 << open.count) {
      var completed = flags
      for (bit, place) in open.enumerated() { completed[place] = choice >> bit & 1 == 1 }
      guard case .bool(let result) = value(program, completed) else {
        Issue.record("\(text) is open over a complete record")
        return
      }
      results.append(result)
    }
    switch value(program, flags) {
    case .bool(let known): #expect(results.allSatisfy { $0 == known }, "\(text)")
    case .unknown(let unknown):
      for path in unknown.paths {
        let place = try #require(Self.names.firstIndex { Text($0) == path })
        let bit = try #require(open.firstIndex(of: place))
        #expect(
          results.indices.contains { results[$0] != results[$0 ^ (1 << bit)] },
          "\(path) never matters for \(text) with \(flags)")
      }
    case let other: Issue.record("\(text) gives \(other.testText)")
    }
  }
}
