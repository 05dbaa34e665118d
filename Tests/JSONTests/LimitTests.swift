import JSON
import Testing

@Suite struct LimitTests {
  @Test(arguments: ["[", #"{"a":"#, #"[{"a":"#])
  func refusesAMegabyteOfOpenBrackets(unit: String) throws {
    let source = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    let error = try #require(refusal(of: source))
    #expect(error.code == .tooDeep)
    #expect(error.limit == 512)
  }

  @Test func needsNoStackForDepth() throws {
    let depth = 60_000
    let source = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(refusal(of: source, limits: JSONLimits(depth: depth - 1))?.code == .tooDeep)
    #expect(try parse(source, limits: JSONLimits(depth: depth)).document.valueCount == depth)
  }

  @Test func countsDepthOfWhatIsOpenOnly() throws {
    let limits = JSONLimits(depth: 2)
    #expect(refusal(of: #"[{},[],{"a":1},[2]]"#, limits: limits) == nil)
    let error = try #require(refusal(of: #"[{"a":[]}]"#, limits: limits))
    #expect(error.code == .tooDeep)
    #expect(error.position.byte == 6)
    #expect(error.limit == 2)
  }

  @Test func limitsLength() throws {
    #expect(refusal(of: "[1,2]", limits: JSONLimits(length: 5)) == nil)
    let error = try #require(refusal(of: "[1,23]", limits: JSONLimits(length: 5)))
    #expect(error.code == .tooLong)
    #expect(error.limit == 5)
  }

  @Test func limitsTheLengthOfOneValueNotOfWhatFollows() throws {
    var parser = JSONParser(limits: JSONLimits(length: 5))
    #expect(try parser.parsePrefix(of: Array("[1,2], [3,4]".utf8)).root.count == 2)
    #expect(try parser.parsePrefix(of: Array("12345".utf8)).root.int64 == 12345)
    for source in ["[1,23], 4", "\"12345\"", "123456", "      1"] {
      let error = #expect(throws: JSONError.self) { try parser.parsePrefix(of: Array(source.utf8)) }
      #expect(error?.code == .tooLong)
      #expect(error?.limit == 5)
    }
    let error = #expect(throws: JSONError.self) { try parser.parsePrefix(of: Array("[1,?23]".utf8)) }
    #expect(error?.code == .unexpectedByte)
  }

  @Test func limitsValues() throws {
    #expect(refusal(of: #"{"a":[1]}"#, limits: JSONLimits(values: 3)) == nil)
    let error = try #require(refusal(of: #"{"a":[1,2]}"#, limits: JSONLimits(values: 3)))
    #expect(error.code == .tooManyValues)
    #expect(error.position.byte == 8)
    #expect(error.limit == 3)
  }

  @Test func clampsLimits() {
    let limits = JSONLimits(depth: .max, length: .max, values: -1)
    #expect(limits.depth == 65_536)
    #expect(limits.length == Int(Int32.max))
    #expect(limits.values == 0)
  }
}
