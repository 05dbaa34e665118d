import CEL
import JSON

/// The sentence for a name on the command line that stands for nothing.
enum Unknown {
  static func name(_ name: Text, among known: [Text], what: String) -> String {
    let hint = Suggestion.nearest(to: name, among: known).map { " Did you mean '\($0.string)'?" } ?? ""
    let names = known.map(\.string).joined(separator: ", ")
    return "There is no \(what) '\(name.string)'.\(hint) Known: \(names.isEmpty ? "none" : names)."
  }
}
