import CEL
import JSON

/// The variables, functions and values that a test of the suite declares.
struct ConformanceDeclarations {
  typealias Malformed = ConformanceCase.Malformed

  private(set) var variables: [Environment.Variable] = []
  /// In order of `variables`.
  private(set) var values: [Value?] = []
  private(set) var functions: [FunctionDeclaration] = []

  /// Takes one declaration of a `typeEnv`.
  mutating func declare(_ node: JSONNode) throws(Malformed) {
    guard let name = node["name"]?.text else { throw Malformed(what: "a declaration without name") }
    if let type = node["type"] {
      variables.append(Environment.Variable(name, try self.type(type)))
      values.append(nil)
      return
    }
    var overloads: [Overload] = []
    if let nodes = node["overloads"]?.elements {
      for node in nodes { overloads.append(try overload(node)) }
    }
    functions.append(FunctionDeclaration(name, overloads, .intrinsic))
  }

  /// Takes one member of the `bindings`, after all declarations.
  mutating func bind(_ node: JSONNode) throws(Malformed) {
    let name = node.key ?? ""
    let value = try TaggedValue.read(node)
    if let slot = variables.firstIndex(where: { $0.name == name }) {
      values[slot] = value
    } else {
      variables.append(Environment.Variable(name, .dyn))
      values.append(value)
    }
  }

  private func overload(_ node: JSONNode) throws(Malformed) -> Overload {
    guard let id = node["id"]?.text, let nodes = node["params"]?.elements, let result = node["result"] else {
      throw Malformed(what: "an overload without id, params or result")
    }
    var parameters: [CELType] = []
    for node in nodes { parameters.append(try type(node)) }
    return Overload(id, member: node["receiver"]?.bool ?? false, parameters, try type(result))
  }

  private func type(_ node: JSONNode) throws(Malformed) -> CELType {
    guard let text = node.text, let type = CELType(text: text) else {
      throw Malformed(what: "a type that can't be read")
    }
    return type
  }
}
