// The byte functions of C that the compiler may call by name.
//
// With the `bulk-memory` instructions that this target has, copies and fills of a known kind are
// instructions; what is left are calls by name from the standard library. The bodies of `memmove` and
// `memset` must not be loops, which the optimizer would turn into calls of themselves: `update(from:)` and
// `initialize(repeating:)` are lowered to the instructions `memory.copy` and `memory.fill`, which the test of
// the runtime proves by running them.

@c(memcpy) public func copyBytes(
  _ target: UnsafeMutablePointer<UInt8>, _ source: UnsafePointer<UInt8>, _ count: Int
) -> UnsafeMutablePointer<UInt8> {
  target.update(from: source, count: count)
  return target
}

@c(memmove) public func moveBytes(
  _ target: UnsafeMutablePointer<UInt8>, _ source: UnsafePointer<UInt8>, _ count: Int
) -> UnsafeMutablePointer<UInt8> {
  target.update(from: source, count: count)
  return target
}

@c(memset) public func fillBytes(
  _ target: UnsafeMutablePointer<UInt8>, _ value: Int32, _ count: Int
) -> UnsafeMutablePointer<UInt8> {
  target.initialize(repeating: UInt8(truncatingIfNeeded: value), count: count)
  return target
}

@c(memcmp) public func compareBytes(
  _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int
) -> Int32 {
  var offset = 0
  while offset != count {
    let difference = Int32(left[offset]) &- Int32(right[offset])
    if difference != 0 { return difference }
    offset &+= 1
  }
  return 0
}
