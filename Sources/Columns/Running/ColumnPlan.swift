import CEL
import Evaluator
import JSON
import Populations
import Records

/// A pack made ready to judge batches of records: programs by record type, shared by all workers.
public struct ColumnPlan: Sendable {
  let evaluator: PackEvaluator
  let types: [TypeProgram]
  /// The record type of records without a `type`.
  let typeName: Text?
  /// Whether a finding counts as a failure: by rule of the pack, then `Outcome.rawValue`.
  let fails: [[Bool]]
  /// By type: its name as a record may give it.
  let quotedNames: [[UInt8]]
  /// True where more is written of a record than outcomes and verdicts.
  let writesFindings: Bool
  /// Records that whoever runs the plan judges, each in one line.
  let apart: Set<Text>

  /// - Parameters:
  ///   - typeName: the record type of every record without a `type` member.
  ///   - writesFindings: true where violated findings are written, for which more is read.
  ///   - apart: records that are left to whoever runs the plan, each in one line.
  ///   - fails: whether a finding of a severity and outcome counts as a failure.
  public init(
    _ evaluator: PackEvaluator, typeName: Text?, writesFindings: Bool = false, apart: Set<Text> = [],
    fails: (Severity, Outcome) -> Bool
  ) {
    self.evaluator = evaluator
    self.writesFindings = writesFindings
    self.apart = apart
    self.typeName = typeName
    self.fails = evaluator.pack.rules.map { rule in Outcome.allCases.map { fails(rule.severity, $0) } }
    let index = evaluator.pack.looksBeyondRecords ? RelationIndex(evaluator.pack) : nil
    types = evaluator.pack.recordTypes.map {
      TypeProgram($0, evaluator, writesFindings: writesFindings, index: index)
    }
    quotedNames = evaluator.pack.recordTypes.map { type in
      [UInt8(ascii: "\"")] + type.name.utf8 + [UInt8(ascii: "\"")]
    }
  }

  /// True for a record that is neither judged nor counted, but handed back among those to look at once more.
  ///
  /// - Parameter key: of the record, in one line.
  public func leavesApart(_ key: Text) -> Bool { !apart.isEmpty && apart.contains(key) }

  /// The type that records without a `type` member have, by place; nil where they must name one.
  func defaultType(_ typeName: Text?) -> Int? {
    guard let typeName else { return types.count == 1 ? 0 : nil }
    return types.firstIndex { $0.type.name == typeName }
  }
}
