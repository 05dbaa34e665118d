import CEL
import JSON
import Testing

@Suite struct StringsLibraryTests {
  @Test(
    arguments: [
      "'ỷ lệ'.charAt(0) == 'ỷ'", "'ỷ lệ'.charAt(4) == ''", "''.charAt(0) == ''",
      "'ỷ lệ lệ'.indexOf('lệ') == 2", "'ỷ lệ lệ'.indexOf('lệ', 3) == 5", "'abc'.indexOf('', 3) == 3",
      "'abc'.indexOf('c', 3) == -1", "''.indexOf('') == 0", "''.indexOf('a') == -1",
      "'ỷ lệ lệ'.lastIndexOf('lệ') == 5", "'ỷ lệ lệ'.lastIndexOf('lệ', 4) == 2",
      "'aaa'.lastIndexOf('aa') == 1",
      "'aaa'.lastIndexOf('', 0) == 0", "'aaa'.lastIndexOf('b', 0) == -1", "'aaa'.lastIndexOf('a', 0) == 0",
      "'ỷ lệ'.substring(2) == 'lệ'", "'ỷ lệ'.substring(0, 1) == 'ỷ'", "'ab'.substring(2) == ''",
      "'  a b\\u2003'.trim() == 'a b'", "' \\t '.trim() == ''", "''.trim() == ''",
      "'\\u180e'.trim() == '\\u180e'",
      "'a,b,,c'.split(',') == ['a', 'b', '', 'c']", "''.split(',') == ['']", "''.split('') == []",
      "'đẹp'.split('') == ['đ', 'ẹ', 'p']", "'đẹp'.split('', 2) == ['đ', 'ẹp']",
      "'a,b,c'.split(',', 2) == ['a', 'b,c']",
      "'a'.split('', 1) == ['a']", "',a,'.split(',') == ['', 'a', '']",
    ] as [Text])
  func findsAndCutsByCodePoint(_ text: Text) throws { try expectTrue(text) }

  @Test(
    arguments: [
      "'aXbX'.replace('X', 'YY') == 'aYYbYY'", "'aaa'.replace('aa', 'b') == 'ba'",
      "'abc'.replace('b', '') == 'ac'",
      "'đẹp'.replace('', '-') == '-đ-ẹ-p-'", "'đẹp'.replace('', '-', 2) == '-đ-ẹp'",
      "''.replace('', 'a') == 'a'",
      "'aaa'.replace('a', 'b', 0) == 'aaa'", "'aaa'.replace('a', 'b', -5) == 'bbb'",
      "'a'.replace('', 'b', 1) == 'ba'",
      "'ĐẸP abc'.lowerAscii() == 'ĐẸp abc'.replace('p', 'p')", "'đẹp'.upperAscii() == 'đẹP'",
      "'đẹp'.reverse() == 'pẹđ'", "['a', 'b'].join(', ') == 'a, b'", "['a'].join(', ') == 'a'",
      "strings.quote('a\\tb\"\\\\') == '\"a\\\\tb\\\\\"\\\\\\\\\"'",
    ] as [Text])
  func rewrites(_ text: Text) throws { try expectTrue(text) }

  @Test(
    arguments: [
      ("%s|%s|%s", "[1.0, 1e21, 1e-7]", "1|1000000000000000000000|0.0000001"),
      ("%d %d", "[-5, 2.5]", "-5 2.5"),
      ("%x %X %o %b", "[-255, 255u, -8, -5]", "-ff FF -10 -101"),
      ("%x", "[-9223372036854775807 - 1]", "-8000000000000000"),
      ("%.2f %.0f %.2f", "[2, 0.5, 0.125]", "2.00 0 0.12"),
      ("%.2e %e", "[12345, 0.0]", "1.23e+04 0.000000e+00"),
      ("%.3s", "['abcdef']", "abcdef"),
      ("%s %s", "[[1, 'a'], {'b': [true]}]", "[1, a] {b: [true]}"),
      ("%s", "[b'\\xff']", "\u{FFFD}"),
      ("100%%", "[]", "100%"),
      ("%s", "[1, 2]", "1"),
      ("%b %b", "[true, false]", "1 0"),
    ] as [(Text, Text, Text)])
  func formats(_ pattern: Text, _ arguments: Text, _ expected: Text) throws {
    let value = try evaluate("'" + pattern + "'.format(" + arguments + ")")
    guard case .string(expected) = value else {
      Issue.record("\(pattern): \(value)")
      return
    }
  }

