import CEL
import Evaluator
import JSON
import Records
import RulePacks
import Testing

@testable import Reports

/// What holds for the wording of every code, in both languages.
@Suite struct WordingTests {
  /// A wording with the code that it speaks for.
  struct Case: CustomTestStringConvertible {
    let name: String
    let wording: Wording
    var testDescription: String { name }
  }

  static let all: [Case] =
    JSONErrorCode.allCases.map { Case(name: "JSONErrorCode.\($0)", wording: $0.wording) }
    + RecordDefect.Code.allCases.map { Case(name: "RecordDefect.\($0)", wording: $0.wording) }
    + RecordWarning.Code.allCases.map { Case(name: "RecordWarning.\($0)", wording: $0.wording) }
    + EvaluationError.Code.allCases.map { Case(name: "EvaluationError.\($0)", wording: $0.wording) }
    + Diagnostic.Code.allCases.map { Case(name: "Diagnostic.\($0)", wording: $0.wording) }
    + SourceError.Reason.allCases.map { Case(name: "SourceError.\($0)", wording: $0.wording) }
    + PackDefect.Code.allCases.map { Case(name: "PackDefect.\($0)", wording: $0.wording) }
    + Wording.rejections.enumerated().map { Case(name: "Rejection \($0)", wording: $1) }

  @Test(arguments: all)
  func saysSomethingInBothLanguages(_ given: Case) {
    #expect(!given.wording.vi.isEmpty)
    #expect(!given.wording.en.isEmpty)
    #expect(given.wording.vi != given.wording.en)
  }

  @Test(arguments: all)
  func usesTheSameArgumentsInBothLanguages(_ given: Case) {
    #expect(arguments(given.wording.vi) == arguments(given.wording.en))
  }

  @Test(arguments: all)
  func fillsEveryPlace(_ given: Case) {
    let given = given.wording
    let arguments: [Text] = ["A1", "A2", "A3", "A4"]
    for language in Language.allCases {
      let text = given.text(language, arguments).string
      #expect(!text.contains("{") && !text.contains("}"), "\(text)")
      #expect(!text.contains("…"), "\(text) asks for more arguments than any code has")
    }
  }

  @Test(arguments: all)
  func endsAsASentence(_ given: Case) {
    for text in [given.wording.vi, given.wording.en] {
      #expect(text.utf8.last == UInt8(ascii: "."), "\(text)")
    }
  }

  @Test func aMissingArgumentShows() {
    let wording = Wording(vi: "{1} và {2}", en: "{1} and {2}")
    #expect(wording.text(.en, ["a"]) == "a and …")
  }

  private func arguments(_ text: Text) -> [WordingPart] {
    WordingPart.parts(of: text).filter { if case .argument = $0 { true } else { false } }
      .sorted { "\($0)" < "\($1)" }
  }
}
