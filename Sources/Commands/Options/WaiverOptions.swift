import ArgumentParser
import CEL
import JSON
import Platform
import Records
import RuleReview

/// What lint is to let pass, and by which day waivers expire.
struct WaiverOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "Findings that somebody answers for: a file of waivers (rules/schema/waivers.schema.json).",
    completion: .file())
  var waivers: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Day by which waivers expire, and day of knowledge for records, YYYY-MM-DD.", valueName: "day"))
  var asOf: String?

  @Option(name: .long, help: "Findings of before, which are let pass.", completion: .file())
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"), help: "Write what is found as a baseline, and let it pass.",
    completion: .file())
  var writeBaseline: String?

  func validate() throws {
    if let asOf { _ = try Day.read(asOf) }
    if waivers != nil, asOf == nil {
      throw ValidationError("--waivers needs --as-of: the day by which they expire.")
    }
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("Give either --baseline or --write-baseline.")
    }
  }

  /// - Throws: `SourceError` where the file cannot be opened.
  func loadWaivers() throws -> WaiverFile? {
    try waivers.map { WaiverFile(try Self.bytes($0), path: Text($0)) }
  }

  /// - Throws: `SourceError` where the file cannot be opened.
  func loadBaseline() throws -> Baseline? {
    try baseline.map { Baseline(try Self.bytes($0), path: Text($0)) }
  }

  /// - Throws: `SourceError` where the file cannot be opened.
  static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SourceError(source: RecordSource(path), reason: .notFound)
    }
    return [UInt8](data)
  }
}
