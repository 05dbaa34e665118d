import JSON

extension CompiledPack {
  /// A unit of measure as it follows a number: `%` close behind, others by their title after a space.
  public func text(ofUnit unit: Text, _ language: Language) -> Text {
    unit == "%" ? unit : " " + (units[unit]?[language] ?? unit)
  }
}
