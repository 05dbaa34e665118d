import ArgumentParser
import CEL
import Evaluator
import JSON
import Records
import Reports
import RulePacks

/// What an expression on the command line may name, and the values it reads.
struct EvalSession {
  let environment: Environment
  let activation: Activation

  /// - Throws: `SourceError`, and exit codes where the pack or the record is refused.
  init(pack folder: String?, type name: String?, asOf: CivilDate?, record path: String?, language: Language)
    throws
  {
    let document = try path.map { try Self.document($0, language) }
    guard let folder else {
      var variables: [Environment.Variable] = []
      var values: [Value?] = []
      for member in document?.root.members.map(\.self) ?? [] {
        variables.append(Environment.Variable(member.key ?? "", .dyn))
        values.append(RecordBinder.plainValue(member))
      }
      environment = Environment(libraries: PackEnvironment.libraries(), variables: variables)
      activation = Activation(variables: values)
      return
    }
    let pack = try PackOptions.load(folder, LoadOptions(), language: language)
    let names = pack.recordTypes.map(\.name)
    guard let type = name.map({ Text($0) }) ?? (names.count == 1 ? names.first : nil),
      let recordType = pack.recordTypes.first(where: { $0.name == type })
    else {
      throw ValidationError(Unknown.name(Text(name ?? ""), among: names, what: "record type"))
    }
    let bound = document.map {
      RecordBinder(schema: pack.schema, asOf: asOf).bind($0.root, as: recordType, ignoring: ["type"])
    }
    for defect in bound?.defects ?? [] { StandardError.write(ProblemTexts(language).text(defect)) }
    if let bound, bound.record == nil { throw ExitStatus.recordsRejected.error }
    // Without a record nothing is given, and the answer says what the expression would need.
    let nothing = RecordValue(
      type: recordType, slots: [Value?](repeating: nil, count: recordType.fields.count), path: .root)
    let lastDay = asOf ?? pack.period.before.flatMap { try? $0.adding(days: -1) }
    guard let day = lastDay else { throw ValidationError("--as-of is needed for this pack.") }
    environment = PackEnvironment(schema: pack.schema, parameters: pack.parameters)
      .environment(on: type, readsAsOf: true)
    activation = PackEvaluator(pack, asOf: day).activation(for: bound?.record ?? nothing, on: day)
  }

  private static func document(_ path: String, _ language: Language) throws -> JSONDocument {
    switch try RecordReader.document(RecordSource(path)) {
    case .success(let document)?: return document
    case .failure(let error)?:
      StandardError.write(ProblemTexts(language).text(error))
      throw ExitStatus.recordsRejected.error
    case nil: throw ValidationError("There is no record in \(path).")
    }
  }
}
