import CEL
import JSON
import Testing

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("forestCoverPercnt", "forestCoverPercent"), ("kidn", "kind"), ("Kind", "kind"), ("sise", "size"),
      ("xa", "x"), ("đơnVi", "đơnVị"),
    ] as [(Text, Text)])
  func findsTheNearest(_ name: Text, _ expected: Text) {
    let names: [Text] = ["forestCoverPercent", "forestArea", "kind", "size", "x", "đơnVị"]
    #expect(Suggestion.nearest(to: name, among: names) == expected)
  }

  @Test(arguments: ["population", "y", "", "forest", "ki"] as [Text])
  func findsNothingFarOff(_ name: Text) {
    let names: [Text] = ["forestCoverPercent", "kind", "size", "x"]
    #expect(Suggestion.nearest(to: name, among: names) == nil)
  }

  @Test func doesNotDependOnTheOrderOfCandidates() {
    let names: [Text] = ["cat", "car", "cab", "carts"]
    #expect(Suggestion.nearest(to: "cax", among: names) == "cab")
    #expect(Suggestion.nearest(to: "cax", among: names.reversed()) == "cab")
  }

  @Test func neverSuggestsTheNameItself() {
    #expect(Suggestion.nearest(to: "kind", among: ["kind"]) == nil)
  }

  /// The fast distance agrees with the recursive definition on all pairs of short words.
  @Test func agreesWithTheDefinition() {
    let letters = Array("abc".utf8)
    var words: [[UInt8]] = [[]]
    var last: [[UInt8]] = [[]]
    for _ in 0..<4 {
      last = last.flatMap { word in letters.map { word + [$0] } }
      words += last
    }
    let long = words.filter { $0.count >= 3 }
    var disagreements: [(Text, Text)] = []
    for left in long {
      for right in words.prefix(30) {
        let name = Text(utf8: left)
        let near = Self.distance(left[...], right[...]) <= min((left.count + 2) / 3, left.count - 1)
        let isSuggested = Suggestion.nearest(to: name, among: [Text(utf8: right)]) != nil
        if isSuggested != (near && left != right) { disagreements.append((name, Text(utf8: right))) }
      }
    }
    #expect(disagreements.isEmpty)
  }

  private static func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard let a = left.last, let b = right.last else { return left.count + right.count }
    var least = min(
      distance(left.dropLast(), right) + 1, distance(left, right.dropLast()) + 1,
      distance(left.dropLast(), right.dropLast()) + (a == b ? 0 : 1))
    if left.count > 1, right.count > 1, left.dropLast().last == b, right.dropLast().last == a {
      least = min(least, distance(left.dropLast(2), right.dropLast(2)) + 1)
    }
    return least
  }
}
