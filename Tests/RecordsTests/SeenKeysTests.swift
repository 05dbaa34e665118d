import Testing

@testable import Records

struct SeenKeysTests {
  private func batch(_ keys: [String]) -> BatchKeys {
    var batch = BatchKeys()
    for (line, key) in keys.enumerated() {
      Array(key.utf8).withUnsafeBufferPointer { batch.append($0, line: line) }
    }
    return batch
  }

  @Test func findsRepetitionsWithinAndAcrossBatches() {
    let seen = SeenKeys()
    #expect(seen.add(batch(["a", "b", "c"]), source: 0, firstLine: 1).isEmpty)
    #expect(seen.add(batch(["d", "e"]), source: 0, firstLine: 4).isEmpty)
    let repeated = seen.add(batch(["f", "b", "f"]), source: 1, firstLine: 1)
    #expect(repeated.map(\.index) == [1, 2])
    #expect(
      repeated.map(\.first) == [SeenKeys.Place(source: 0, line: 2), SeenKeys.Place(source: 1, line: 1)])
  }

  @Test func takesTheSameKeyAtTheBorderOfBatchesForARepetition() {
    let seen = SeenKeys()
    _ = seen.add(batch(["a", "b"]), source: 0, firstLine: 1)
    #expect(seen.add(batch(["b", "c"]), source: 0, firstLine: 3).map(\.index) == [0])
  }

  @Test func keepsLongKeysApartAndKnowsThemFromTheFile() {
    let seen = SeenKeys()
    let keys = (0..<40_000).map { number in
      let digits = String(number)
      return "a key longer than a mark " + String(repeating: "0", count: 6 - digits.count) + digits
    }
    #expect(seen.add(batch(keys), source: 0, firstLine: 1).isEmpty)
    let repeated = seen.add(batch(["a key", keys[7], keys[39_999]]), source: 0, firstLine: 40_001)
    #expect(repeated.map(\.first.line) == [8, 40_000])
  }

  /// In no order, against a plain dictionary, with few marks in memory and most in the file.
  @Test func findsEveryRepetitionOfUnorderedKeys() {
    var random = SystemRandomNumberGenerator()
    let seen = SeenKeys(MarkTable(limit: 100))
    var first: [String: Int] = [:]
    var line = 1
    for _ in 0..<60 {
      let keys = (0..<100).map { _ in
        let number = Int.random(in: 0..<4_000, using: &random)
        return number % 2 == 0 ? "\(number)" : "a long key with its number: \(number)"
      }
      let repeated = seen.add(batch(keys), source: 0, firstLine: line)
      var expected: [Int: Int] = [:]
      for (index, key) in keys.enumerated() {
        if let known = first[key] { expected[index] = known } else { first[key] = line + index }
      }
      #expect(Dictionary(uniqueKeysWithValues: repeated.map { ($0.index, $0.first.line) }) == expected)
      line += keys.count
    }
  }

  /// The order of marks is that of the bytes of their keys.
  @Test func marksAreInTheOrderOfTheirKeys() {
    var random = SystemRandomNumberGenerator()
    let bytes: [UInt8] = [0, 1, 0x41, 0x7F, 0x80, 0xFF]
    for _ in 0..<20_000 {
      let keys = (0..<2).map { _ in
        (0..<Int.random(in: 0...15, using: &random)).map { _ in bytes.randomElement(using: &random) ?? 0 }
      }
      let marks = keys.map { key in key.withUnsafeBufferPointer { KeyMark($0, line: 0) } }
      #expect(marks.map(\.key) == keys)
      #expect(marks[0].precedes(marks[1]) == keys[0].lexicographicallyPrecedes(keys[1]), "\(keys)")
    }
  }

  @Test func ordersLongKeysAmongShortOnes() {
    let seen = SeenKeys()
    let long = "b, longer than sixteen bytes"
    #expect(seen.add(batch(["a", long, "c"]), source: 0, firstLine: 1).isEmpty)
    #expect(seen.add(batch([long]), source: 0, firstLine: 4).map(\.first.line) == [2])
  }
}
