import CEL
import JSON

/// The formulas of a stored pack in the order in which its reader meets them, each with what its nodes stand for.
final class StoredFormulas {
  private(set) var programs: [Program] = []
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// - Parameter references: as `references` wrote them; empty for formulas that are yet to be checked.
  init(_ references: ArraySlice<UInt8> = []) {
    bytes = references
    place = references.startIndex
  }

  /// The program of the formula that is met next.
  func recall(
    _ text: Text, expecting type: CELType?, in environment: Environment, sharing nodes: SharedNodes?
  ) -> Program {
    let program = environment.recall(text, expecting: type, knowing: next(), sharing: nodes)
    programs.append(program)
    return program
  }

  /// What the nodes of every program stand for, each after its length; nothing for one that is to be checked again.
  var references: [UInt8] {
    var bytes: [UInt8] = []
    for program in programs {
      let part = program.references ?? []
      withUnsafeBytes(of: UInt32(clamping: part.count).littleEndian) { bytes += $0 }
      bytes += part
    }
    return bytes
  }

  private func next() -> ArraySlice<UInt8>? {
    guard bytes.endIndex - place >= 4 else { return nil }
    let start = place - bytes.startIndex
    let length = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt32.self) }
    place += 4
    guard let count = Int(exactly: UInt32(littleEndian: length)), count <= bytes.endIndex - place else {
      return nil
    }
    defer { place += count }
    return count == 0 ? nil : bytes[place..<place + count]
  }
}
