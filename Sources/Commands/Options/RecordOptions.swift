import ArgumentParser
import CEL
import JSON
import Records

/// Which records are read, as of which day.
struct RecordOptions: ParsableArguments {
  @Argument(help: "Files of records (.json, .ndjson); - reads standard input.", completion: .file())
  var records: [String]

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Day of knowledge, YYYY-MM-DD: what is due by then is judged.", valueName: "day"))
  var asOf: String

  @Option(name: .long, help: "Record type of records without a 'type' member.")
  var type: String?

  var sources: [RecordSource] { records.map { RecordSource($0) } }

  /// The day of knowledge.
  func day() throws -> CivilDate {
    try Day.read(asOf)
  }

  func validate() throws {
    _ = try day()
    if records.count(where: { $0 == "-" }) > 1 { throw ValidationError("'-' can be read only once.") }
  }
}
