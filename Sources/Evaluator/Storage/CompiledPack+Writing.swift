import CEL
import JSON

extension CompiledPack {
  /// Version of the stored form; `init(stored:)` refuses any other.
  public static let storedVersion: Int64 = 5

  /// Canonical JSON with expressions as text, each with what it reads beside fields of its own record.
  public var stored: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("binhxet", int: Self.storedVersion)
    writer.member("pack", id)
    writer.member("version", version)
    writer.member("title", title)
    writer.member("period", period)
    writer.member("timeZoneOffset", int: Int64(timeZoneOffset))
    switch lawDate {
    case .day(let day): writer.member("lawDate", day.text)
    case .field(let name): writer.member("lawDateField", name)
    }
    writer.members("sources", sources) { $0.source($1) }
    writer.members("notices", notices) { writer, notice in
      writer.member("from", notice.from.text)
      writer.member("text", notice.text)
    }
    writer.members("parameters", parameters) { $0.parameter($1) }
    writer.key("units")
    writer.beginObject()
    for (unit, title) in units.sorted(by: { $0.key < $1.key }) { writer.member(unit, title) }
    writer.endObject()
    writer.members("choices", choices) { writer, choice in
      writer.member("rule", choice.rule)
      writer.member("title", choice.title)
      writer.member("enabled", bool: choice.isEnabled)
    }
    writer.members("enums", schema.enumTypes.values.sorted { $0.name < $1.name }) { $0.enumType($1) }
    let recordTypes = schema.recordTypes.values.sorted { $0.name < $1.name }
    let types = StoredTypes(recordTypes)
    writer.key("types")
    writer.texts(types.all)
    writer.members("recordTypes", recordTypes) { $0.recordType($1, types) }
    writer.key("checked")
    writer.texts(self.recordTypes.map { $0.name })
    let templates = StoredTemplates(self)
    writer.members("messages", templates.all) { writer, template in
      writer.member("id", template.id)
      writer.member("text", template.text)
    }
    writer.members("rules", rules) { $0.rule($1, templates) }
    writer.members("awards", awards) { $0.award($1) }
    writer.members("populationRules", populationRules) { $0.populationRule($1, templates) }
    writer.members("scores", scores) { $0.score($1) }
    writer.key("authorities")
    writer.beginObject()
    for (key, title) in authorities.sorted(by: { $0.key < $1.key }) { writer.member(key, title) }
    writer.endObject()
    if let register { writer.register(register) }
    writer.endObject()
    return writer.takeBytes()
  }
}
