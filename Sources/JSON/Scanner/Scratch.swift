/// A growing run of plain values that one owner keeps and reuses.
///
/// An `Array` asks at every write whether it is shared; a reader writes several times a value, so it matters.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private var storage = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)
  private(set) var count = 0

  deinit { storage.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { storage[index] }
    set { storage[index] = newValue }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == storage.count { grow() }
    storage.initializeElement(at: count, to: element)
    count &+= 1
  }

  /// Removes the last element, which must be there.
  @inline(__always)
  mutating func removeLast() -> Element {
    count &-= 1
    return storage[count]
  }

  /// Keeps the first elements only.
  @inline(__always)
  mutating func truncate(to count: Int) { self.count = count }

  /// The elements, in an array of exactly their size.
  func copy() -> [Element] { Array(storage[..<count]) }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(64, 2 * storage.count))
    _ = larger.moveInitialize(fromContentsOf: storage[..<count])
    storage.deallocate()
    storage = larger
  }
}
