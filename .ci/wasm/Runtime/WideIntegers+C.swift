// The names under which compiled code calls 128-bit arithmetic (compiler-rt's, as LLVM lowers them for wasm32:
// the result through a pointer, each operand as two words).

@c(__multi3) public func multiplyWide(
  _ result: UnsafeMutablePointer<UInt64>, _ low1: UInt64, _ high1: UInt64, _ low2: UInt64, _ high2: UInt64
) {
  store(Wide(low: low1, high: high1) * Wide(low: low2, high: high2), result)
}

@c(__udivti3) public func divideUnsignedWide(
  _ result: UnsafeMutablePointer<UInt64>, _ low1: UInt64, _ high1: UInt64, _ low2: UInt64, _ high2: UInt64
) {
  store(Wide(low: low1, high: high1).divided(by: Wide(low: low2, high: high2)).quotient, result)
}

@c(__umodti3) public func remainderUnsignedWide(
  _ result: UnsafeMutablePointer<UInt64>, _ low1: UInt64, _ high1: UInt64, _ low2: UInt64, _ high2: UInt64
) {
  store(Wide(low: low1, high: high1).divided(by: Wide(low: low2, high: high2)).remainder, result)
}

@c(__divti3) public func divideWide(
  _ result: UnsafeMutablePointer<UInt64>, _ low1: UInt64, _ high1: UInt64, _ low2: UInt64, _ high2: UInt64
) {
  let (left, right) = (Wide(low: low1, high: high1), Wide(low: low2, high: high2))
  let quotient = left.magnitude.divided(by: right.magnitude).quotient
  store(left.isNegative != right.isNegative ? quotient.negated : quotient, result)
}

@c(__modti3) public func remainderWide(
  _ result: UnsafeMutablePointer<UInt64>, _ low1: UInt64, _ high1: UInt64, _ low2: UInt64, _ high2: UInt64
) {
  let (left, right) = (Wide(low: low1, high: high1), Wide(low: low2, high: high2))
  let remainder = left.magnitude.divided(by: right.magnitude).remainder
  store(left.isNegative ? remainder.negated : remainder, result)
}

@c(__ashlti3) public func shiftLeftWide(
  _ result: UnsafeMutablePointer<UInt64>, _ low: UInt64, _ high: UInt64, _ count: UInt32
) {
  store(Wide(low: low, high: high) << UInt64(count), result)
}

@c(__lshrti3) public func shiftRightUnsignedWide(
  _ result: UnsafeMutablePointer<UInt64>, _ low: UInt64, _ high: UInt64, _ count: UInt32
) {
  store(Wide(low: low, high: high) >> UInt64(count), result)
}

@c(__ashrti3) public func shiftRightWide(
  _ result: UnsafeMutablePointer<UInt64>, _ low: UInt64, _ high: UInt64, _ count: UInt32
) {
  let value = Wide(low: low, high: high)
  let ones = Wide(low: ~low, high: ~high) >> UInt64(count)
  store(value.isNegative ? Wide(low: ~ones.low, high: ~ones.high) : value >> UInt64(count), result)
}

private func store(_ value: Wide, _ result: UnsafeMutablePointer<UInt64>) {
  result[0] = value.low
  result[1] = value.high
}
