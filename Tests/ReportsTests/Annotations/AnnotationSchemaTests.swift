import Evaluator
import Foundation
import JSON
import Reports
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// SARIF against the schema that stands beside the repository; JUnit as well-formed XML whose counts agree (its XML
/// Schemas are held by `.ci/run`).
@Suite struct AnnotationSchemaTests {
  static let schema = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/conformance/sarif/sarif-schema-2.1.0.json")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: schema.path),
      "shared/conformance/sarif is not beside the repository: SARIF output was not held against its schema"))
  func sarifKeepsToItsSchema() throws {
    let schema = try JSONDocument.parse([UInt8](Data(contentsOf: Self.schema))).root
    let validator = Draft4Validator(root: schema)
    let records = try Golden.report(
      { RecordAnnotations<SARIFAnnotations>($0, $1) }, ReportOptions(language: .vi))
    let waived = try Golden.report(
      { RecordAnnotations<SARIFAnnotations>($0, $1) }, ReportOptions(language: .vi), waived: true)
    for bytes in [SampleAnnotations.bytes(SARIFAnnotations.self, .vi), records, waived] {
      #expect(validator.deviations(try JSONDocument.parse(bytes).root) == [])
    }
    // The validator itself must see what is wrong.
    let broken = try JSONDocument.parse(
      Array(#"{ "version": "2.0", "runs": [ { "tool": { "driver": { "version": 1 } }, "x": 1 } ] }"#.utf8))
    #expect(validator.deviations(broken.root).count == 4)
  }

  @Test(arguments: [false, true]) func junitCountsItsCases(waived: Bool) throws {
    let bytes = try Golden.report(
      { RecordAnnotations<JUnitAnnotations>($0, $1) }, ReportOptions(language: .vi), waived: waived)
    let counter = ElementCounter()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = counter
    #expect(parser.parse())
    #expect(counter.counts["testcase"].map(String.init) == counter.suite["tests"])
    #expect(counter.counts["failure"].map(String.init) == counter.suite["failures"])
    #expect(counter.counts["error"].map(String.init) == counter.suite["errors"])
    #expect((counter.counts["skipped"] ?? 0) == Int(counter.suite["skipped"] ?? ""))
    #expect(try #require(counter.counts["failure"]) > 0)
  }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var suite: [String: String] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    if name == "testsuite" { suite = attributes }
  }
}
