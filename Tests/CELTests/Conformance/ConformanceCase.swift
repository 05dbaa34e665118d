import CEL
import JSON

/// One test of the suite; `conformance/cel/README.md` has the form.
///
/// The browser module runs the same tests by the same code, so no Foundation here and in what runs a test.
struct ConformanceCase {
  enum Expectation {
    case value(Value)
    case error
    /// A deduced type, and a value where one is given.
    case type(Text, Value?)
  }

  struct Malformed: Error {
    let what: StaticString
  }

  let id: Text
  let text: Text
  let isUnchecked: Bool
  let isOnlyChecked: Bool
  let expectation: Expectation
  let environment: Environment
  /// In order of `environment.variables`.
  let values: [Value?]

  /// Reads a test that `skipReason` lets pass.
  init(_ node: JSONNode) throws(Malformed) {
    guard let id = node["id"]?.text, let text = node["expr"]?.text, let expect = node["expect"] else {
      throw Malformed(what: "a test without id, expr or expect")
    }
    self.id = id
    self.text = text
    isUnchecked = node["disableCheck"]?.bool ?? false
    isOnlyChecked = node["checkOnly"]?.bool ?? false
    expectation = try ConformanceCase.expectation(expect)

    var declarations = ConformanceDeclarations()
    if let nodes = node["typeEnv"]?.elements {
      for node in nodes { try declarations.declare(node) }
    }
    if let bindings = node["bindings"]?.members {
      for binding in bindings { try declarations.bind(binding) }
    }
    values = declarations.values
    // The estimate of cost is no part of the specification.
    var limits = Environment.Limits()
    limits.cost = .max
    environment = Environment(
      libraries: ConformanceCase.libraries + [Library(name: "declared", functions: declarations.functions)],
      variables: declarations.variables, container: node["container"]?.text ?? "",
      limits: limits)
  }

  private static let libraries = [StandardLibrary.library] + Library.extensions

  /// Why a test can't be run here; nil where it can.
  static func skipReason(_ node: JSONNode) -> StaticString? {
    guard let needs = node["needs"]?.elements else { return nil }
    for need in needs {
      switch need.text {
      case "proto", "ext:proto": return "protocol buffer messages"
      case "strong-enum": return "protocol buffer enums"
      case "ext:network": return "network addresses"
      case "block": return "cel.block, which only compilers write"
      default: break
      }
    }
    return nil
  }

  private static func expectation(_ node: JSONNode) throws(Malformed) -> Expectation {
    if let value = node["value"] { return .value(try TaggedValue.read(value)) }
    if node["error"] != nil { return .error }
    guard let typed = node["typedResult"], let type = typed["type"]?.text else {
      throw Malformed(what: "an unknown expectation")
    }
    guard let value = typed["value"] else { return .type(type, nil) }
    return .type(type, try TaggedValue.read(value))
  }
}
