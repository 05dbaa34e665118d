/// A set of small numbers that is emptied in constant time (Briggs and Torczon's sparse set).
struct StepSet {
  private var members: [Int32]
  private var places: [Int32]
  private(set) var count = 0

  /// - Parameter capacity: members are below it.
  init(capacity: Int) {
    members = Array(repeating: 0, count: capacity)
    places = Array(repeating: 0, count: capacity)
  }

  subscript(index: Int) -> Int32 { members[index] }

  /// Adds a number; false where it was there.
  mutating func insert(_ number: Int32) -> Bool {
    let place = Int(places[Int(number)])
    if place < count, members[place] == number { return false }
    members[count] = number
    places[Int(number)] = Int32(count)
    count += 1
    return true
  }

  mutating func removeAll() { count = 0 }
}
