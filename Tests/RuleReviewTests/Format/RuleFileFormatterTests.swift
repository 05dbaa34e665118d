import CEL
import Evaluator
import Foundation
import JSON
import RulePacks
import Testing

@testable import RuleReview

@Suite struct RuleFileFormatterTests {
  private static let rules = String(#filePath)
    .replacing("Tests/RuleReviewTests/Format/RuleFileFormatterTests.swift", with: "rules")
  private let formatter = RuleFileFormatter()

  @Test func membersStandInTheOrderOfTheForm() throws {
    let text = """
      {"rules":[{"severity":"target","title":{"en":"Forest cover","vi":"Độ che phủ"},"atLeast":67.10,
        "value":"figures.forestCoverPercent","kind":"threshold","id":"cover","on":"unit",
        "message":{"violated":{"vi":"V","en":"V"}},"unknown":[ ],"unit":"%"}],
       "$schema":"../schema/rules.schema.json"}
      """
    #expect(
      try format(text) == """
        {
          "$schema": "../schema/rules.schema.json",
          "rules": [
            {
              "id": "cover", "kind": "threshold", "on": "unit",
              "title": { "vi": "Độ che phủ", "en": "Forest cover" },
              "severity": "target",
              "value": "figures.forestCoverPercent", "atLeast": 67.10, "unit": "%",
              "message": { "violated": { "vi": "V", "en": "V" } },
              "unknown": []
            }
          ]
        }

        """)
  }

  /// NFC for what people read; what is compared keeps its bytes.
  @Test func textsForPeopleAreComposed() throws {
    let decomposed = "Ti\u{0065}\u{0302}\u{0301}n"
    let text = try format(
      #"{ "enums": { "e": { "values": ["\#(decomposed)"] } }, "units": { "u": { "vi": "\#(decomposed)", "en": "x" } } }"#
    )
    #expect(text.utf8.count(where: { $0 == 0xCC }) == 2)
    #expect(Text(text).contains(Text("\"vi\": \"Ti\u{1EBF}n\"")))
  }

  @Test func escapesThatAreNotNeededGo() throws {
    let text = try format(#"{ "recordType": "unit", "title": { "vi": "\u0110\u1ED9", "en": "a\u0022b\/" } }"#)
    #expect(Text(text).contains("\"vi\": \"Độ\", \"en\": \"a\\\"b/\""))
  }

  @Test func otherFilesAreLeftAlone() throws {
    let result = #"{ "$schema": "result.schema.json", "a": 1 }"#
    #expect(try formatter.format(Array(result.utf8), path: "x.json") == nil)
    #expect(try formatter.format(Array("[1]".utf8), path: "x.json") == nil)
    #expect(throws: JSONError.self) { try formatter.format(Array("{".utf8), path: "x.json") }
  }

  /// Formatting twice is formatting once, also of files whose members and spaces were shuffled; and a shuffled file
  /// comes out like the original.
  @Test func theLayoutDependsOnNothingButWhatIsSaid() throws {
    var seed: UInt64 = 7
    for (path, bytes) in try Self.files() {
      guard let once = try formatter.format(bytes, path: path) else { continue }
      #expect(try formatter.format(once, path: path) == once, "\(path)")
      let root = try JSONDocument.parse(bytes).root
      #expect(
        try JSONDocument.parse(once).root.value.normalized.composed == root.value.normalized.composed,
        "\(path)")
      let shuffled = root.value.shuffledSpaces(&seed)
      #expect(try formatter.format(shuffled, path: path) == once, "\(path)")
    }
  }

  /// The compiled packs are the same before and after.
  @Test func packsMeanTheSame() throws {
    let files = try Self.files()
    var formatted = files
    for (path, bytes) in files {
      if let text = try formatter.format(bytes, path: path) { formatted[path] = text }
    }
    let manifests = files.keys.filter { $0.string.hasSuffix("/pack.json") }.sorted()
    #expect(!manifests.isEmpty)
    for manifest in manifests {
      let before = PackLoader().load(manifest: manifest, from: MemoryFiles(files)).pack
      let after = PackLoader().load(manifest: manifest, from: MemoryFiles(formatted)).pack
      #expect(try #require(before).stored == after?.stored, "\(manifest)")
    }
  }

  private func format(_ text: String) throws -> String {
    let bytes = try #require(try formatter.format(Array(text.utf8), path: "p/rules.json"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func files() throws -> [Text: [UInt8]] {
    var files: [Text: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: rules)
    where path.hasSuffix(".json") && !path.hasSuffix(".schema.json") {
      files[Text(path)] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: rules + "/" + path)))
    }
    return files
  }
}

extension JSONValue {
  /// With every text composed.
  fileprivate var composed: JSONValue {
    switch self {
    case .string(let text): .string(Text(text.string.precomposedStringWithCanonicalMapping))
    case .array(let elements): .array(elements.map(\.composed))
    case .object(let members): .object(members.map { Member($0.key, $0.value.composed) })
    default: self
    }
  }

  /// The same value in the same order with other spaces.
  fileprivate func shuffledSpaces(_ seed: inout UInt64) -> [UInt8] {
    func space() -> [UInt8] {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1
      return [[], [0x20], [0x0A, 0x20, 0x20], [0x09]][Int(seed >> 62)]
    }
    switch self {
    case .array(let elements):
      var bytes: [UInt8] = [UInt8(ascii: "[")] + space()
      for (place, element) in elements.enumerated() {
        if place > 0 { bytes += space() + [UInt8(ascii: ",")] + space() }
        bytes += element.shuffledSpaces(&seed)
      }
      return bytes + space() + [UInt8(ascii: "]")]
    case .object(let members):
      var bytes: [UInt8] = [UInt8(ascii: "{")] + space()
      for (place, member) in members.enumerated() {
        if place > 0 { bytes += space() + [UInt8(ascii: ",")] + space() }
        bytes += JSONValue.string(member.key).text.utf8 + space() + [UInt8(ascii: ":")]
        bytes += space() + member.value.shuffledSpaces(&seed)
      }
      return bytes + space() + [UInt8(ascii: "}")]
    default: return text.utf8
    }
  }
}
