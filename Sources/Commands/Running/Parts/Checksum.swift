import JSON

/// A sum over bytes that tells a file that was cut short or changed by accident (FNV-1a, 64 bits).
struct Checksum {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// The same eight bytes at a time, which gives another sum.
  mutating func add(words bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { bytes in
      let end = bytes.count & ~7
      for place in stride(from: 0, to: end, by: 8) {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        value = (value ^ UInt64(littleEndian: word)) &* 0x0000_0100_0000_01B3
      }
      for byte in bytes[end...] { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
  }

  var text: Text { Text(String(value, radix: 16)) }
}
