import Foundation
import JSON

/// Makes records of the size and shape of a sample: numbers vary by a tenth, now and then one is not given, the key
/// is new.
struct RecordGenerator {
  private let sample: JSONDocument
  private var random: SeededGenerator

  /// Of a hundred numbers, how many are left out.
  private static let percentMissing = 2

  init(sample path: String, seed: UInt64) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    sample = try JSONDocument.parse(Array(bytes.prefix { $0 != UInt8(ascii: "\n") }))
    random = SeededGenerator(seed: seed)
  }

  /// One line of NDJSON.
  mutating func record(_ number: Int, into line: inout [UInt8]) {
    var writer = JSONWriter(appendingTo: line)
    line = []
    writer.beginObject()
    for member in sample.root.members {
      let key = member.key ?? ""
      writer.key(key)
      if key == "id" {
        writer.string(Text("unit-\(number)"))
      } else {
        vary(member, &writer)
      }
    }
    writer.endObject()
    line = writer.takeBytes()
    line.append(UInt8(ascii: "\n"))
  }

  private mutating func vary(_ node: JSONNode, _ writer: inout JSONWriter) {
    switch node.kind {
    case .null: writer.null()
    case .boolean: writer.bool(node.bool ?? false)
    case .string: writer.string(node.text ?? "")
    case .number: vary(number: node.numberText ?? "0", &writer)
    case .array:
      writer.beginArray()
      for element in node.elements { vary(element, &writer) }
      writer.endArray()
    case .object:
      writer.beginObject()
      for member in node.members
      where member.kind != .number || Int.random(in: 0..<100, using: &random) >= Self.percentMissing {
        writer.key(member.key ?? "")
        vary(member, &writer)
      }
      writer.endObject()
    }
  }

  /// The digits times 0.9 … 1.1, with the point where it was, so that the number keeps its form.
  private mutating func vary(number text: Text, _ writer: inout JSONWriter) {
    let digits = text.utf8.filter { $0 != UInt8(ascii: ".") }
    let decimals = text.utf8.firstIndex(of: UInt8(ascii: ".")).map { text.utf8.count - $0 - 1 } ?? 0
    guard digits.count <= 15, let value = Int(String(decoding: digits, as: UTF8.self)), value >= 0 else {
      writer.number(text)
      return
    }
    let varied = value * Int.random(in: 900...1100, using: &random) / 1000
    var written = String(varied)
    if decimals > 0 {
      written = String(repeating: "0", count: max(0, decimals + 1 - written.count)) + written
      written.insert(".", at: written.index(written.endIndex, offsetBy: -decimals))
    }
    writer.number(Text(written))
  }
}
