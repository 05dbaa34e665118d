import CEL
import JSON

extension MessageRenderer {
  /// What is missing beyond the record itself: a record that it leads to, the register, the outcome of an award.
  ///
  /// Nil for a path of the record.
  func titleBeyond(_ path: Text, on type: Text) -> Text? {
    if path == "register", pack.schema.recordTypes[type]?.slot(of: path) == nil {
      return choose(
        "sổ quyết định khen thưởng (nạp bằng --register TỆP)",
        "the register of past decisions (given by --register FILE)")
    }
    if let parameter = pack.parameters.first(where: { "params." + $0.name == path }) {
      return choose("tham số “", "the parameter “") + parameter.title[language] + "”"
    }
    guard let (name, key) = Self.reference(path) else { return nil }
    if let award = pack.awards.first(where: { $0.id == name }) {
      return choose("kết quả xét ", "the outcome of ") + award.title[language] + choose(" của ", " for ")
        + key
    }
    guard let record = pack.schema.recordTypes[type], let slot = record.slot(of: name),
      let relation = record.fields[slot].relation, let target = pack.schema.recordTypes[relation.target]
    else { return nil }
    return target.title[language] + " \"" + key + "\""
  }

  func choose(_ vi: Text, _ en: Text) -> Text { language == .vi ? vi : en }

  /// The parts of `name["key"]`.
  private static func reference(_ path: Text) -> (name: Text, key: Text)? {
    let bytes = path.utf8
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")), bytes.count > open + 3,
      bytes[open + 1] == UInt8(ascii: "\""),
      bytes.suffix(2).elementsEqual([UInt8(ascii: "\""), UInt8(ascii: "]")])
    else { return nil }
    let key = Text(utf8: bytes[(open + 2)..<(bytes.count - 2)])
    guard !key.utf8.contains(UInt8(ascii: "\"")) else { return nil }
    return (Text(utf8: bytes[..<open]), key)
  }
}
