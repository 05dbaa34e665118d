import JSON

/// Where the objects of a chunk stand in the array that they were taken from.
struct ElementOrigins {
  /// The first byte of each object in the chunk, in order.
  private var starts: [Int] = []
  private var positions: [JSONPosition] = []
  /// Line feeds of the objects, which stand as spaces in the chunk.
  private var lineFeeds: [Int] = []

  mutating func add(_ start: Int, _ position: JSONPosition) {
    starts.append(start)
    positions.append(position)
  }

  mutating func addLineFeed(_ place: Int) { lineFeeds.append(place) }

  /// The line of the source on which an object begins, by its place in the chunk.
  func line(of object: Int) -> Int { positions.indices.contains(object) ? positions[object].line : 0 }

  /// Where the object begins that stands at a place of the chunk.
  func position(at start: Int) -> JSONPosition? {
    let place = Self.first(in: starts, from: start)
    return place < starts.count && starts[place] == start ? positions[place] : nil
  }

  /// The bytes of a part of the chunk as they stand in the source.
  func restored(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    var bytes = bytes
    for place in lineFeeds[Self.first(in: lineFeeds, from: start)...] {
      guard place - start < bytes.count else { break }
      bytes[place - start] = UInt8(ascii: "\n")
    }
    return bytes
  }

  /// The first of some ascending numbers that is not less.
  private static func first(in numbers: [Int], from least: Int) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
