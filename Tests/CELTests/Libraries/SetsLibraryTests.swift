import CEL
import JSON
import Testing

@Suite struct SetsLibraryTests {
  @Test(
    arguments: [
      "sets.contains([], [])", "!sets.contains([], [1])", "sets.contains([1, 2, 3], [3, 1, 1])",
      "sets.contains([1, 2.0, 3u], [1.0, 2u, 3])", "!sets.contains(['a'], ['a', 'b'])",
      "sets.contains([[1], {'a': 1}], [[1.0], {'a': 1u}])", "!sets.contains([0.0 / 0.0], [0.0 / 0.0])",
      "sets.equivalent([], [])", "sets.equivalent([1], [1, 1])", "sets.equivalent([1], [1u, 1.0])",
      "!sets.equivalent([1, 2], [1])", "!sets.equivalent([1], [1, 2])",
      "sets.equivalent([1, 2, 3], [3u, 2.0, 1])",
      "!sets.intersects([1], [])", "!sets.intersects([], [1])", "sets.intersects([1], [1, 2])",
      "sets.intersects([[1], [2, 3]], [[1, 2], [2, 3.0]])", "!sets.intersects(['1'], dyn([1]))",
    ] as [Text])
  func relates(_ text: Text) throws { try expectTrue(text) }

  @Test(arguments: ["sets.contains(1, [1])", "sets.intersects([1], 'a')"] as [Text])
  func refusesWhatIsNoList(_ text: Text) throws { try expectError(text, .noSuchOverload) }
}
