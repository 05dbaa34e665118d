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

  /// Those in both count once, as long as all are named; of more the count is what it is at the least.
  @Test func unionsNameNobodyTwice() {
    func list(_ range: Range<Int>) -> MemberList {
      var list = MemberList()
      for number in range { list.add(Text("k\(number + 1000)")) }
      return list
    }
    let cases = [
      (0..<3, 2..<5, 0..<5), (0..<0, 4..<6, 4..<6), (4..<6, 0..<0, 4..<6), (0..<60, 30..<90, 0..<90),
    ]
    for (left, right, whole) in cases {
      var union = list(left)
      union.formUnion(list(right))
      #expect(union == list(whole))
    }
    var long = list(0..<150)
    long.formUnion(list(100..<250))
    #expect(long.count >= 150 && long.count <= 250)
    #expect(long.keys == list(0..<100).keys)
    var one = list(0..<2)
    one.insert("k1001")
    #expect(one == list(0..<2))
    one.insert("k1002")
    #expect(one == list(0..<3))
  }
}
