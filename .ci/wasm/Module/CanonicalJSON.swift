import JSON

/// Entry `json`: a JSON text to `{"value":…}` in canonical form, or to `{"error":…,"line":…,"column":…}`.
func canonicalJSON(_ text: [UInt8]) -> [UInt8] {
  var writer = JSONWriter()
  writer.beginObject()
  do throws(JSONError) {
    let value = try JSONDocument.parse(text).root.value
    writer.key("value")
    writer.value(value)
  } catch {
    writer.key("error")
    writer.string(Text(error.code.rawValue))
    writer.key("line")
    writer.int(Int64(error.position.line))
    writer.key("column")
    writer.int(Int64(error.position.column))
  }
  writer.endObject()
  return writer.takeBytes()
}
