import CEL
import Evaluator
import JSON
import Records

extension JSONWriter {
  mutating func member(_ key: Text, _ text: Text) {
    self.key(key)
    string(text)
  }

  mutating func member(_ key: Text, _ count: Int) {
    self.key(key)
    int(Int64(count))
  }

  mutating func member(_ key: Text, _ flag: Bool) {
    self.key(key)
    bool(flag)
  }

  mutating func member(_ key: Text, _ texts: [Text]) {
    self.key(key)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  mutating func place(_ place: SourcePlace) {
    beginObject()
    member("file", Text(place.file))
    member("line", place.line)
    if let column = place.column { member("column", column) }
    endObject()
  }

  /// A string for a key of one field, an object for more.
  mutating func recordKey(_ key: RecordKey) {
    guard key.values.count != 1 else {
      string(key.values[0])
      return
    }
    beginObject()
    for (name, value) in zip(key.names, key.values) { member(name, value) }
    endObject()
  }

  /// A value as JSON has it: exact decimals without trailing zeros, ratios at 18 places, days and enums as text.
  mutating func value(_ value: Value) {
    switch value {
    case .null, .unknown, .error: null()
    case .bool(let flag): bool(flag)
    case .int(let number): int(number)
    case .uint(let number): self.number(Text("\(number)"))
    case .double(let double):
      double.isFinite ? number(double.shortestText) : string(double.shortestText)
    case .decimal(let decimal): number(decimal.text)
    case .ratio(let ratio):
      // Beyond the range of a decimal there is no number to write.
      (try? ratio.decimal()).map { number($0.text) } ?? null()
    case .string(let text): string(text)
    case .bytes(let bytes): string(Text(utf8: bytes))
    case .timestamp(let timestamp): string(timestamp.text)
    case .duration(let duration): string(duration.text)
    case .date(let date): string(date.text)
    case .period(let period): string(period.text)
    case .enumeration(let member): string(member.name)
    case .list(let list):
      beginArray()
      for element in list.elements { self.value(element) }
      endArray()
    case .map(let map):
      beginObject()
      for (key, element) in zip(map.keys, map.values) {
        self.key(ValueText.plain(key))
        self.value(element)
      }
      endObject()
    case .record(let record): string(record.path.text)
    case .optional(let optional): optional.value.map { self.value($0) } ?? null()
    case .type(let type): string(type.type.text)
    }
  }
}
