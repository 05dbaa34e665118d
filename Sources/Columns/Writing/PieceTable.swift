/// Pieces of text that are written again and again, side by side in memory with room behind them for wide loads.
final class PieceTable: Sendable {
  private struct Piece {
    let start: UnsafePointer<UInt8>
    let count: Int
  }

  // Not changed after it was made.
  nonisolated(unsafe) private let pieces: UnsafeMutablePointer<Piece>
  nonisolated(unsafe) private let memory: UnsafeMutablePointer<UInt8>
  private let count: Int
  /// Bytes of the longest piece.
  let longest: Int

  init(_ texts: [[UInt8]]) {
    count = texts.count
    longest = texts.map(\.count).max() ?? 0
    let size = texts.reduce(16) { $0 + $1.count }
    memory = .allocate(capacity: size)
    memory.initialize(repeating: 0, count: size)
    pieces = .allocate(capacity: texts.count)
    var end = memory
    for (place, text) in texts.enumerated() {
      (pieces + place).initialize(to: Piece(start: end, count: text.count))
      for byte in text {
        end.pointee = byte
        end += 1
      }
    }
  }

  deinit {
    memory.deallocate()
    pieces.deallocate()
  }

  /// Writes a piece; up to fifteen bytes more are touched.
  @inline(__always)
  func write(_ place: Int, _ end: inout UnsafeMutablePointer<UInt8>) {
    let piece = pieces[place]
    end.put(piece.start, piece.count)
  }
}
