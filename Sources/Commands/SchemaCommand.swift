import ArgumentParser
import Evaluator
import JSON
import Platform
import Records
import Reports
import RulePacks

/// `binhxet schema [NAME]`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Print or write the JSON Schemas (2020-12) of rule files, by which editors complete and check them.",
    discussion: """
      A file names its schema: "$schema": "../schema/rules.schema.json". The schemas know the kinds of this program, \
      and the template kinds of the packs that --pack names.

      Examples:
        binhxet schema
        binhxet schema rules
        binhxet schema --write rules/schema --pack rules/ba-to-2021
        binhxet schema --check rules/schema --pack rules/ba-to-2021
      """)

  @Argument(help: "Name of a form: cases, mutants, pack, recordType, rules, trace.")
  var name: String?

  @Option(
    name: .long, help: "Folder of a pack whose template kinds are known too; repeat for more.",
    completion: .directory)
  var pack: [String] = []

  @Option(name: .long, help: "Write every schema into this folder.", completion: .directory)
  var write: String?

  @Option(
    name: .long, help: "Compare every schema with those in this folder; exit with 1 if one is stale.",
    completion: .directory)
  var check: String?

  @Option(name: .long, help: "Language of messages: vi or en.")
  var lang: Language = .vi

  func validate() throws {
    if [name, write, check].compactMap({ $0 }).count > 1 {
      throw ValidationError("Give one of NAME, --write and --check.")
    }
  }

  func run() throws {
    let schemas = PublishedSchema.all(registry: BinhXetCommand.kinds, templates: try templates())
    if let write { return try Failures.reported(lang) { try writeAll(schemas, to: write) } }
    if let check { return try compare(schemas, with: check) }
    let output: [UInt8]
    if let name {
      let file = name.hasSuffix(Self.ending) ? name : name + Self.ending
      guard let schema = schemas.first(where: { $0.name == Text(file) }) else {
        throw ValidationError(Unknown.name(Text(name), among: schemas.map(\.form), what: "schema"))
      }
      output = schema.bytes
    } else {
      output = schemas.flatMap { $0.form.utf8 + [0x0A] }
    }
    try Failures.reported(lang) { try OutputTarget(nil).write(output) }
  }

  fileprivate static let ending = ".schema.json"

  /// The template kinds of the packs, each name once.
  private func templates() throws -> [KindDescription] {
    var found: [KindDescription] = []
    for folder in pack {
      let (open, loading) = PackLoader(registry: BinhXetCommand.kinds).open(folder: folder)
      guard let open else {
        _ = try PackOptions.sound(loading, language: lang)
        continue
      }
      for template in open.templates where !found.contains(where: { $0.name == template.name }) {
        found.append(template)
      }
    }
    return found.sorted { $0.name < $1.name }
  }

  private func writeAll(_ schemas: [PublishedSchema], to folder: String) throws {
    for schema in schemas {
      let target = try OutputTarget(folder + "/" + schema.name.string)
      try target.write(schema.bytes)
      try target.finish()
    }
  }

  private func compare(_ schemas: [PublishedSchema], with folder: String) throws {
    let texts = ProblemTexts(lang)
    let stale = schemas.filter { schema in
      FileManager.default.contents(atPath: folder + "/" + schema.name.string).map { [UInt8]($0) }
        != schema.bytes
    }
    for schema in stale { StandardError.write(texts.staleSchema(Text(folder + "/") + schema.name)) }
    if !stale.isEmpty { throw ExitStatus.findings.error }
  }
}

extension PublishedSchema {
  /// The name of the form alone.
  fileprivate var form: Text { Text(String(name.string.dropLast(SchemaCommand.ending.count))) }
}
