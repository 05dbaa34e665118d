import JSON
import Testing

/// The order of texts is that of their bytes, whatever their length.
@Suite struct TextOrderTests {
  @Test func agreesWithTheLongWay() {
    var random = SystemRandomNumberGenerator()
    var texts: [Text] = [""]
    for length in 1...40 {
      for _ in 0..<6 {
        // Few bytes, so that many texts begin alike; of those some above 127.
        texts.append(
          Text(utf8: (0..<length).map { _ in [0x61, 0x62, 0xC3, 0xFF].randomElement(using: &random) ?? 0 }))
      }
      texts.append(Text(utf8: [UInt8](repeating: 0x61, count: length)))
    }
    for left in texts {
      for right in texts {
        #expect(
          (left < right) == left.utf8.lexicographicallyPrecedes(right.utf8), "\(left.utf8) \(right.utf8)")
      }
    }
  }
}
