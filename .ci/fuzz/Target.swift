import CEL
import JSON

/// One input: the first byte chooses what is tried; the rest is an expression, the recipe of one, or a pattern and a
/// text for it.
///
/// Finds traps, overflowing stacks, errors of memory and endless loops by itself; what must hold beyond that is
/// asserted here.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let input = UnsafeBufferPointer(start: start, count: count)
  var text = Text(utf8: input.dropFirst())
  if input[0] & 4 != 0 {
    var reader = ExpressionReader(input.dropFirst())
    text = Unparser.text(reader.expression())
  }
  switch input[0] & 3 {
  case 0: tryStandard(text)
  case 1: tryPack(text)
  case 2: tryPattern(text)
  default: tryUnchecked(text)
  }
  return 0
}

private let standard = {
  var environment = Environment(libraries: [StandardLibrary.library] + Library.extensions)
  environment.limits.steps = 20_000
  environment.limits.cost = .max
  return environment
}()

let packs = {
  var environment = Environment(
    libraries: [StandardLibrary.library, PackLibrary.library(Samples.schema)] + Library.extensions,
    schema: Samples.schema, recordType: Samples.recordType, dialect: .pack)
  environment.limits.steps = 20_000
  environment.limits.cost = .max
  return environment
}()

// MARK: What is tried

/// Plain CEL: a checked program and one that no checker saw agree.
private func tryStandard(_ text: Text) {
  guard let parsed = parsed(text, in: standard) else { return }
  let (checked, diagnostics) = standard.check(parsed)
  expect((checked == nil) != diagnostics.isEmpty, "a diagnostic, or a checked expression")
  show(diagnostics, in: text)
  let activation = Activation()
  let free = standard.planUnchecked(parsed)
  let value = free.evaluate(activation)
  expect(summary(free.trace(activation).value) == summary(value), "a trace has the value")
  guard let checked else { return }
  let planned = standard.plan(checked).evaluate(activation)
  expect(
    summary(planned) == summary(value), "checking changes no value",
    "\(text): \(summary(planned)), unchecked \(summary(value))")
}

/// The dialect of packs over a record of which more and more is given: what is known stays.
private func tryPack(_ text: Text) {
  guard let parsed = parsed(text, in: packs) else { return }
  let (checked, diagnostics) = packs.check(parsed)
  expect((checked == nil) != diagnostics.isEmpty, "a diagnostic, or a checked expression")
  show(diagnostics, in: text)
  guard let checked else { return }
  let program = packs.plan(checked)
  let looksAtPresence = presence(parsed.root)
  for completion in Samples.completions {
    let complete = program.evaluate(Activation(record: completion))
    for known in 0..<Samples.fieldCount {
      let partial = program.evaluate(Activation(record: Samples.record(completion, given: known)))
      if looksAtPresence || isOpen(partial) || isExhausted(partial) || isExhausted(complete) { continue }
      expect(
        summary(partial) == summary(complete), "a known value is the same for every completion",
        "\(text) with \(known) fields: \(summary(partial)), complete \(summary(complete))")
    }
  }
}

/// A pattern and a text, between them a NUL.
private func tryPattern(_ text: Text) {
  let parts = text.utf8.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  guard let program = try? RegexProgram.compile(Text(utf8: parts[0])) else { return }
  _ = program.matches(Text(utf8: parts.count > 1 ? parts[1] : []))
}

/// An expression that no checker saw, over a record of which half is given.
private func tryUnchecked(_ text: Text) {
  guard let parsed = parsed(text, in: packs) else { return }
  let record = Samples.record(Samples.completions[0], given: Samples.fieldCount / 2)
  _ = packs.planUnchecked(parsed).trace(Activation(record: record))
}

/// Reads an expression and writes it: what is written reads as the same again.
private func parsed(_ text: Text, in environment: Environment) -> ParsedExpression? {
  let (parsed, diagnostics) = Parser.parse(text, macros: environment.macros, limits: environment.limits)
  expect((parsed == nil) != diagnostics.isEmpty, "a diagnostic, or an expression")
  show(diagnostics, in: text)
  guard let parsed else { return nil }
  let written = Unparser.text(parsed.root)
  let (again, _) = Parser.parse(written, macros: environment.macros, limits: environment.limits)
  // Escapes can make a text longer, and a deep chain of `&&` is balanced anew.
  if let again { expect(Unparser.text(again.root) == written, "canonical text stays as it is") }
  if written.utf8.count < environment.limits.length { expect(again != nil, "canonical text can be read") }
  return parsed
}

private func show(_ diagnostics: [Diagnostic], in text: Text) {
  for diagnostic in diagnostics {
    let range = diagnostic.range
    expect(
      0 <= range.start && range.start <= range.end && range.end <= text.utf8.count, "a place in the text")
    _ = SourceExcerpt(of: text, at: range)
  }
}

// MARK: What is compared

private func expect(_ condition: Bool, _ law: StaticString, _ detail: @autoclosure () -> String = "") {
  if !condition { fatalError("broken: \(law)\n\(detail())") }
}

/// True where an expression can see whether something is given.
private func presence(_ expression: Expression) -> Bool {
  switch expression.kind {
  case .has, .select(_, _, optional: true), .call(Operator.optionalIndex, _, _): true
  default: expression.children.contains { presence($0) }
  }
}

private func isOpen(_ value: Value) -> Bool {
  if case .unknown = value { return true }
  return value.unknowns != nil
}

private func isExhausted(_ value: Value) -> Bool {
  guard case .error(let error) = value else { return false }
  return error.code == .stepLimitExceeded
}

/// A value in full; of an error only that it is one, since which comes first is not laid down.
private func summary(_ value: Value) -> String {
  switch value {
  case .null: "null"
  case .bool(let bool): "\(bool)"
  case .int(let int): "\(int)"
  case .uint(let uint): "\(uint)u"
  case .double(let double): double.isNaN ? "NaN" : "d\(double.bitPattern)"
  case .decimal(let decimal): "decimal \(decimal.text)"
  case .ratio(let ratio): "ratio \(ratio.numerator.text)/\(ratio.denominator.text)"
  case .string(let text): "s\(text.utf8)"
  case .bytes(let bytes): "b\(bytes)"
  case .timestamp(let timestamp): "timestamp \(timestamp.text)"
  case .duration(let duration): "duration \(duration.text)"
  case .date(let date): "date \(date.text)"
  case .period(let period): "period \(period.text)"
  case .enumeration(let member): "\(member.type.name).\(member.name)"
  case .list(let list): "[\(list.elements.map(summary).joined(separator: ","))]"
  case .map(let map):
    "{\(zip(map.keys, map.values).map { summary($0) + ":" + summary($1) }.joined(separator: ","))}"
  case .record(let record): "record \(record.type.name)"
  case .optional(let optional): "optional(\(optional.value.map(summary) ?? ""))"
  case .type(let type): "type \(type.name)"
  case .unknown: "unknown"
  case .error: "error"
  }
}
