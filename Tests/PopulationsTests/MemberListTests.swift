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

  /// As sets add up as long as all are named; beyond that the count is no more than there are.
  @Test func unionsCountNobodyTwice() {
    for (left, right) in [(0..<0, 3..<5), (0..<40, 20..<60), (0..<100, 50..<150), (0..<150, 100..<170)] {
      var (list, other) = (MemberList(), MemberList())
      for number in left { list.add(Text("k\(1000 + number)")) }
      for number in right { other.add(Text("k\(1000 + number)")) }
      let namesAll = left.count <= MemberList.shown && right.count <= MemberList.shown
      list.formUnion(other)
      let union = Set(left).union(right)
      #expect(list.keys == union.sorted().prefix(100).map { Text("k\(1000 + $0)") })
      #expect(namesAll ? list.count == union.count : list.count <= union.count && list.count >= left.count)
    }
  }
}
