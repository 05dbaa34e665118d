import CEL
import Evaluator
import Foundation
import JSON
import Testing

@testable import Columns

/// The column reader accepts nothing that the tree reader would refuse.
struct ColumnReaderTests {
  private let storage = ColumnStorage(
    RecordPlan(SampleModel.unit, SampleModel.schema), asOf: .last, rowLimit: 64)

  /// True where the bytes were read as one record to their end.
  private func accepts(_ bytes: [UInt8], into other: ColumnStorage? = nil) -> Bool {
    let storage = other ?? storage
    let chunk = LineChunk(capacity: bytes.count)
    for byte in bytes {
      chunk.memory[chunk.count] = byte
      chunk.count += 1
    }
    chunk.seal()
    storage.state.pointee.base = chunk.place
    storage.clear()
    guard let behind = storage.read(chunk.place) else { return false }
    return behind.skippingSpace(lineFeeds: false) == chunk.place + bytes.count
  }

  private static let suite = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/conformance/json/test_parsing")
  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: suite.path)) ?? []).filter {
      $0.hasSuffix(".json")
    }.sorted()

  @Test(.enabled(if: !ColumnReaderTests.names.isEmpty, "needs ../shared/conformance/json"))
  func takesOfTheSuiteOnlyWhatIsJSON() throws {
    var accepted = 0
    for name in Self.names {
      let text = try Array(Data(contentsOf: Self.suite.appending(path: name)))
      // As the value of an undeclared field, and of a declared one.
      for key in ["other", "n", "x", "t", "items", "section"] {
        let bytes = Array("{\"id\":\"u\",\"\(key)\":".utf8) + text + [UInt8(ascii: "}")]
        guard accepts(bytes) else { continue }
        accepted += 1
        #expect((try? JSONDocument.parse(bytes)) != nil, "\(name) under \(key)")
        #expect(!name.hasPrefix("n_") || (try? JSONDocument.parse(text)) == nil, "\(name)")
      }
    }
    #expect(accepted > 60)
  }

  @Test func agreesWithTheTreeReaderOnDamagedRecords() throws {
    var records = RecordGenerator(seed: 42)
    var random = SeededGenerator(seed: 43)
    let noise =
      Array("{}[]\",:\\0 9a.-eE+\t\u{7F}".utf8) + [0xC3, 0x80, 0xE1, 0xFF, 0xF0, 0xED, 0xA0, 0x00, 0x1F]
    let binder = RecordBinder(schema: SampleModel.schema, asOf: .last)
    var accepted = 0
    for number in 0..<4_000 {
      var bytes = Array(records.record(number).text.utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = noise.randomElement(using: &random) ?? 0
        case 1: bytes.remove(at: place)
        default: bytes.insert(noise.randomElement(using: &random) ?? 0, at: place)
        }
      }
      guard accepts(bytes) else { continue }
      accepted += 1
      let document = try? JSONDocument.parse(bytes)
      let record = document.flatMap {
        binder.bind($0.root, as: SampleModel.unit, ignoring: ["type", "$schema"]).record
      }
      #expect(record != nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 500)
  }

  @Test(arguments: [
    #"{"id":"a","zz":1,"zz":2}"#, #"{"id":"a","id":"b"}"#, #"{"id":"a","other":{"k":1,"k":2}}"#,
    #"{"id":"a","n":"3"}"#, #"{"id":"a","n":01}"#, #"{"id":"a","x":1.}"#,
    #"{"id":"a","x":1234567890123456789}"#,
    #"{"id":"a","x":0.0123456789}"#, #"{"id":"a","d":"2021-02-29"}"#, #"{"id":"a","d":"0000-01-01"}"#,
    #"{"id":"a","g":"great"}"#, #"{"id":"a","p":"2021-Q5"}"#,
    #"{"id":"a","tags":["1","2","3","4","5","6","7"]}"#,
    #"{"id":"a","named":[{"code":"k"},{"code":"k"}]}"#, #"{"id":" "}"#, #"{"n":1}"#, #"{"id":"a" "n":1}"#,
    #"{"id":"a",}"#, #"{"id":"a","type":"other"}"#,
  ])
  func leavesToTheTreeReader(_ text: String) {
    #expect(!accepts(Array(text.utf8)))
  }

  @Test func readsKeysInAnyOrderAndSpacing() {
    for text in [
      #"{"b":true,"id":"a","n":3}"#, #"{ "n" : 3 , "b" : true , "id" : "a" }"#,
      #"{"id": "a", "n": 3, "b": true}"#,
      #"{"type":"unit","b":true,"n":3,"$schema":"x","id":"a"}"#,
    ] {
      #expect(accepts(Array(text.utf8)), "\(text)")
    }
  }

  /// A number of any length before and behind the point is what the tree reader makes of it.
  @Test func readsNumbersAsTheTreeReaderDoes() throws {
    let plan = RecordPlan(SampleModel.unit, SampleModel.schema)
    let field = try #require(plan.root.field(named: "x"))
    let column = plan.column(of: field)
    let storage = ColumnStorage(plan, asOf: .last, rowLimit: 64)
    var accepted = 0
    for whole in ["0", "7", "42", "999", "12345678", "123456789", "1234567890", "123456789012345678"] {
      for fraction in ["", ".0", ".5", ".25", ".1234567", ".123456789"] {
        for sign in ["", "-"] {
          let text = sign + whole + fraction
          guard accepts(Array("{\"id\":\"a\",\"x\":\(text)}".utf8), into: storage) else { continue }
          accepted += 1
          let found = storage.columns[column]
          let decimal = Decimal(coefficient: Int128(found.values[0]), scale: found.scale)
          #expect(try decimal == Decimal(Text(text)), "\(text)")
        }
      }
    }
    #expect(accepted > 50)
  }
}
