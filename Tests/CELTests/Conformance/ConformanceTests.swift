import CEL
import Foundation
import JSON
import Testing

/// Runs the public suite; prints for each file how many tests passed, failed and were skipped, and why.
@Suite(.enabled(if: !ConformanceSuite.names.isEmpty, "needs ../shared/conformance/cel"))
struct ConformanceTests {
  @Test(arguments: ConformanceSuite.names)
  func passes(file: String) throws {
    var passed = 0
    var failures: [String] = []
    var skipped: [String: Int] = [:]
    for node in try ConformanceSuite.tests(file) {
      if let reason = ConformanceCase.skipReason(node) {
        skipped["\(reason)", default: 0] += 1
        continue
      }
      let test = try ConformanceCase(node)
      if let failure = test.failure(timeZone: foundationTimeZone) {
        failures.append("\(test.id): `\(test.text)` \(failure)")
      } else {
        passed += 1
      }
    }
    let reasons = skipped.sorted { $0.key < $1.key }.map { " (\($0.value) \($0.key))" }.joined()
    print(
      "\(file): \(passed) passed, \(failures.count) failed, \(skipped.values.reduce(0, +)) skipped\(reasons)")
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}

private let foundationTimeZone: CallContext.TimeZoneHook = { zone, seconds in
  TimeZone(identifier: zone.string).map {
    Int32($0.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
  }
}
