import CEL
import JSON

/// The types of a pack's fields, each once: hundreds of fields have the same few.
struct StoredTypes {
  /// In order of their texts.
  let all: [Text]
  private let places: [Text: Int64]

  init(_ recordTypes: some Sequence<RecordType>) {
    var texts: Set<Text> = []
    for type in recordTypes { texts.formUnion(type.fields.map { $0.type.text }) }
    all = texts.sorted()
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($0.element, Int64($0.offset)) })
  }

  /// Place in `all`; -1 for the type of no field.
  func place(of type: CELType) -> Int64 { places[type.text] ?? -1 }
}
