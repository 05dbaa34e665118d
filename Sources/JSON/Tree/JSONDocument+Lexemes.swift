extension JSONDocument {
  /// The string that an entry is, in places of `bytes`.
  func stringLexeme(of entry: TapeEntry) -> JSONLexeme {
    JSONLexeme(
      start: start + Int(entry.start) + 1, end: start + Int(entry.end) - 1,
      isEscaped: entry.flags.contains(.isEscaped))
  }

  /// The key that an entry stands under, in places of `bytes`.
  func keyLexeme(of entry: TapeEntry) -> JSONLexeme? {
    guard entry.flags.contains(.hasKey) else { return nil }
    return JSONLexeme(
      start: start + Int(entry.keyStart), end: start + Int(entry.keyEnd),
      isEscaped: entry.flags.contains(.keyIsEscaped))
  }

  /// The text that a string of the source stands for.
  func decode(_ lexeme: JSONLexeme) -> Text {
    Text(utf8: bytes.withUnsafeBytes { lexeme.decoded(from: $0) })
  }

  /// True where a string of the source stands for the text.
  func isEqual(_ lexeme: JSONLexeme, _ text: Text) -> Bool {
    text.utf8.withUnsafeBytes { isEqual(lexeme, $0) }
  }

  /// The same for the bytes of a text.
  func isEqual(_ lexeme: JSONLexeme, _ text: UnsafeRawBufferPointer) -> Bool {
    bytes.withUnsafeBytes { bytes in
      if lexeme.isEscaped {
        lexeme.decoded(from: bytes).withUnsafeBytes { $0.isEqual(to: text) }
      } else {
        bytes.part(lexeme.start..<lexeme.end).isEqual(to: text)
      }
    }
  }
}
