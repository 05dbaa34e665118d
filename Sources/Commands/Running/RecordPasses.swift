import Platform
import Records

/// The records of a run that are read several times over; those of a small input are kept meanwhile.
final class RecordPasses {
  typealias Item = Result<LocatedRecord, Rejection>

  /// True where the records are so few that they are kept: each is then the same object whenever it is met.
  let keeps: Bool
  private let makeReader: () -> RecordReader
  /// In order of input, once all have been read.
  private var kept: [Item]?

  /// Bytes of all sources together.
  private static let limit = 1 << 19

  init(_ sources: [RecordSource], _ makeReader: @escaping () -> RecordReader) {
    self.makeReader = makeReader
    var total = 0
    for source in sources {
      switch source {
      case .file(let path) where !source.isPacked, .spooled(let path):
        total += FileManager.default.size(ofFile: path) ?? Self.limit
      case .file, .standardInput: total += Self.limit
      }
    }
    keeps = total < Self.limit
  }

  /// Begins from the first record: gives one after the other, nil at the end, and throws `SourceError`.
  func begin() -> () throws -> Item? {
    if let kept {
      var rest = kept.makeIterator()
      return { rest.next() }
    }
    var reader = makeReader()
    var items: [Item] = []
    return { [self] in
      guard let item = try reader.next() else {
        if keeps { kept = items }
        return nil
      }
      if keeps { items.append(item) }
      return item
    }
  }
}
