/// SplitMix64 (Steele, Lea, Flood 2014): the only randomness of the module, asked for hash seeds.
///
/// The module has no source of entropy of its own. It starts from a constant, so that a run can be repeated
/// exactly; nothing that it answers depends on the seed. A host that reads hostile files calls `binhxet_seed`
/// first, so that nobody can prepare keys that collide.
enum Random {
  nonisolated(unsafe) static var state: UInt64 = 0x42_69_6E_68_58_65_74_21

  static func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@c(arc4random_buf) public func fillWithRandomBytes(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) {
  var offset = 0
  while offset < count {
    target[offset] = UInt8(truncatingIfNeeded: Random.next())
    offset &+= 1
  }
}

@_expose(wasm, "binhxet_seed") public func seed(_ value: UInt64) { Random.state = value }
