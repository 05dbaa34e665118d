import JSON

extension Checker {
  /// Compiles a pattern that is written out, so that a broken one is found before any record is read.
  mutating func checkPattern(of function: Text, _ arguments: [Expression], _ expression: Expression) {
    guard function == "matches", arguments.count == 2, case .literal(.string(let pattern)) = arguments[1].kind
    else { return }
    do throws(RegexError) {
      let program = try RegexProgram.compile(pattern)
      tables.patternSizes[expression.id] = UInt64(program.instructionCount)
    } catch {
      report(.invalidPattern, arguments[1].range, [error.reason])
    }
  }
}
