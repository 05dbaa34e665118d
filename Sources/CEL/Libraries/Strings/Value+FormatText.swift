import JSON

extension Value {
  /// The value as the clause `%s` shows it; nil where something has no such form.
  ///
  /// Texts without quotes, doubles without exponent, bytes as text, maps in order of their keys' texts.
  var formatText: Text? {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .int(let int): Text(integer: int)
    case .uint(let uint): Text(decimal: uint)
    case .double(let double): double.plainText
    case .decimal(let decimal): decimal.text
    case .string(let text): text
    case .bytes(let bytes): Text(String(decoding: bytes, as: UTF8.self))
    case .timestamp(let timestamp): timestamp.text
    case .duration(let duration): duration.text
    case .date(let date): date.text
    case .period(let period): period.text
    case .enumeration(let member): member.name
    case .type(let type): type.name
    case .list(let list): Value.formatText(of: list)
    case .map(let map): Value.formatText(of: map)
    case .ratio, .record, .optional, .unknown, .error: nil
    }
  }

  private static func formatText(of list: ListValue) -> Text? {
    var bytes = [UInt8(ascii: "[")]
    for (index, element) in list.elements.enumerated() {
      guard let text = element.formatText, bytes.count + text.utf8.count <= SizeLimits.text else {
        return nil
      }
      if index > 0 { bytes += [UInt8(ascii: ","), UInt8(ascii: " ")] }
      bytes += text.utf8
    }
    bytes.append(UInt8(ascii: "]"))
    return Text(utf8: bytes)
  }

  private static func formatText(of map: MapValue) -> Text? {
    var entries: [(key: Text, value: Text)] = []
    var length = 0
    for (key, value) in zip(map.keys, map.values) {
      guard let key = key.formatText, let value = value.formatText else { return nil }
      length += key.utf8.count + value.utf8.count
      guard length <= SizeLimits.text else { return nil }
      entries.append((key, value))
    }
    // The first of two keys of the same text (`1` and `'1'`) stays first.
    let order = entries.indices.sorted {
      entries[$0].key == entries[$1].key ? $0 < $1 : entries[$0].key < entries[$1].key
    }
    var bytes = [UInt8(ascii: "{")]
    for (place, index) in order.enumerated() {
      if place > 0 { bytes += [UInt8(ascii: ","), UInt8(ascii: " ")] }
      bytes += entries[index].key.utf8
      bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
      bytes += entries[index].value.utf8
    }
    bytes.append(UInt8(ascii: "}"))
    return Text(utf8: bytes)
  }
}
