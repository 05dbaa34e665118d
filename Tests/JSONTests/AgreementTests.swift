import Testing

@testable import JSON

/// The scanner against readers that are too slow or too simple to be wrong.
@Suite struct AgreementTests {
  /// Valid texts, then the same with bytes changed, removed, doubled and cut.
  @Test(arguments: 0..<40)
  func acceptsWhatTheReferenceAccepts(seed: Int) {
    var random = RandomJSON(seed: seed)
    let marks = Array("\"\\{}[],:0-.eEunt \n/".utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xED, 0xE1, 0xBB, 0xF4, 0xFF]
    for _ in 0..<25 {
      let value = random.value(depth: 3)
      let source = Array(random.spelling(of: value).utf8)
      compare(source)
      for _ in 0..<12 {
        var broken = source
        for _ in 0...random.below(2) where !broken.isEmpty {
          let place = random.below(broken.count)
          switch random.below(4) {
          case 0: broken[place] = marks[random.below(marks.count)]
          case 1: broken.insert(marks[random.below(marks.count)], at: place)
          case 2: broken.remove(at: place)
          default:
            broken.insert(
              contentsOf: broken[place..<min(place + 1 + random.below(6), broken.count)], at: place)
          }
        }
        compare(broken)
      }
    }
  }

  private func compare(_ source: [UInt8]) {
    let isAccepted = refusal(of: source) == nil
    #expect(isAccepted == ReferenceReader.accepts(source), "\(Text(utf8: source))")
    #expect(isAccepted == skips(source), "\(Text(utf8: source))")
  }

  /// True where the source is one value that can be skipped.
  private func skips(_ source: [UInt8]) -> Bool {
    source.withUnsafeBytes { bytes in
      var scanner = JSONScanner()
      scanner.aim(at: bytes)
      return scanner.begin() && scanner.skipValue() && scanner.finish()
    }
  }

  @Test(arguments: 0..<40)
  func readsWhatWasSpelled(seed: Int) throws {
    var random = RandomJSON(seed: 1_000 + seed)
    for _ in 0..<20 {
      let value = random.value()
      #expect(try parse(random.spelling(of: value)).value == value)
    }
  }

  /// Whatever the place in a word of eight bytes, and whatever stands around.
  @Test func judgesEveryByteInEveryPlace() {
    for length in 0..<18 {
      for byte in UInt8.min...UInt8.max {
        for place in Set([0, 1, 6, 7, 8, 9, 15, 16, length - 1]) where place >= 0 && place < length {
          var text = [UInt8](repeating: UInt8(ascii: "x"), count: length)
          text[place] = byte
          let source = [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
          let isPlain =
            byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
          #expect((refusal(of: source) == nil) == isPlain)
          #expect((refusal(of: [UInt8(ascii: "{")] + source + Array(":1}".utf8)) == nil) == isPlain)
        }
      }
    }
  }

  /// Every sequence of two bytes, and those of three and four whose first bytes matter, as Swift judges them.
  @Test func judgesUTF8AsTheStandardLibraryDoes() {
    let seconds: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    for first in UInt8(0x80)...0xFF {
      for second in seconds {
        for third in [0x41, 0x80, 0xBF, 0xC0] as [UInt8] {
          for fourth in [0x41, 0x80, 0xBF, 0xC0] as [UInt8] {
            let text = [first, second, third, fourth]
            let isWellFormed = String(validating: text, as: UTF8.self) != nil && second >= 0x20
            #expect((refusal(of: [0x22] + text + [0x22]) == nil) == isWellFormed)
          }
        }
      }
    }
  }

  /// What is cut is never taken for what is wrong: whoever reads piece by piece relies on it.
  @Test(arguments: 0..<20)
  func tellsCutFromWrong(seed: Int) throws {
    var random = RandomJSON(seed: 2_000 + seed)
    let value = JSONValue.array([random.value(depth: 1), .string(random.text()), random.value(depth: 1)])
    let source = Array(random.spelling(of: value).utf8)
    let end = try #require(source.lastIndex(of: UInt8(ascii: "]")))
    for length in end > 300 ? (0..<300).map({ _ in random.below(end) }) : Array(0..<end) {
      let code = refusal(of: Array(source[..<length]))?.code
      #expect(code == .unexpectedEnd || code == .emptyInput)
    }
  }
}
