import JSON
import Testing

@testable import Reports

/// Which plain numbers a number in quotes may have been meant as.
@Suite struct NumberReadingsTests {
  @Test(arguments: [
    ("29.835", ["29835", "29.835"]),
    ("29,835", ["29835", "29.835"]),
    ("1.234,5", ["1234.5"]),
    ("1,234.5", ["1234.5"]),
    ("1.234.567", ["1234567"]),
    ("1.234.567,89", ["1234567.89"]),
    ("67,1%", ["67.1"]),
    ("67.1 %", ["67.1"]),
    ("-5,25", ["-5.25"]),
    ("0.350", ["0.350"]),
    ("007", ["7"]),
    ("12", ["12"]),
    ("1.2.3", []),
    ("1.23,4", []),
    ("1,234,5", []),
    ("5.", []),
    (",5", []),
    ("khoảng 30", []),
    ("", []),
  ])
  func readings(_ text: String, _ expected: [String]) {
    #expect(NumberReadings(of: Text(text)).numbers == expected.map { Text($0) })
  }
}