  @Test func formatsDecimalsExactly() throws {
    let environment = Environment(libraries: [StringsLibrary.library], dialect: .pack)
    let (program, diagnostics) = environment.compile(
      "'%.2f %f %s %d %.0f'.format([0.125, 1.5, 2.50, 3.25, 2.5])")
    #expect(diagnostics.isEmpty)
    guard case .string("0.12 1.500000 2.5 3.25 2") = program?.evaluate(Activation()) else {
      Issue.record("\(String(describing: program?.evaluate(Activation())))")
      return
    }
  }

  @Test(
    arguments: [
      ("'abc'.charAt(4)", .indexOutOfBounds), ("'abc'.charAt(-1)", .indexOutOfBounds),
      ("'abc'.indexOf('a', 4)", .indexOutOfBounds), ("'abc'.lastIndexOf('a', -1)", .indexOutOfBounds),
      ("'abc'.substring(2, 1)", .invalidArgument), ("'abc'.substring(1, 4)", .indexOutOfBounds),
      ("'abc'.substring(-9223372036854775808)", .indexOutOfBounds), ("1.charAt(0)", .noSuchOverload),
      ("[1].join()", .noSuchOverload), ("['a'].join(1)", .noSuchOverload), ("'a'.split(1)", .noSuchOverload),
      ("'%y'.format([1])", .invalidArgument), ("'%'.format([1])", .invalidArgument),
      ("'%.f'.format([1])", .invalidArgument), ("'%.99999999999999999999f'.format([1])", .invalidArgument),
      ("'%s%s'.format([1])", .indexOutOfBounds), ("'%d'.format(['a'])", .invalidArgument),
      ("'%s'.format([optional.none()])", .invalidArgument), ("'%s'.format(1)", .noSuchOverload),
    ] as [(Text, EvaluationError.Code)])
  func refuses(_ text: Text, _ code: EvaluationError.Code) throws { try expectError(text, code) }

  /// Calls that multiply their operands end in an error, not in all memory there is.
  @Test(
    arguments: [
      "cel.bind(a, lists.range(5000).map(i, 'x').join(), a.replace('', a))",
      "cel.bind(a, lists.range(5000).map(i, 'x').join(), lists.range(5000).map(i, a).join(a))",
      "cel.bind(a, lists.range(100000).map(i, 'x').join(), '%s'.format([lists.range(10000).map(i, a)]))",
    ] as [Text])
  func boundsWhatItMakes(_ text: Text) throws {
    guard case .error = try evaluate(text) else {
      Issue.record("\(text) has a value")
      return
    }
  }

  /// Against the definition, on random texts over few letters, so that parts occur often.
  @Test func agreesWithSlowSearch() throws {
    var random = SeededGenerator(seed: 11)
    func word(_ length: Int) -> [Character] {
      (0..<Int.random(in: 0...length, using: &random)).map { _ in
        ["a", "b", "ệ"][Int.random(in: 0..<3, using: &random)]
      }
    }
    for _ in 0..<300 {
      let (text, part) = (word(12), word(3))
      let starts = (0...text.count).filter { Array(text[$0...].prefix(part.count)) == part }
      let quoted = Text("'\(String(text))'")
      let argument = Text("'\(String(part))'")
      let place = Int.random(in: 0...text.count, using: &random)
      try expectTrue(quoted + ".indexOf(" + argument + ") == " + Text("\(starts.first ?? -1)"))
      try expectTrue(
        quoted + Text(".indexOf('\(String(part))', \(place)) == \(starts.first { $0 >= place } ?? -1)"))
      try expectTrue(
        quoted + Text(".lastIndexOf('\(String(part))', \(place)) == \(starts.last { $0 <= place } ?? -1)"))
      if !part.isEmpty {
        try expectTrue(quoted + ".split(" + argument + ").join(" + argument + ") == " + quoted)
        try expectTrue(
          quoted + ".replace(" + argument + ", '-') == " + quoted + ".split(" + argument + ").join('-')")
      }
    }
  }
}
