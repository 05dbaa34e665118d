import CEL
import Foundation
import JSON
import Testing

/// The types that the conformance suite expects a checker to deduce, where no protocol buffer message is needed.
@Suite struct TypeDeductionConformanceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let expression: Text
    let type: Text
    let environment: Environment
    var testDescription: String { id }
  }

  @Test(.enabled(if: file != nil, "the conformance data is not beside the package"), arguments: cases)
  func deduces(_ test: Case) throws {
    let (parsed, syntax) = Parser.parse(test.expression, macros: CheckFixture.library.macros)
    #expect(syntax.isEmpty)
    let (checked, diagnostics) = test.environment.check(try #require(parsed))
    #expect(diagnostics.isEmpty)
    #expect(try #require(checked).type.text == test.type)
  }

  @Test(.enabled(if: file != nil, "the conformance data is not beside the package"))
  func readsAllCases() {
    #expect(Self.cases.count == 26)
  }

  private static let file: Data? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try? Data(contentsOf: root.appending(path: "../shared/conformance/cel/type_deduction.json"))
  }()

  static let cases: [Case] = {
    guard let file, let tests = try? JSONSerialization.jsonObject(with: file) as? [[String: Any]] else {
      return []
    }
    return tests.compactMap(read)
  }()

  private static func read(_ test: [String: Any]) -> Case? {
    guard let needs = test["needs"] as? [String], !needs.contains("proto"), let id = test["id"] as? String,
      let expression = test["expr"] as? String, let expected = test["expect"] as? [String: Any],
      let result = expected["typedResult"] as? [String: Any], let type = result["type"] as? String
    else { return nil }
    var environment = CheckFixture.standard
    var functions: [FunctionDeclaration] = []
    for declaration in test["typeEnv"] as? [[String: Any]] ?? [] {
      guard let name = declaration["name"] as? String else { return nil }
      let overloads = (declaration["overloads"] as? [[String: Any]] ?? []).compactMap(readOverload)
      functions.append(FunctionDeclaration(Text(name), overloads, .intrinsic))
    }
    environment.add(Library(name: "declared", functions: functions))
    return Case(id: id, expression: Text(expression), type: Text(type), environment: environment)
  }

  private static func readOverload(_ overload: [String: Any]) -> Overload? {
    guard let id = overload["id"] as? String, let parameters = overload["params"] as? [String],
      let result = (overload["result"] as? String).flatMap({ CELType(text: Text($0)) })
    else { return nil }
    return Overload(Text(id), parameters.compactMap { CELType(text: Text($0)) }, result)
  }
}
