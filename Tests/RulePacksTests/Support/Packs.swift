import CEL
import Evaluator
import JSON
import RulePacks

/// Small packs in memory.
enum Packs {
  /// A pack `p` of one file with rules on the record type `unit`.
  ///
  /// - Parameters:
  ///   - rules: JSON of the elements of `rules`.
  ///   - more: further members of the file, each with a comma behind.
  ///   - manifest: further members of the manifest, each with a comma before.
  static func files(rules: String = "", more: String = "", manifest: String = "") -> [Text: [UInt8]] {
    [
      "p/pack.json": Array(
        """
        { "pack": "p", "version": "1", "title": { "vi": "Gói", "en": "Pack" },
          "period": { "from": "2021-01-01", "before": "2022-01-01" },
          "sources": { "plan": { "title": { "vi": "Kế hoạch", "en": "Plan" } } },
          "include": ["unit.json", "rules.json"]\(manifest) }
        """.utf8),
      "p/unit.json": Array(
        """
        { "recordType": "unit", "key": ["id"], "title": { "vi": "Đơn vị", "en": "Unit" },
          "fields": {
            "id": { "type": "string" }, "score": { "type": "number", "unit": "point" },
            "share": { "type": "number", "unit": "%" }, "count": { "type": "integer" },
            "name": { "type": "string" }, "sentOn": { "type": "date" },
            "kind": { "type": "enum", "values": ["district", "commune"] },
            "grade": { "type": "enum", "ordered": ["low", "middle", "high"] },
            "topics": { "type": "list", "of": "string" } } }
        """.utf8),
      "p/rules.json": Array("{ \(more) \"rules\": [\(rules)] }".utf8),
    ]
  }

  static func load(
    _ files: [Text: [UInt8]], options: LoadOptions = LoadOptions()
  ) -> PackLoading {
    PackLoader().load(manifest: "p/pack.json", from: MemoryFiles(files), options: options)
  }

  static func load(
    rules: String = "", more: String = "", manifest: String = "", options: LoadOptions = LoadOptions()
  ) -> PackLoading {
    load(files(rules: rules, more: more, manifest: manifest), options: options)
  }

  /// A rule with the members that every rule needs.
  static func rule(_ id: String = "r", _ members: String) -> String {
    "{ \"id\": \"\(id)\", \"on\": \"unit\", \"title\": { \"vi\": \"T\", \"en\": \"T\" }, \(members) }"
  }

  /// A rule without defects.
  static func threshold(_ id: String = "r", _ more: String = "") -> String {
    rule(id, "\"kind\": \"threshold\", \"value\": \"score\", \"atLeast\": 50\(more)")
  }
}

/// A defect as tests write it: ``code file:line `underlined` [arguments] → suggestion``.
func summary(_ defect: PackDefect) -> String {
  var parts = [defect.code.rawValue]
  if let place = defect.place { parts.append("\(place.file):\(place.line) `\(underlined(place))`") }
  if !defect.arguments.isEmpty {
    parts.append("[" + defect.arguments.map(\.string).joined(separator: " | ") + "]")
  }
  if let suggestion = defect.suggestion { parts.append("→ \(suggestion)") }
  return parts.joined(separator: " ")
}

/// What a caret line would underline.
func underlined(_ place: PackDefect.Place) -> String {
  let characters = place.sourceLine.string.unicodeScalars.dropFirst(place.column - 1).prefix(place.length)
  return String(String.UnicodeScalarView(characters))
}
