import JSON
import RulePacks

extension ReviewFinding {
  /// What stays the same while lines move: rule, file, the text of the line, what is said of it.
  ///
  /// 16 hexadecimal digits (FNV-1a, 64 bits); two equal findings on equal lines have the same.
  public var fingerprint: Text {
    var digest = FNV1a()
    digest.add(rule)
    digest.add(place?.file ?? "")
    digest.add(Text(utf8: (place?.sourceLine.utf8 ?? []).drop { $0 == 0x20 || $0 == 0x09 }))
    let arguments: [Text] =
      switch content {
      case .message(let message): message.arguments
      case .defect(let defect): defect.arguments
      }
    for argument in arguments { digest.add(argument) }
    return digest.hexadecimal
  }
}

/// The digest of Fowler, Noll and Vo, 64 bits.
struct FNV1a {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a text and its end, so that neighbours don't run together.
  mutating func add(_ text: Text) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  var hexadecimal: Text {
    let digits = Array("0123456789abcdef".utf8)
    return Text(utf8: (0..<16).map { digits[Int(value >> UInt64(60 - 4 * $0) & 15)] })
  }
}
