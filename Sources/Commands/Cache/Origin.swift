import JSON
import RulePacks

/// What a compiled pack is made from, besides its files.
struct Origin {
  /// Every part in full.
  let text: Text
  /// Name of the file for it: the same for another build of the program, which takes its place.
  let name: String

  init(program: String, folder: String, options: LoadOptions, kinds: [Text]) {
    var writer = JSONWriter()
    writer.beginArray()
    writer.string(Text(folder))
    for setting in options.set {
      writer.string(setting.name)
      writer.string(setting.value)
    }
    writer.beginArray()
    for rule in options.enable { writer.string(rule) }
    writer.endArray()
    writer.beginArray()
    for kind in kinds { writer.string(kind) }
    writer.endArray()
    writer.endArray()
    let settings = writer.takeBytes()
    var checksum = Checksum()
    checksum.add(settings)
    name = checksum.text.string
    text = Text(program) + "\n" + Text(utf8: settings)
  }
}
