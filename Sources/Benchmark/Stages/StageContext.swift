import CEL
import Evaluator
import JSON

/// What every stage works on.
struct StageContext {
  let pack: CompiledPack
  let asOf: CivilDate
  let input: GeneratedFile
  let records: Int

  /// The type of the generated records.
  var recordType: RecordType? { pack.schema.recordTypes["unit"] ?? pack.recordTypes.first }

  /// Walks over as many lines as there are records, those in memory over and over.
  func forEachLine(_ work: ([UInt8]) throws -> Void) rethrows {
    for number in 0..<records { try work(input.lines[number % input.lines.count]) }
  }
}
