import CEL
import JSON
import Testing

@Suite struct ListsLibraryTests {
  @Test(
    arguments: [
      "[1, 2, 3].slice(1, 3) == [2, 3]", "[1].slice(1, 1) == []", "[1, 2].slice(0, 2) == [1, 2]",
      "[[1], [], [2, 3]].flatten() == [1, 2, 3]", "[[1, [2]]].flatten() == [1, [2]]",
      "[1, [2, [3, [4]]]].flatten(2) == [1, 2, 3, [4]]", "[1, [2]].flatten(0) == [1, [2]]",
      "[1, [2, [3]]].flatten(99) == [1, 2, 3]", "dyn([1, 2]).flatten() == [1, 2]",
      "[3, 1, 2].sort() == [1, 2, 3]", "['b', 'a', 'ă'].sort() == ['a', 'b', 'ă']", "[].sort() == []",
      "[true, false].sort() == [false, true]", "dyn([2, 1.5, 1u]).sort() == [1u, 1.5, 2]",
      "[duration('2s'), duration('1s')].sort() == [duration('1s'), duration('2s')]",
      "[1, 2, 1, 3, 2].distinct() == [1, 2, 3]", "[1, 1.0, 1u, 'a', 'a'].distinct() == [1, 'a']",
      "[[1], [1.0], [2]].distinct() == [[1], [2]]", "[null, null].distinct() == [null]",
      "[1.5, 1, 1.5, 1.0].distinct() == [1.5, 1]", "[0.0/0.0, 0.0/0.0].distinct().size() == 2",
      "[1, 2, 3].reverse() == [3, 2, 1]", "lists.range(3) == [0, 1, 2]", "lists.range(0) == []",
      "[1, 2].first() == optional.of(1) && [1, 2].last() == optional.of(2)", "[].first() == optional.none()",
      "[{'a': 2, 'b': 1}, {'a': 1, 'b': 2}].sortBy(x, x.a).map(x, x.b) == [2, 1]",
    ] as [Text])
  func computes(_ text: Text) throws { try expectTrue(text) }

  @Test(
    arguments: [
      ("[1].slice(0, 2)", .indexOutOfBounds), ("[1].slice(-1, 0)", .indexOutOfBounds),
      ("[1, 2].slice(2, 1)", .invalidArgument), ("[1].flatten(-1)", .rangeError),
      ("'a'.flatten()", .noSuchOverload),
      ("[1, 'a'].sort()", .noSuchOverload), ("[[1]].sort()", .noSuchOverload),
      ("[null].sort()", .noSuchOverload),
      ("[0.0 / 0.0, 1.0].sort()", .invalidArgument), ("lists.range(-1)", .rangeError),
      ("lists.range(9223372036854775807)", .overflow), ("lists.range(1u)", .noSuchOverload),
      ("cel.bind(a, lists.range(2000), a.map(i, a).flatten())", .overflow),
    ] as [(Text, EvaluationError.Code)])
  func refuses(_ text: Text, _ code: EvaluationError.Code) throws { try expectError(text, code) }

  /// Equal elements keep their order; the result is ordered and holds the same elements.
  @Test func sortsLikeTheStandardLibrary() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      let numbers = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        Int.random(in: -9...9, using: &random)
      }
      try expectTrue(Text("\(numbers).sort() == \(numbers.sorted())"))
      var kept: [Int] = []
      for number in numbers where !kept.contains(number) { kept.append(number) }
      try expectTrue(Text("\(numbers).distinct() == \(kept)"))
    }
  }
}
