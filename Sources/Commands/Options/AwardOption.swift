import ArgumentParser
import CEL
import Evaluator
import JSON

/// The errors of `--award`.
enum AwardOption {
  static func unknown(_ award: String, in pack: CompiledPack) -> ValidationError {
    let ids = pack.awards.map(\.id)
    let hint = Suggestion.nearest(to: Text(award), among: ids).map { " Did you mean '\($0.string)'?" }
    let known = ids.map(\.string).joined(separator: ", ")
    return ValidationError("The pack has no award '\(award)'.\(hint ?? "") Awards: \(known).")
  }
}
