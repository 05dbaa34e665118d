import CEL
import JSON

extension Schema {
  /// What a path of a record type is called on forms, with the sections that it lies in; nil where no step is a field.
  public func title(of path: Text, on type: Text) -> LocalizedText? {
    guard let vi = PathTitle(schema: self, language: .vi).text(of: path, on: type),
      let en = PathTitle(schema: self, language: .en).text(of: path, on: type)
    else { return nil }
    return LocalizedText(vi: vi, en: en)
  }
}
