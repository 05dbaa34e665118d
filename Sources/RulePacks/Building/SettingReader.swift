import CEL
import JSON

/// Reads what stands behind `=` in `--set NAME=VALUE` by the type of the parameter.
struct SettingReader {
  let log: DefectLog
  let enums: [Text: EnumType]

  /// - Returns: nil where the value was reported; it stands in no file, so the defect has no place.
  func value(_ setting: LoadOptions.Setting, of type: CELType) -> Value? {
    let isText: Bool
    switch type {
    case .string, .date, .period, .timestamp, .enumeration: isText = true
    default: isText = false
    }
    let quiet = DefectLog()
    let reader = ValueReader(log: quiet, enums: enums)
    if let document = document(setting.value, isText), let value = reader.value(document.root, of: type) {
      return value
    }
    let suggestion = quiet.defects.first?.suggestion
    let members = type.enumName.flatMap { enums[$0]?.membersToName } ?? []
    log.report(
      PackDefect(
        .invalidSetting, [setting.name, setting.value, type.text] + members, suggestion: suggestion))
    return nil
  }

  /// Texts are given without quotes, everything else is JSON as it stands.
  private func document(_ value: Text, _ isText: Bool) -> JSONDocument? {
    var bytes = value.utf8
    if isText {
      var writer = JSONWriter()
      writer.string(value)
      bytes = writer.takeBytes()
    }
    return try? JSONDocument.parse(bytes)
  }
}
