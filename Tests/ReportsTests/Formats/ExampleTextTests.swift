import CEL
import Evaluator
import Foundation
import JSON
import Populations
import Records
import Reports
import RulePacks
import Testing

/// What the packs of the repository say of their examples is written for people: no words of the machine, no slips.
@Suite struct ExampleTextTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let examples = [
    ("ba-to-2021", "ba-to-2021", "2021-12-31"), ("bac-giang-2021", "bac-giang-2021", "2021-12-31"),
    ("bac-lieu-2021", "bac-lieu-2021", "2021-12-31"), ("bo-trach-2020", "bo-trach-2020", "2020-12-31"),
    ("thai-binh-2021", "thai-binh-2021", "2021-12-31"), ("vn-law-2022", "committee-2024", "2024-12-20"),
  ]

  @Test(arguments: examples, Language.allCases)
  func readsAsPeopleWrite(_ example: (pack: String, folder: String, day: String), _ language: Language) throws
  {
    let folder = Self.root.appending(path: "Examples/" + example.folder)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".ndjson") }.sorted().map { folder.appending(path: $0) }
    let data = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let report = try report(example.pack, files, example.day, language)
    #expect(report.records.count > 10)
    var slips: Set<String> = []
    for line in report.header + report.records {
      for slip in Slip.all(in: line, language) where !Slip.isValue(slip, in: data) {
        slips.insert(slip + " in: " + line)
      }
    }
    #expect(slips.isEmpty, "\(slips.sorted().prefix(20).joined(separator: "\n"))")
  }

  /// - Returns: lines without ids, which stand on lines of their own or in parentheses behind the title that a user switches.
  private func report(
    _ pack: String, _ files: [URL], _ day: String, _ language: Language
  ) throws -> (header: [String], records: [String]) {
    let loaded = try #require(PackLoader().load(folder: Self.root.appending(path: "rules/" + pack).path).pack)
    let day = try CivilDate(Text(day))
    let evaluator = PackEvaluator(loaded, asOf: day)
    var reader = RecordReader(files.map { RecordSource($0.path) }, of: loaded, typeName: nil, asOf: day)
    var writer = TextReport(
      ReportHeader(loaded, asOf: day, toolVersion: "0.0.0"), ReportOptions(language: language))
    var state = PopulationState(evaluator)
    var (header, body): ([UInt8], [UInt8]) = ([], [])
    writer.begin(into: &header)
    var place = 0
    while let next = try reader.next() {
      guard case .success(let located) = next, case .judged(let result) = evaluator.evaluate(located.record)
      else {
        continue
      }
      writer.record(ReportedRecord(located, result), into: &body)
      state.add(result, key: located.key.text, ordinal: place)
      place += 1
    }
    let outcome = state.decided()
    for group in outcome.groups { writer.group(group, into: &body) }
    for roster in outcome.rosters { writer.roster(roster, into: &body) }
    let names = loaded.parameters.map(\.name.string) + loaded.choices.map(\.rule.string)
    let lines = String(decoding: header, as: UTF8.self).split(separator: "\n").map { line in
      names.reduce(String(line)) { $0.replacingOccurrences(of: " (" + $1 + "):", with: ":") }
    }
    let texts = String(decoding: body, as: UTF8.self).split(separator: "\n").map(String.init)
    return (lines, texts.filter { !$0.hasPrefix("      ") && !$0.hasPrefix("■") })
  }

  @Test func slipsAreNoticed() {
    #expect(Slip.all(in: "  x: heldOn is late, [\"a\"]", .en) == ["heldOn", "[\""])
    #expect(Slip.all(in: "1 days and 1 is; 21 days, 0.1 points; 2021-12-31", .en) == ["1 days"])
    #expect(Slip.all(in: "ngày 2021-12-31:  {limit}..", .vi) == ["2021-12-31", "  ", "{limit}", ".."])
    #expect(Slip.all(in: "Lệch – ngày; thiếu:; plan.number", .vi) == ["plan.number", "– ngày", ":"])
  }
}

/// What must not stand in a sentence.
private enum Slip {
  private static let patterns = [
    #"\b[a-z]+[A-Z][A-Za-z]*\b"#, #"\[""#, #"(?<=\S) {2,}"#, #"\{[a-zA-Z]*\}"#, #"\.\.|::|: :| [,;.](?= |$)"#,
    // A path, a number that is not told, a list that is empty.
    #"(?<![\w/.])[a-z]+\.[a-z]+\b"#, #"– (?:ngày|days?|năm|years?|điểm|points?|%)(?!\p{L})"#,
    #"[:(](?=[.;,)])"#,
  ]
  private static let ofLanguage: [Language: [String]] = [
    .vi: [#"\b\d{4}-\d{2}-\d{2}\b"#],
    .en: [#"(?<![\d.,])1 (?!is\b|was\b|has\b|lies\b|does\b)[a-z]+s\b"#],
  ]

  /// By pattern, in order of the list above.
  static func all(in line: String, _ language: Language) -> [String] {
    let order = [patterns[0], patterns[1]] + (ofLanguage[language] ?? []) + patterns.dropFirst(2)
    return order.flatMap { pattern in
      var found: [String] = []
      var rest = line.startIndex..<line.endIndex
      while let match = line.range(of: pattern, options: .regularExpression, range: rest) {
        found.append(String(line[match]))
        rest = match.upperBound..<line.endIndex
      }
      return found
    }
  }

  /// Whether a word is a value of the records, such as the key of an indicator, and no name of a field.
  static func isValue(_ word: String, in data: String) -> Bool {
    data.range(
      of: "\"" + NSRegularExpression.escapedPattern(for: word) + "\"\\s*[,}\\]]", options: .regularExpression)
      != nil
  }
}
