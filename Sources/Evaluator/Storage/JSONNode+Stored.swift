import CEL
import JSON

/// Reading of the stored form: each accessor throws with the member's name and place.
extension JSONNode {
  func failure(_ member: StaticString) -> StoredPackError { .member(Text(stringLiteral: member), position) }

  func member(_ name: StaticString) throws(StoredPackError) -> JSONNode {
    guard let node = self[name] else { throw failure(name) }
    return node
  }

  func text(_ name: StaticString) throws(StoredPackError) -> Text {
    guard let text = self[name]?.text else { throw failure(name) }
    return text
  }

  func int(_ name: StaticString) throws(StoredPackError) -> Int {
    guard let int = self[name]?.int64.flatMap(Int.init(exactly:)) else { throw failure(name) }
    return int
  }

  func flag(_ name: StaticString, default value: Bool) -> Bool { self[name]?.bool ?? value }

  func localized() throws(StoredPackError) -> LocalizedText {
    var parts = elements.makeIterator()
    guard let vi = parts.next()?.text, let en = parts.next()?.text else { throw failure("title") }
    return LocalizedText(vi: vi, en: en)
  }

  func date(_ name: StaticString) throws(StoredPackError) -> CivilDate {
    let text = try text(name)
    guard let date = try? CivilDate(text) else { throw failure(name) }
    return date
  }

  func span(_ name: StaticString) throws(StoredPackError) -> DateSpan {
    let node = try member(name)
    return DateSpan(
      from: node["from"] == nil ? nil : try node.date("from"),
      before: node["before"] == nil ? nil : try node.date("before"))
  }

  func texts(_ name: StaticString) throws(StoredPackError) -> [Text] {
    var texts: [Text] = []
    for element in try member(name).elements {
      guard let text = element.text else { throw failure(name) }
      texts.append(text)
    }
    return texts
  }

  func type(_ name: StaticString) throws(StoredPackError) -> CELType {
    guard let type = CELType(text: try text(name)) else { throw failure(name) }
    return type
  }
}
