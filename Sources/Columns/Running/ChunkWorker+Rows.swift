import JSON

/// Records that are read into the columns of their type.
extension ChunkWorker {
  /// Longer records go to the tree reader, so that none can use up the steps of the interpreter unseen.
  private static let longestRecord = 1 << 20

  /// Why reading a run of rows has ended.
  enum RowsEnd {
    /// The batch is full, or the next record is of another type, or there is none.
    case pause
    /// The next record is for the tree reader.
    case doubt
  }

  /// Reads records of one type until its batch is full or one of them is not for its columns.
  ///
  /// - Parameter place: of the first of them; moved to the first byte that was not read.
  func rows(
    _ type: Int, _ batch: BatchEvaluator, _ place: inout Place, _ end: Place, _ line: inout Int
  ) -> RowsEnd {
    let storage = batch.storage
    let state = storage.state
    let base = state.pointee.base
    let needsType = type != defaultType
    // Of what no rule judges nothing is written but what the tree reader speaks of.
    let mayWarn = !plan.types[type].isPassive
    // Taken out for as long as it is written to, so that nothing asks whether it may.
    var items: [ChunkItem] = []
    swap(&items, &self.items)
    defer { swap(&items, &self.items) }
    let first = storage.rows
    defer { if storage.rows > first { guess = type } }
    while storage.rows < Self.rowLimit {
      guard let behind = storage.read(place) else { return .doubt }
      let next = behind.skippingSpace(lineFeeds: false)
      let isLine = next >= end || next.pointee == UInt8(ascii: "\n")
      guard isLine, !needsType || state.pointee.hasType,
        mayWarn || !state.pointee.hasWarnings, behind - place <= Self.longestRecord
      else {
        storage.forgetLast()
        return .doubt
      }
      let row = storage.rows - 1
      batch.items[row] = items.count
      items.append(
        ChunkItem(
          fate: .row(type: type, row: row), start: place - base, end: behind - base,
          line: chunk?.sourceLine(line) ?? line))
      place = next < end ? next : end
      guard pass(&place, end, &line), place.pointee == UInt8(ascii: "{") else { return .pause }
      if let named = namedType(place), named != type { return .pause }
    }
    return .pause
  }

  /// Passes white space and ends of lines; false at the end.
  @inline(__always)
  func pass(_ place: inout Place, _ end: Place, _ line: inout Int) -> Bool {
    while place < end {
      if place.pointee == UInt8(ascii: "\n") {
        line &+= 1
        place += 1
        continue
      }
      if place.pointee > 0x20 { return true }
      let next = place.skippingSpace(lineFeeds: false)
      if next == place { return true }
      place = next
    }
    return false
  }

  /// The type that the first member of a record names; nil where it names none that there is.
  @inline(__always)
  private func namedType(_ start: Place) -> Int? {
    let key = (start + 1).skippingSpace(lineFeeds: false)
    // `"type":`
    guard key.word & 0xFF_FFFF_FFFF_FFFF == 0x3A_2265_7079_7422 else { return nil }
    return namedType(value: (key + 7).skippingSpace(lineFeeds: false))
  }

  @inline(never)
  private func namedType(value: Place) -> Int? {
    plan.quotedNames.firstIndex { value.starts(with: $0) }
  }

  /// The type to read a record as: the one that its first member names, else that of the record before; nil where it is
  /// to be read as a tree.
  func expectedType(_ start: Place) -> Int? {
    guard start.pointee == UInt8(ascii: "{"), let type = namedType(start) ?? guess, !wantsTrees[type] else {
      return nil
    }
    return type
  }
}

extension Place {
  /// True where some bytes stand at the place.
  fileprivate func starts(with bytes: [UInt8]) -> Bool {
    for (offset, byte) in bytes.enumerated() where self[offset] != byte { return false }
    return true
  }
}
