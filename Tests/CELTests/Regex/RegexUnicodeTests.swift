import CEL
import JSON
import Testing

@Suite struct RegexUnicodeTests {
  /// Simple mappings of the standard library, which link all that differs in case; İ and ı fold to nothing else.
  private func mappings(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar == "\u{130}" || scalar == "\u{131}" { return [] }
    let properties = scalar.properties
    return [properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping]
      .map { Array($0.unicodeScalars) }.filter { $0.count == 1 && $0[0] != scalar }.map { $0[0] }
  }

  @Test func ignoresCaseAsTheStandardLibraryMapsIt() throws {
    var pairs = 0
    for value in UInt32(0x41)...0x1E943 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseMapped else { continue }
      for mapped in mappings(scalar) {
        pairs += 1
        let pattern = Text("(?i)^\\x{" + String(value, radix: 16) + "}$")
        guard try RegexProgram.compile(pattern).matches(Text(String(mapped))) else {
          Issue.record("\(scalar) does not match \(mapped)")
          return
        }
      }
    }
    #expect(pairs > 2800)
  }

  @Test func knowsEveryCategory() throws {
    let categories: [(String, Unicode.GeneralCategory)] = [
      ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lm", .modifierLetter),
      ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark),
      ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation),
      ("Pd", .dashPunctuation), ("Ps", .openPunctuation), ("Pe", .closePunctuation),
      ("Pi", .initialPunctuation),
      ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol), ("Sc", .currencySymbol),
      ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator), ("Zl", .lineSeparator),
      ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format), ("Co", .privateUse),
    ]
    var samples: [Unicode.GeneralCategory: Unicode.Scalar] = [:]
    for value in UInt32(0)...0xFFFF {
      if let scalar = Unicode.Scalar(value) { samples[scalar.properties.generalCategory] = scalar }
    }
    for (name, category) in categories {
      let exact = try RegexProgram.compile(Text("^\\p{\(name)}$"))
      let group = try RegexProgram.compile(Text("^\\p\(name.prefix(1))$"))
      let others = try RegexProgram.compile(Text("^\\P{\(name)}$"))
      for (sampled, scalar) in samples {
        let text = Text(String(scalar))
        #expect(
          exact.matches(text) == (sampled == category), "\(name) on U+\(String(scalar.value, radix: 16))")
        #expect(others.matches(text) != exact.matches(text))
        if sampled == category { #expect(group.matches(text)) }
      }
    }
    #expect(throws: RegexError.self) { try RegexProgram.compile(#"\p{Cn}"#) }
  }

  @Test func limitsScriptsToTheirRanges() throws {
    let table: [(Text, String, String)] = [
      ("Latin", "AzÀỹﬀＡ\u{212A}", "1µ ΑА"), ("Greek", "ΑωϏἀµ".replacing("µ", with: "Ω"), "Aµж"),
      ("Cyrillic", "АяѣꙀ", "AΑ1"), ("Han", "中〇々𠀀", "あア가"),
    ]
    for (name, members, others) in table {
      let program = try RegexProgram.compile("^\\p{" + name + "}$")
      for character in members { #expect(program.matches(Text(String(character))), "\(name) \(character)") }
      for character in others { #expect(!program.matches(Text(String(character))), "\(name) \(character)") }
    }
  }
}
