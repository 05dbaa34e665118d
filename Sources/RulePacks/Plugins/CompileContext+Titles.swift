import CEL
import Evaluator
import JSON

extension CompileContext {
  /// What messages call an author's expression over the record: its path by title, else the fields that it reads.
  ///
  /// - Returns: nil where it reads no field, or was reported.
  func title(of expression: ExpressionText, _ term: Term) -> LocalizedText? {
    if Hygiene.isPath(expression.text), let title = schema.title(of: expression.text, on: recordType.name) {
      return title
    }
    let read = term.formula?.program.checked?.fieldsRead ?? []
    // A list and what is asked of its items is the list to people.
    let fields = read.filter { path in !read.contains { path.utf8.starts(with: ($0 + ".").utf8) } }
    return Self.joined(fields.compactMap { schema.title(of: $0, on: recordType.name) }, ", ")
  }

  /// What messages call a value of the file: a member of an enum by its title, a day as people write it.
  func title(of literal: JSONNode, as type: CELType) -> LocalizedText {
    let text = literal.text ?? Text(utf8: literal.source)
    if case .enumeration(let name) = type, let members = schema.enumTypes[name],
      let index = members.index(of: text), let title = members.titles[index]
    {
      return title
    }
    return Self.day(text)
  }

  static func day(_ text: Text) -> LocalizedText {
    guard let day = try? CivilDate(text) else { return LocalizedText(vi: text, en: text) }
    return LocalizedText(vi: ValueText(.vi).day(day), en: ValueText(.en).day(day))
  }

  /// Nil where there is nothing to join.
  static func joined(_ texts: [LocalizedText], _ separator: Text) -> LocalizedText? {
    guard !texts.isEmpty else { return nil }
    return LocalizedText(
      vi: ValueText(.vi).join(texts.map(\.vi), separator: separator),
      en: ValueText(.en).join(texts.map(\.en), separator: separator))
  }
}
