import CEL
import JSON

/// One test of the suite; `conformance/cel/README.md` has the form.
struct ConformanceCase {
  enum Expectation {
    case value(JSONNode)
    case error
    /// A deduced type, and a value where one is given.
    case type(Text, JSONNode?)
  }

  struct Malformed: Error {
    let what: String
  }

  let id: String
  let text: Text
  let isUnchecked: Bool
  let isOnlyChecked: Bool
  let needs: Set<String>
  let expectation: Expectation
  let environment: Environment
  /// In order of `environment.variables`.
  let values: [Value?]

  init(_ node: JSONNode) throws {
    guard let id = node["id"]?.text, let text = node["expr"]?.text, let expect = node["expect"] else {
      throw Malformed(what: "a test without id, expr or expect")
    }
    self.id = id.string
    self.text = text
    isUnchecked = node["disableCheck"]?.bool ?? false
    isOnlyChecked = node["checkOnly"]?.bool ?? false
    needs = Set(node["needs"]?.elements.compactMap { $0.text?.string } ?? [])
    expectation = try ConformanceCase.expectation(expect)

    var variables: [Environment.Variable] = []
    var functions: [FunctionDeclaration] = []
    if ConformanceCase.skipReason(needs) == nil {
      for declaration in node["typeEnv"].map({ Array($0.elements) }) ?? [] {
        try ConformanceCase.declare(declaration, &variables, &functions)
      }
    }
    var values: [Value?] = Array(repeating: nil, count: variables.count)
    if ConformanceCase.skipReason(needs) == nil, let bindings = node["bindings"] {
      for binding in bindings.members {
        guard let name = binding.key else { continue }
        let value = try TaggedValue.read(binding)
        if let slot = variables.firstIndex(where: { $0.name == name }) {
          values[slot] = value
        } else {
          variables.append(Environment.Variable(name, .dyn))
          values.append(value)
        }
      }
    }
    self.values = values
    // The estimate of cost is no part of the specification.
    var limits = Environment.Limits()
    limits.cost = .max
    environment = Environment(
      libraries: ConformanceCase.libraries + [Library(name: "declared", functions: functions)],
      variables: variables, container: node["container"]?.text ?? "", limits: limits)
  }

  private static let libraries = [StandardLibrary.library] + Library.extensions

  /// Why a test can't be run here; nil where it can.
  static func skipReason(_ needs: Set<String>) -> String? {
    if needs.contains("proto") || needs.contains("ext:proto") { return "protocol buffer messages" }
    if needs.contains("strong-enum") { return "protocol buffer enums" }
    if needs.contains("ext:network") { return "network addresses" }
    if needs.contains("block") { return "cel.block, which only compilers write" }
    return nil
  }

  private static func expectation(_ node: JSONNode) throws -> Expectation {
    if let value = node["value"] { return .value(value) }
    if node["error"] != nil { return .error }
    guard let typed = node["typedResult"], let type = typed["type"]?.text else {
      throw Malformed(what: "an unknown expectation")
    }
    return .type(type, typed["value"])
  }

  private static func declare(
    _ node: JSONNode, _ variables: inout [Environment.Variable], _ functions: inout [FunctionDeclaration]
  ) throws {
    guard let name = node["name"]?.text else { throw Malformed(what: "a declaration without name") }
    if let type = node["type"] {
      variables.append(Environment.Variable(name, try self.type(type)))
      return
    }
    var overloads: [Overload] = []
    if let list = node["overloads"] {
      for overload in list.elements {
        guard let id = overload["id"]?.text, let parameters = overload["params"],
          let result = overload["result"]
        else { throw Malformed(what: "an overload without id, params or result") }
        overloads.append(
          Overload(
            id, member: overload["receiver"]?.bool ?? false, try parameters.elements.map { try type($0) },
            try type(result)))
      }
    }
    functions.append(FunctionDeclaration(name, overloads, .intrinsic))
  }

  private static func type(_ node: JSONNode) throws -> CELType {
    guard let text = node.text, let type = CELType(text: text) else {
      throw Malformed(what: "a type that can't be read")
    }
    return type
  }
}
