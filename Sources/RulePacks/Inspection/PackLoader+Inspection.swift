import Evaluator
import JSON

extension PackLoader {
  /// Loads a pack and keeps what it was made of, for review.
  public func inspect(
    manifest: Text, from files: any PackFileSource, options: LoadOptions = LoadOptions()
  ) -> PackInspection {
    let log = DefectLog()
    var reader = LayerReader(files, log)
    reader.readLayer(manifest)
    let built = build(reader.layers, options, log)
    let traces = reader.readTraces()
    return PackInspection(built, loading(built?.pack, log), reader.layers, traces: traces, log: log)
  }
}
