import CEL
import JSON

extension JSONWriter {
  mutating func member(_ key: Text, _ text: Text) {
    self.key(key)
    string(text)
  }

  /// Nothing where there is no text.
  mutating func member(_ key: Text, ifPresent text: Text?) {
    if let text { member(key, text) }
  }

  mutating func member(_ key: Text, int value: Int64) {
    self.key(key)
    int(value)
  }

  mutating func member(_ key: Text, bool value: Bool) {
    self.key(key)
    bool(value)
  }

  mutating func member(_ key: Text, _ text: LocalizedText) {
    self.key(key)
    localized(text)
  }

  mutating func member(_ key: Text, _ span: DateSpan) {
    self.key(key)
    beginObject()
    member("from", ifPresent: span.from?.text)
    member("before", ifPresent: span.before?.text)
    endObject()
  }

  mutating func member(_ key: Text, ifPresent formula: Formula?) {
    if let formula { member(key, formula) }
  }

  mutating func member(_ key: Text, _ formula: Formula) {
    self.key(key)
    self.formula(formula)
  }

  /// The text alone where it reads nothing but fields of its own record.
  mutating func formula(_ formula: Formula) {
    let (variables, related) = (formula.variablesRead, formula.relatedFieldsRead)
    guard !variables.isEmpty || !related.isEmpty else { return string(formula.text) }
    beginObject()
    member("text", formula.text)
    member("variables", ifAny: variables)
    member("related", ifAny: related)
    endObject()
  }

  /// An array of objects, one an element.
  mutating func members<Element>(
    _ key: Text, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    beginArray()
    for element in elements {
      beginObject()
      write(&self, element)
      endObject()
    }
    endArray()
  }

  /// In Vietnamese and English.
  mutating func localized(_ text: LocalizedText) {
    beginArray()
    string(text.vi)
    string(text.en)
    endArray()
  }

  /// Nothing where there are none.
  private mutating func member(_ key: Text, ifAny texts: [Text]) {
    guard !texts.isEmpty else { return }
    self.key(key)
    self.texts(texts)
  }

  mutating func texts(_ texts: [Text]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }
}
