// The one way into the module: name and bytes in, bytes out.
//
// A host takes memory with `binhxet_alloc`, writes the name of an entry and its input there, and calls
// `binhxet_call`. The answer is a block that holds the number of its bytes (32 bits, little-endian) and then
// the bytes; the host frees all three blocks. No entry traps on any input: if one does, it is a bug, and the
// instance must be thrown away.

import JSON

/// The function behind a name, or nil. A new entry is one line here and one file beside this one.
private func entry(named name: Text) -> (([UInt8]) -> [UInt8])? {
  if name == "json" { return canonicalJSON }
  if name == "cel" { return celConformance }
  if name == "check" { return checkRecord }
  return nil
}

/// A block of `size` bytes at a multiple of 16, or 0.
@_expose(wasm, "binhxet_alloc") public func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
  UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
}

/// Gives a block back.
@_expose(wasm, "binhxet_free") public func free(_ block: UnsafeMutableRawPointer?) { block?.deallocate() }

/// Runs the entry of that name; the answer as said above, or 0 where there is no such entry.
@_expose(wasm, "binhxet_call") public func call(
  _ name: UnsafePointer<UInt8>, _ nameCount: Int, _ input: UnsafePointer<UInt8>, _ inputCount: Int
) -> UnsafeMutableRawPointer? {
  let name = Text(utf8: UnsafeBufferPointer(start: name, count: nameCount))
  guard let run = entry(named: name) else { return nil }
  let answer = run(Array(UnsafeBufferPointer(start: input, count: inputCount)))
  let block = UnsafeMutableRawPointer.allocate(byteCount: 4 + answer.count, alignment: 16)
  block.storeBytes(of: UInt32(answer.count).littleEndian, as: UInt32.self)
  answer.withUnsafeBytes {
    (block + 4).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(block), byteCount: $0.count)
  }
  return block
}
