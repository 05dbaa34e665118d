@_spi(_Unicode) import Swift

/// Canonical composition (NFC) in linear time.
///
/// The library sorts each run of combining marks in quadratic time, so a run of more than 30 marks, which no language
/// writes, is taken in pieces, as the stream-safe format of UAX #15 has it: the result is then not quite NFC, but the
/// same for the same code points.
enum Normalization {
  private static let longestRun = 30

  static func compose(_ string: String) -> String {
    var composed = ""
    var piece = ""
    var run = 0
    for scalar in string.unicodeScalars {
      // Everything below is a starter.
      if scalar.value < 0x300 || scalar.properties.canonicalCombiningClass == .notReordered {
        run = 0
      } else {
        run += 1
        if run > longestRun {
          append(piece, to: &composed)
          piece = ""
          run = 1
        }
      }
      piece.unicodeScalars.append(scalar)
    }
    append(piece, to: &composed)
    return composed
  }

  private static func append(_ piece: String, to composed: inout String) {
    for scalar in piece._nfc { composed.unicodeScalars.append(scalar) }
  }
}
