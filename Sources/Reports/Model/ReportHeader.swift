import CEL
import Evaluator
import JSON

/// What a report says before the first record.
public struct ReportHeader: Sendable {
  public let pack: CompiledPack
  public let asOf: CivilDate
  public let toolVersion: Text
  /// True where findings on records may be waived.
  public let takesWaivers: Bool
  /// Parameters that some rule reads, in order of the pack.
  public let parameters: [Parameter]

  public init(_ pack: CompiledPack, asOf: CivilDate, toolVersion: Text, takesWaivers: Bool = false) {
    self.pack = pack
    self.asOf = asOf
    self.toolVersion = toolVersion
    self.takesWaivers = takesWaivers
    var read: Set<Text> = []
    for type in pack.recordTypes { pack.forEachFormula(on: type.name) { read.formUnion($0.variablesRead) } }
    parameters = pack.parameters.filter { read.contains("params." + $0.name) }
  }

  /// Notices that records of this run can touch: all of them where each record has a law date of its own.
  public var notices: [CompiledPack.Notice] {
    guard case .day(let day) = pack.lawDate else { return pack.notices }
    return pack.notices.filter { $0.from <= day }
  }

  /// The value of a parameter as far as one day tells it: for a pack whose law date is a field, on its last day.
  public func value(of parameter: Parameter) -> Value? {
    switch pack.lawDate {
    case .day(let day): parameter.value(on: day)
    case .field: parameter.override ?? parameter.values.last?.value
    }
  }
}
