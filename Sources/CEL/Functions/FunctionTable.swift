import JSON

/// The functions of some libraries by name, indexed once for all the expressions of an environment.
struct FunctionTable: Sendable {
  /// What one name stands for, in order of the libraries.
  struct Entry: Sendable {
    var declarations: [FunctionDeclaration] = []
    var candidates: [Candidate] = []
  }

  private var entries: [Text: Entry] = [:]

  init(_ libraries: [Library]) {
    for library in libraries { add(library) }
  }

  mutating func add(_ library: Library) {
    for function in library.functions {
      entries[function.name, default: Entry()].declarations.append(function)
      entries[function.name, default: Entry()].candidates += Candidate.all(of: function)
    }
  }

  subscript(name: Text) -> Entry? { entries[name] }

  /// Names for a did-you-mean: of functions, or of those that can be called on a receiver.
  func names(members: Bool) -> [Text] {
    entries.filter { name, entry in
      Self.isWritable(name) && entry.candidates.contains { $0.overload.isMember == members }
    }.map { $0.key }
  }

  /// False for the names of operators.
  private static func isWritable(_ function: Text) -> Bool {
    guard let first = function.utf8.first else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
  }
}
