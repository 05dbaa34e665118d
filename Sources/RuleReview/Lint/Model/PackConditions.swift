import CEL
import Evaluator
import JSON

/// Reads the formulas of a pack as conditions.
struct PackConditions {
  private let pack: CompiledPack
  private let reasoners: [Text: Reasoner]
  private let fixed: [Int: Value]

  init(_ pack: CompiledPack, _ reasoners: [Text: Reasoner]) {
    var fixed: [Int: Value] = [:]
    for (slot, parameter) in pack.parameters.enumerated() {
      // What a committee sets may be set otherwise; what the law changed has no single value.
      guard parameter.setBy != "committee" else { continue }
      if case .day(let day) = pack.lawDate { fixed[slot] = parameter.value(on: day) }
      if parameter.values.count == 1 { fixed[slot] = parameter.values.first?.value }
    }
    self.init(pack, reasoners, fixed: fixed)
  }

  /// - Parameter fixed: values of parameters by slot; of others nothing is known.
  init(_ pack: CompiledPack, _ reasoners: [Text: Reasoner], fixed: [Int: Value]) {
    self.pack = pack
    self.reasoners = reasoners
    self.fixed = fixed
  }

  /// Nil for a formula that no checker saw.
  func condition(_ formula: Formula, on type: Text) -> Condition? { reader(formula, on: type)?.read() }

  /// A number or day as a sum of terms, days counted from the epoch; nil where it leaves the range of decimals.
  func form(_ formula: Formula, on type: Text) -> LinearForm? {
    reader(formula, on: type).flatMap { $0.form($0.checked.parsed.root, ReadingScope()) }
  }

  /// The sides of a formula's outermost chain of && or ||, each as a condition; empty where it is none.
  func sides(_ formula: Formula, of function: Text, on type: Text) -> [(
    side: Expression, condition: Condition
  )] {
    guard let reader = reader(formula, on: type) else { return [] }
    return reader.checked.parsed.root.chain(of: function).map { side in
      (side, reader.read(side, ReadingScope()).folded)
    }
  }

  private func reader(_ formula: Formula, on type: Text) -> ConditionReader? {
    guard let checked = formula.program.checked, let reasoner = reasoners[type],
      let recordType = pack.schema.recordTypes[type]
    else { return nil }
    return ConditionReader(
      reasoner: reasoner, checked: checked, schema: pack.schema, recordType: recordType, fixed: fixed)
  }

  /// The key by which equal formulas are known.
  static func key(_ formula: Formula?) -> Text {
    formula.map { Unparser.text($0.program.expression.root) } ?? ""
  }
}
