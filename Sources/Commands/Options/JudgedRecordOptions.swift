import ArgumentParser
import CEL
import JSON
import Records

/// Files of records that a review of rules judges; which, and what for, each command says of its own `--records`.
struct JudgedRecordOptions: ParsableArguments {
  @Option(
    name: .long, help: "File of past decisions (with --records), as for 'check'; repeat for more.",
    completion: .file())
  var register: [String] = []

  @Option(name: .long, help: "Record type of records without a 'type' member.")
  var type: String?

  /// - Throws: `ValidationError`.
  func validate(_ records: [String], asOf: String?) throws {
    if !records.isEmpty, asOf == nil { throw ValidationError("--records needs --as-of.") }
    if records.isEmpty, !register.isEmpty { throw ValidationError("--register is for --records.") }
    if (records + register).contains("-") {
      throw ValidationError("--records reads files twice: '-' is not one.")
    }
  }

  /// Nil where no records are given.
  ///
  /// - Throws: `ValidationError` where `asOf` is no day.
  func input(_ records: [String], asOf: String?) throws -> RecordInput? {
    guard !records.isEmpty, let asOf else { return nil }
    return RecordInput(
      sources: records.map { RecordSource($0) }, register: register.map { RecordSource($0) },
      type: type.map { Text($0) }, asOf: try Day.read(asOf))
  }
}
