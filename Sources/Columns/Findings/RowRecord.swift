import CEL
import Evaluator
import JSON
import Populations

/// A row of columns, as those look at it that count it, let it compete, or ask what others decide of it.
struct RowRecord: CountedRecord {
  private let batch: BatchEvaluator
  private let row: Int
  private let lookUp: BatchEvaluator.Lookup
  let lawDate: CivilDate

  /// - Parameters:
  ///   - lawDate: of a record that is not refused.
  ///   - lookUp: reads a record as a whole, with what it leads to.
  init(_ batch: BatchEvaluator, _ row: Int, _ lawDate: CivilDate, lookUp: @escaping BatchEvaluator.Lookup) {
    (self.batch, self.row, self.lawDate, self.lookUp) = (batch, row, lawDate, lookUp)
  }

  var type: RecordType { batch.program.type }
  var key: Text { batch.keyLine(row) }
  /// Without its key no record is read into columns.
  var keyTexts: [Text]? { batch.keyValues(row) }

  func field(_ name: Text) -> Value? {
    guard let field = batch.program.plan.root.field(named: name) else { return nil }
    if field.isScalar, let column = field.column {
      return batch.storage.value(of: field, in: column, row) ?? field.field?.defaultValue
    }
    guard let slot = type.slot(of: name) else { return nil }
    return lookUp(row)?.slots[slot]
  }

  func value(_ place: FormulaPlace) -> Value {
    guard let asked = batch.program.asked?[place] else { return .unknown(Unknown(.root)) }
    if let register = asked.register {
      let vector = batch.runner.vectors[register]
      if vector.known.bit(row), !vector.failed.bit(row), let value = batch.runner.value(register, row) {
        return value
      }
    }
    var activation = batch.activation(on: lawDate)
    activation.record = batch.record(asked.part, row, lookUp)
    return asked.formula.program.evaluate(activation)
  }

  func verdict(of award: Int) -> Verdict? {
    guard let place = batch.awardPlaces.firstIndex(of: award) else { return nil }
    var findings = RowFindings(batch, row, lookUp: lookUp, beyond: nil)
    return findings?.verdict(place)
  }

  func basis(of award: Int) -> AwardBasis {
    if let place = batch.awardPlaces.firstIndex(of: award) {
      var findings = RowFindings(batch, row, lookUp: lookUp, beyond: nil)
      if let basis = findings?.basis(place) { return basis }
    }
    return AwardBasis(rules: [], results: [], findings: [], applies: nil)
  }
}
