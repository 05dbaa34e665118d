import CEL
import Evaluator
import JSON
import RulePacks

/// The documentation of kinds: its text, parameters and examples are the same values that the loader and the tests
/// use.
public struct KindPages {
  private let language: Language
  private let words: ReportWords

  public init(_ language: Language) {
    self.language = language
    words = ReportWords(language)
  }

  public func list(_ kinds: [KindDescription], into output: inout [UInt8]) {
    let width = kinds.map(\.name.utf8.count).max() ?? 0
    for kind in kinds {
      let padding = [UInt8](repeating: 0x20, count: width - kind.name.utf8.count + 2)
      output.line(kind.name + Text(utf8: padding) + kind.title[language])
    }
  }

  public func page(_ kind: KindDescription, into output: inout [UInt8]) {
    output.line(kind.name + " – " + kind.title[language])
    output.line("")
    output.line(kind.doc[language])
    output.line("")
    output.line(words.choose("Tham số:", "Parameters:"))
    for member in kind.shape.members {
      let needed = member.isRequired ? words.choose(" (bắt buộc)", " (required)") : ""
      output.line("  " + member.name + needed + ": " + member.doc[language])
    }
    output.line("")
    output.line(words.choose("Ví dụ:", "Examples:"))
    for example in kind.populationExamples {
      output.line("")
      output.line("  " + example.title[language])
      output.line("    " + example.rule)
      output.line("    " + example.records)
      output.line("    → " + words.heading(example.expected.outcome))
    }
    for example in kind.examples {
      output.line("  " + example.title[language])
      output.line("    " + words.choose("quy tắc: ", "rule:    ") + example.rule)
      output.line("    " + words.choose("hồ sơ:   ", "record:  ") + example.record)
      output.line(
        "    → " + words.heading(example.expected.outcome)
          + (example.expected.measured.map { " (" + $0 + ")" } ?? ""))
    }
  }
}
