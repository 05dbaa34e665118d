import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// Every example of every population kind runs through the whole way, in any order and split into parts.
@Suite struct PopulationKindTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let kind: Text
    let example: PopulationExample
    var testDescription: String { "\(kind): \(example.title.en)" }
  }

  static let samples: [Sample] = builtInPopulationKinds.map { $0.description }.flatMap { kind in
    kind.populationExamples.map { Sample(kind: kind.name, example: $0) }
  }

  @Test(arguments: samples)
  func examplesHoldInAnyOrderAndAnyParts(_ sample: Sample) {
    do throws(ExampleTrial.Failure) {
      let trial = try PopulationTrial(sample.example, registry: .builtIn)
      let records = trial.records
      #expect(trial.differences(in: trial.finding(on: [records])) == [])
      #expect(trial.differences(in: trial.finding(on: [records.reversed()])) == [])
      for split in 0...records.count {
        let parts = [Array(records.dropFirst(split)), Array(records.prefix(split))]
        #expect(trial.differences(in: trial.finding(on: parts)) == [])
      }
    } catch {
      switch error {
      case .malformed(let text): Issue.record("malformed: \(text)")
      case .defects(let defects): Issue.record("\(defects.map(summary))")
      }
    }
  }

  @Test(arguments: builtInPopulationKinds.map { $0.description.name })
  func everyKindShowsPassFailAndOpen(_ name: Text) {
    let outcomes = Set(Self.samples.filter { $0.kind == name }.map(\.example.expected.outcome))
    #expect(outcomes.isSuperset(of: [.satisfied, .violated, .undetermined]))
  }
}
