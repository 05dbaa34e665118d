import CEL
import JSON

/// Entry `cel`: tests of the CEL suite, a JSON array, to `{"passed":…,"skipped":…,"failed":[…]}`.
///
/// Tests are chosen and run by the code that does so in the tests of the package. A failure is named by the test and
/// the stage that failed.
func celConformance(_ text: [UInt8]) -> [UInt8] {
  var passed: Int64 = 0
  var skipped: Int64 = 0
  var failed: [(id: Text, how: StaticString)] = []
  guard let tests = try? JSONDocument.parse(text) else { return Array(#"{"error":"no JSON"}"#.utf8) }
  for node in tests.root.elements {
    if ConformanceCase.skipReason(node) != nil {
      skipped += 1
    } else if let how = failure(node) {
      failed.append((node["id"]?.text ?? "", how))
    } else {
      passed += 1
    }
  }

  var writer = JSONWriter()
  writer.beginObject()
  writer.key("passed")
  writer.int(passed)
  writer.key("skipped")
  writer.int(skipped)
  writer.key("failed")
  writer.beginArray()
  for (id, how) in failed { writer.string(id + ": " + Text(stringLiteral: how)) }
  writer.endArray()
  writer.endObject()
  return writer.takeBytes()
}

private func failure(_ node: JSONNode) -> StaticString? {
  let test: ConformanceCase
  do throws(ConformanceCase.Malformed) {
    test = try ConformanceCase(node)
  } catch {
    return error.what
  }
  switch test.failure(timeZone: hostTimeZone) {
  case nil: return nil
  case .parsing: return "not parsed"
  case .checking: return "refused by the checker"
  case .deduced: return "another type"
  case .gave: return "another value"
  case .gaveNoError: return "a value, not an error"
  case .gaveError: return "an error"
  }
}
