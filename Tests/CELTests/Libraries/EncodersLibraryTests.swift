import CEL
import Foundation
import JSON
import Testing

@Suite struct EncodersLibraryTests {
  @Test func agreesWithFoundation() throws {
    var random = SeededGenerator(seed: 64)
    for length in 0..<60 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let encoded = Data(bytes).base64EncodedString()
      let literal = "b'" + bytes.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
      try expectTrue(Text("base64.encode(\(literal)) == '\(encoded)'"))
      try expectTrue(Text("base64.decode('\(encoded)') == \(literal)"))
      try expectTrue(Text("base64.decode('\(encoded.filter { $0 != "=" })') == \(literal)"))
    }
  }

  @Test(arguments: [
    "a", "aGVsbG8==", "aGVs====", "aGV$", "aGVs bG8=", "=", "====", "aGVsbG8=a", "aG=s", "đẹp1",
  ])
  func refuses(_ text: String) throws {
    try expectError(Text("base64.decode('\(text)')"), .invalidArgument)
  }
}
