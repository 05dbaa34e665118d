import ArgumentParser
import Records

/// Records that every slice of the others is judged with.
struct SharedRecordOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "File of past decisions, in the record type of the pack's register; repeat for more.",
    completion: .file())
  var register: [String] = []

  @Option(
    name: .long,
    help: "For parts: file of records that others relate to, given whole to each part; repeat for more.",
    completion: .file())
  var related: [String] = []

  var registerSources: [RecordSource] { register.map { RecordSource($0) } }
  var relatedSources: [RecordSource] { related.map { RecordSource($0) } }
}
