import JSON
import Testing

@testable import Populations

@Suite struct MemberListTests {
  /// The first hundred by key, whatever the order and however the list is split.
  @Test func theSameForAnyOrderAndSplit() {
    let keys = (0..<250).map { Text("k\(($0 * 7919) % 250 + 1000)") }
    var whole = MemberList()
    for key in keys { whole.add(key) }
    #expect(whole.count == 250)
    #expect(whole.keys == Array(keys.sorted().prefix(100)))
    for split in [0, 1, 99, 100, 180, 250] {
      var (left, right) = (MemberList(), MemberList())
      for key in keys.prefix(split).reversed() { left.add(key) }
      for key in keys.dropFirst(split) { right.add(key) }
      left.merge(right)
      #expect(left == whole)
    }
  }
}
