import CEL
import JSON
import RuleReview

/// JUnit XML, as the reports of test runners: one test case for each subject and rule (`ant-JUnit.xsd`).
///
/// Counts stand before the cases, so the cases are kept, written out, until the end. Time and host are not told:
/// the same input gives the same bytes.
public struct JUnitAnnotations: AnnotationWriter {
  private let header: AnnotationHeader
  /// In order of first mention.
  private var cases: [TestCase] = []
  private var places: [CaseName: Int] = [:]

  private struct CaseName: Hashable {
    let subject: Text
    let rule: Text
  }

  private struct TestCase {
    let name: CaseName
    var failures: [Text] = []
    var firstMessage: Text?
    var open: Text?
    var skipped: Text?
    /// What failed and does not count.
    var remarks: [Text] = []
    var type: Text = ""
  }

  public init(_ header: AnnotationHeader) { self.header = header }

  public mutating func begin(into output: inout [UInt8]) {
    for subject in header.subjects {
      for rule in header.rules { _ = place(of: CaseName(subject: subject, rule: rule.id)) }
    }
  }

  private mutating func place(of name: CaseName) -> Int {
    if let place = places[name] { return place }
    places[name] = cases.count
    cases.append(TestCase(name: name))
    return cases.count - 1
  }

  public mutating func annotation(_ annotation: Annotation, into output: inout [UInt8]) {
    let place = place(of: CaseName(subject: annotation.subject, rule: annotation.rule))
    let text = Self.text(annotation)
    switch annotation.kind {
    case _ where annotation.waiver != nil, .fail(.note): cases[place].remarks.append(text)
    case .fail(let severity):
      cases[place].failures.append(text)
      cases[place].firstMessage = cases[place].firstMessage ?? annotation.message
      cases[place].type = severity.name
    case .open: cases[place].open = text
    case .informational, .notApplicable: cases[place].skipped = annotation.message
    case .pass: break
    }
  }

  /// The message behind its place, with remedy or waiver.
  private static func text(_ annotation: Annotation) -> Text {
    var text = (annotation.place.map { $0.text + ": " } ?? "") + annotation.message
    if let remedy = annotation.remedy { text += "\n" + remedy }
    if let waiver = annotation.waiver { text += "\n" + waiver }
    return text
  }

  public mutating func end(into output: inout [UInt8]) {
    let failures = cases.count { !$0.failures.isEmpty }
    let errors = cases.count { $0.failures.isEmpty && $0.open != nil }
    let skipped = cases.count { $0.failures.isEmpty && $0.open == nil && $0.skipped != nil }
    let stamp = (header.day?.text ?? "1970-01-01") + "T00:00:00"
    output.line(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    output.line("<testsuites>")
    output.line(
      "  <testsuite" + Self.attribute("name", header.suite) + Self.attribute("package", "binhxet")
        + Self.attribute("id", "0") + Self.attribute("timestamp", stamp)
        + Self.attribute("hostname", "localhost") + Self.count("tests", cases.count)
        + Self.count("failures", failures) + Self.count("errors", errors) + Self.count("skipped", skipped)
        + Self.attribute("time", "0") + ">")
    output.line("    <properties/>")
    for testCase in cases { Self.write(testCase, &output) }
    output.line("    <system-out>" + Self.escaped(remarks) + "</system-out>")
    output.line("    <system-err></system-err>")
    output.line("  </testsuite>")
    output.line("</testsuites>")
  }

  private var remarks: Text { cases.flatMap(\.remarks).joined("\n") }

  private static func write(_ testCase: TestCase, _ output: inout [UInt8]) {
    let head =
      "    <testcase" + attribute("name", testCase.name.rule) + attribute("classname", testCase.name.subject)
      + attribute("time", "0")
    if let message = testCase.firstMessage {
      write("failure", testCase.type, message, testCase.failures.joined("\n"), head, &output)
    } else if let open = testCase.open {
      write("error", "undetermined", open, open, head, &output)
    } else if let skipped = testCase.skipped {
      output.line(head + "><skipped" + attribute("message", skipped) + "/></testcase>")
    } else {
      output.line(head + "/>")
    }
  }

  private static func write(
    _ element: Text, _ type: Text, _ message: Text, _ text: Text, _ head: Text, _ output: inout [UInt8]
  ) {
    output.line(head + ">")
    output.line(
      "      <" + element + attribute("type", type) + attribute("message", message) + ">" + escaped(text)
        + "</"
        + element + ">")
    output.line("    </testcase>")
  }

  private static func count(_ name: Text, _ count: Int) -> Text { attribute(name, Text("\(count)")) }

  private static func attribute(_ name: Text, _ value: Text) -> Text {
    " " + name + "=\"" + escaped(value) + "\""
  }

  private static func escaped(_ text: Text) -> Text { XMLText.escaped(text) }
}
