import JSON

/// The bytes of texts that no record holds as they are, for one batch.
final class TextArena {
  private var memory: UnsafeMutablePointer<UInt8> = .allocate(capacity: 256)
  private var capacity = 256
  private var count = 0

  deinit { memory.deallocate() }

  func clear() { count = 0 }

  /// A text as columns hold it: below zero, where texts of records never are.
  func add(_ text: Text) -> Int64 {
    let bytes = text.utf8
    if count + bytes.count > capacity {
      let larger = max(2 * capacity, count + bytes.count)
      let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
      moved.update(from: memory, count: count)
      memory.deallocate()
      (memory, capacity) = (moved, larger)
    }
    let offset = count
    for byte in bytes {
      memory[count] = byte
      count += 1
    }
    return (-1 - Int64(offset)) << 32 | Int64(bytes.count)
  }

  /// - Parameter offset: of a view, below zero.
  func place(_ offset: Int) -> UnsafePointer<UInt8> { UnsafePointer(memory + (-1 - offset)) }
}
