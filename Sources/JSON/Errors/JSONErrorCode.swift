/// What is wrong with a document; the text for people is written by `Reports` from the code and the arguments.
public enum JSONErrorCode: String, CaseIterable, Sendable {
  /// No byte but white space.
  case emptyInput
  /// The document begins with the UTF-8 byte order mark, which RFC 8259 §8.1 forbids to write.
  case byteOrderMark
  /// The document begins like UTF-16 or UTF-32.
  case notUTF8
  /// The input ends inside a value; `related` is where the unfinished string, array or object begins.
  case unexpectedEnd
  /// Another byte than `expected` stands here.
  case unexpectedByte
  /// Something but white space follows the document.
  case trailingBytes
  /// A comma with nothing after it before `]` or `}`.
  case trailingComma
  /// A comment, which JSON does not have.
  case comment
  /// A bare word that is not `true`, `false` or `null`.
  case unknownWord
  /// `NaN` or `Infinity`, which JSON does not have.
  case nonFiniteNumber
  /// A number that begins with `+`.
  case plusSign
  /// A number that begins with `0` and goes on with digits.
  case leadingZero
  /// A number with no digit where one must stand: `-`, `.5`, `1.`, `1e`.
  case missingDigit
  /// A control character (U+0000 to U+001F), such as a line break, inside a string.
  case controlCharacter
  /// A backslash with a character that is no escape.
  case invalidEscape
  /// `\u` without four hexadecimal digits.
  case invalidUnicodeEscape
  /// `\uD800` to `\uDFFF` that is not a high surrogate followed by a low one.
  case unpairedSurrogate
  /// Bytes that are not well-formed UTF-8: stray or overlong bytes, encoded surrogates, beyond U+10FFFF.
  case invalidUTF8
  /// The same key twice in one object; `related` is where it stands first.
  case duplicateKey
  /// Arrays and objects nested deeper than `limit`.
  case tooDeep
  /// More bytes than `limit`.
  case tooLong
  /// More values than `limit`.
  case tooManyValues
}
