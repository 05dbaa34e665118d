import JSON
import Testing

@Suite struct WriterTests {
  private func write(_ value: JSONValue, style: JSONWriter.Style = .canonical) -> String {
    var writer = JSONWriter(style: style)
    writer.value(value)
    return Text(utf8: writer.bytes).string
  }

  @Test(arguments: 0..<40)
  func roundTrips(seed: Int) throws {
    var random = RandomJSON(seed: 3_000 + seed)
    for _ in 0..<20 {
      let value = random.value()
      let canonical = write(value)
      #expect(try parse(canonical).value == value)
      #expect(try parse(write(value, style: .pretty)).value == value)
      #expect(try write(parse(random.spelling(of: value)).value) == canonical)
    }
  }

  @Test func writesStepByStep() {
    var writer = JSONWriter(appendingTo: Array("before\n".utf8))
    writer.beginObject()
    writer.key("rule")
    writer.string("bto-forest-cover")
    writer.key("measured")
    writer.number("65.0")
    writer.key("counts")
    writer.beginArray()
    writer.int(.min)
    writer.int(0)
    writer.int(.max)
    writer.bool(true)
    writer.bool(false)
    writer.null()
    writer.beginObject()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    let line =
      #"{"rule":"bto-forest-cover","measured":65.0,"counts":[-9223372036854775808,0,9223372036854775807,true,false,null,{}]}"#
    #expect(Text(utf8: writer.takeBytes()).string == "before\n" + line)
    #expect(writer.bytes.isEmpty)
  }

  @Test func escapesAsLittleAsItCan() {
    let text = Text("\"\\/\u{8}\t\n\u{C}\r\0\u{1F}\u{7F}é\u{2028}😀")
    #expect(write(.string(text)) == #""\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}é\u{2028}😀\"")
  }

  @Test func replacesIllFormedText() {
    #expect(write(.string(Text(utf8: [0x61, 0xFF, 0xE1, 0xBB, 0x62]))) == "\"a\u{FFFD}\u{FFFD}\u{FFFD}b\"")
  }

  @Test(arguments: ["", "01", "NaN", "1,5", "1 "])
  func writesNoBadNumber(text: String) {
    #expect(write(.number(Text(text))) == "null")
  }

  @Test func indentsForPeople() {
    let value = JSONValue.object([
      .init("a", .array([.number("1"), .object([.init("b", .null)])])), .init("c", .array([])),
      .init("d", .object([])),
    ])
    #expect(
      write(value, style: .pretty) == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ],
          "c": [],
          "d": {}
        }
        """)
  }
}
