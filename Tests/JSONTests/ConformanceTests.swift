import JSON
import Testing

/// Every file of the public parsing suite: `y` accepted, `n` refused, `i` decided here.
@Suite(.enabled(if: !ConformanceSuite.names.isEmpty, "needs ../shared/conformance/json"))
struct ConformanceTests {
  @Test(arguments: ConformanceSuite.names.filter { $0.hasPrefix("y_") })
  func acceptsValid(_ name: String) throws {
    let refusal = refusal(of: try ConformanceSuite.bytes(of: name))
    if name.hasPrefix("y_object_duplicated_key") {
      #expect(refusal?.code == .duplicateKey)
    } else {
      #expect(refusal == nil)
    }
  }

  @Test(arguments: ConformanceSuite.names.filter { $0.hasPrefix("n_") })
  func refusesInvalid(_ name: String) throws {
    #expect(refusal(of: try ConformanceSuite.bytes(of: name)) != nil)
  }

  /// RFC 8259 leaves these to the reader. Numbers stay text, so none is too large; text must be Unicode.
  static let decisions: [String: JSONErrorCode?] = [
    "i_number_double_huge_neg_exp.json": nil,
    "i_number_huge_exp.json": nil,
    "i_number_neg_int_huge_exp.json": nil,
    "i_number_pos_double_huge_exp.json": nil,
    "i_number_real_neg_overflow.json": nil,
    "i_number_real_pos_overflow.json": nil,
    "i_number_real_underflow.json": nil,
    "i_number_too_big_neg_int.json": nil,
    "i_number_too_big_pos_int.json": nil,
    "i_number_very_big_negative_int.json": nil,
    // An escaped surrogate without its pair stands for no character.
    "i_object_key_lone_2nd_surrogate.json": .unpairedSurrogate,
    "i_string_1st_surrogate_but_2nd_missing.json": .unpairedSurrogate,
    "i_string_1st_valid_surrogate_2nd_invalid.json": .unpairedSurrogate,
    "i_string_incomplete_surrogate_and_escape_valid.json": .unpairedSurrogate,
    "i_string_incomplete_surrogate_pair.json": .unpairedSurrogate,
    "i_string_incomplete_surrogates_escape_valid.json": .unpairedSurrogate,
    "i_string_invalid_lonely_surrogate.json": .unpairedSurrogate,
    "i_string_invalid_surrogate.json": .unpairedSurrogate,
    "i_string_inverted_surrogates_U+1D11E.json": .unpairedSurrogate,
    "i_string_lone_second_surrogate.json": .unpairedSurrogate,
    // RFC 8259 §8.1 demands UTF-8 between systems, and forbids to write a byte order mark.
    "i_string_UTF-16LE_with_BOM.json": .notUTF8,
    "i_string_utf16BE_no_BOM.json": .notUTF8,
    "i_string_utf16LE_no_BOM.json": .notUTF8,
    "i_structure_UTF-8_BOM_empty_object.json": .byteOrderMark,
    // Stray, overlong and cut bytes, surrogates and what lies beyond U+10FFFF are no UTF-8.
    "i_string_UTF-8_invalid_sequence.json": .invalidUTF8,
    "i_string_UTF8_surrogate_U+D800.json": .invalidUTF8,
    "i_string_invalid_utf-8.json": .invalidUTF8,
    "i_string_iso_latin_1.json": .invalidUTF8,
    "i_string_lone_utf8_continuation_byte.json": .invalidUTF8,
    "i_string_not_in_unicode_range.json": .invalidUTF8,
    "i_string_overlong_sequence_2_bytes.json": .invalidUTF8,
    "i_string_overlong_sequence_6_bytes.json": .invalidUTF8,
    "i_string_overlong_sequence_6_bytes_null.json": .invalidUTF8,
    "i_string_truncated-utf-8.json": .invalidUTF8,
    // Within the standard depth of 512.
    "i_structure_500_nested_arrays.json": nil,
  ]

  @Test(arguments: ConformanceSuite.names.filter { $0.hasPrefix("i_") })
  func decidesOpen(_ name: String) throws {
    let decision = try #require(Self.decisions[name], "not decided yet")
    #expect(refusal(of: try ConformanceSuite.bytes(of: name))?.code == decision)
  }
}
