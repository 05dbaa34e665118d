import JSON

/// Functions of strings, by code point.
extension StandardLibrary {
  static let texts: [FunctionDeclaration] = [
    predicate("contains", "contains_string") { $0.utf8.firstRange(ofBytes: $1.utf8) != nil },
    predicate("startsWith", "starts_with_string") { $0.utf8.starts(with: $1.utf8) },
    predicate("endsWith", "ends_with_string") { $0.utf8.reversed().starts(with: $1.utf8.reversed()) },
  ]

  private static func predicate(
    _ name: Text, _ id: Text, _ holds: @escaping @Sendable (Text, Text) -> Bool
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Overload(id, member: true, [.string, .string], .bool)],
      .binary { left, right, _ in
        guard case .string(let text) = left, case .string(let other) = right else { return nil }
        return .bool(holds(text, other))
      })
  }
}

extension [UInt8] {
  /// The first place where other bytes stand; the start for none.
  ///
  /// By Knuth, Morris and Pratt: linear in both lengths whatever the bytes.
  func firstRange(ofBytes other: [UInt8]) -> Range<Int>? {
    guard other.count > 0 else { return 0..<0 }
    guard other.count <= count else { return nil }
    // Length of the longest proper border of each prefix.
    var borders = [0]
    borders.reserveCapacity(other.count)
    var matched = 0
    for byte in other.dropFirst() {
      while matched > 0, other[matched] != byte { matched = borders[matched - 1] }
      if other[matched] == byte { matched += 1 }
      borders.append(matched)
    }
    matched = 0
    for (place, byte) in enumerated() {
      while matched > 0, other[matched] != byte { matched = borders[matched - 1] }
      if other[matched] == byte { matched += 1 }
      if matched == other.count { return (place + 1 - matched)..<(place + 1) }
    }
    return nil
  }
}
