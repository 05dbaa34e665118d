import CEL
import Evaluator
import JSON
import RulePacks
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Every example of every kind, the common templates among them, runs through the whole way, and again with its record changed.
@Suite struct KindTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let kind: Text
    let example: KindExample
    var testDescription: String { "\(kind): \(example.title.en)" }
  }

  static let samples: [Sample] = (builtInKinds.map { $0.description } + CommonTemplates.all).flatMap { kind in
    kind.examples.map { Sample(kind: kind.name, example: $0) }
  }

  private func trial(_ sample: Sample) -> ExampleTrial? {
    do throws(ExampleTrial.Failure) {
      return try ExampleTrial(sample.example, registry: .builtIn)
    } catch {
      switch error {
      case .malformed(let text): Issue.record("no object: \(text)")
      case .defects(let defects): Issue.record("\(defects.map(summary))")
      }
      return nil
    }
  }

  @Test(arguments: samples)
  func examplesHoldAsTheySay(_ sample: Sample) {
    guard let trial = trial(sample) else { return }
    #expect(trial.differences(in: trial.finding(on: trial.record)) == [])
  }

  @Test(arguments: samples)
  func orderOfKeysAndUnreadFieldsChangeNothing(_ sample: Sample) {
    guard let trial = trial(sample), case .object(let members) = trial.record else { return }
    let reversed = JSONValue.object(members.reversed())
    #expect(trial.differences(in: trial.finding(on: reversed)) == [])
    let without = JSONValue.object(members.filter { $0.key != "remark" })
    #expect(trial.differences(in: trial.finding(on: without)) == [])
  }

  /// Each field that the requirement reads keeps the outcome open once it is gone, or counts as missing evidence.
  @Test(arguments: samples)
  func aDeletedFieldNeverLeavesARuleMet(_ sample: Sample) {
    guard let trial = trial(sample), case .object(let members) = trial.record,
      let check = trial.pack.rules.first?.check, let checked = check.requires.program.checked
    else { return }
    let read = Set(checked.fieldsRead.map { Text(utf8: $0.utf8.prefix { $0 != UInt8(ascii: ".") }) })
    for name in read where members.contains(where: { $0.key == name }) {
      let finding = trial.finding(on: .object(members.filter { $0.key != name }))
      // An expression of alternatives may be met by the one that is left, and one that asks whether there is a field has
      // an answer without it.
      if sample.kind == "expression" || check.requires.text.string.contains("has(\(name))") { continue }
      #expect(finding?.outcome != .satisfied, "without \(name)")
      if finding?.outcome == .undetermined || finding?.holds == nil {
        #expect(finding?.missing.contains { $0.utf8.starts(with: name.utf8) } == true, "without \(name)")
      }
    }
  }

  @Test(arguments: builtInKinds.map { $0.description.name })
  func everyKindShowsPassFailAndOpen(_ name: Text) throws {
    let examples = try #require(KindRegistry.builtIn.description(of: name)).examples
    let outcomes = Set(examples.map(\.expected.outcome))
    #expect(outcomes.isSuperset(of: [.satisfied, .violated, .undetermined]))
  }

  @Test func shapesAndParametersNameTheSameMembers() throws {
    for kind in builtInKinds { try expectSameMembers(kind) }
  }

  private func expectSameMembers<Kind: RecordKind>(_ kind: Kind.Type) throws {
    let rule = try #require(Kind.description.examples.first).rule
    let node = try JSONDocument.parse(rule.utf8).root
    let parameters = try JSONNodeDecoder.decode(Kind.Parameters.self, from: node)
    let names = Set(Mirror(reflecting: parameters).children.compactMap(\.label))
    #expect(names == Set(Kind.description.shape.members.map(\.name.string)), "\(Kind.description.name)")
  }

  @Test func theListOfKindsIsCompleteAndSorted() throws {
    let folder = String(#filePath).replacing(
      "Tests/RulePacksTests/KindTests.swift", with: "Sources/RulePacks/Kinds")
    func files(_ folder: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix("Kind.swift") }.map { String($0.dropLast(6)) }.sorted()
    }
    let remedy: Comment =
      "Kinds/BuiltInKinds.swift must list the types of the files in its folder and in Populations, sorted"
    #expect(builtInKinds.map { "\($0)" } == (try files(folder)), remedy)
    #expect(builtInPopulationKinds.map { "\($0)" } == (try files(folder + "/Populations")), remedy)
    let names = builtInKinds.map { $0.description.name }
    #expect(names == names.sorted())
    let populations = builtInPopulationKinds.map { $0.description.name }
    #expect(populations == populations.sorted() && Set(populations).isDisjoint(with: names))
  }
}
