import CEL
import Evaluator
import JSON

/// A state as a flat row of numbers and texts, which one description of it both writes and reads.
///
/// Tables are written in order of their keys, so that equal states give equal rows. What is read is not trusted: a row
/// that does not fit leaves the archive broken, and counts are bounded by what is left of it.
public struct StateArchive {
  public enum Item: Sendable, Equatable {
    case int(Int64)
    case text(Text)
  }

  public private(set) var items: [Item]
  private var next = 0
  let isReading: Bool
  /// True once something did not fit.
  public private(set) var isBroken = false

  /// To be written.
  public init() {
    items = []
    isReading = false
  }

  /// To be read.
  public init(reading items: [Item]) {
    self.items = items
    isReading = true
  }

  /// True where everything was read and fitted.
  public var isExhausted: Bool { !isBroken && next == items.count }

  /// Counts are below, so that sums of them do not overflow.
  private static let most: Int64 = 1 << 48

  private mutating func take() -> Item? {
    guard !isBroken, next < items.count else {
      isBroken = true
      return nil
    }
    next += 1
    return items[next - 1]
  }

  mutating func fail() { isBroken = true }

  mutating func code(_ value: inout Int) {
    guard isReading else {
      items.append(.int(Int64(value)))
      return
    }
    if case .int(let number)? = take(), (0...Self.most).contains(number), let read = Int(exactly: number) {
      value = read
    } else {
      isBroken = true
    }
  }

  /// A number of any sign.
  mutating func code(signed value: inout Int64) {
    guard isReading else {
      items.append(.int(value))
      return
    }
    if case .int(let number)? = take() { value = number } else { isBroken = true }
  }

  mutating func code(_ value: inout Bool) {
    var number = value ? 1 : 0
    code(&number)
    value = number == 1
  }

  mutating func code(_ value: inout Text) {
    guard isReading else {
      items.append(.text(value))
      return
    }
    if case .text(let text)? = take() { value = text } else { isBroken = true }
  }

  /// How many follow, each of which is at least one item.
  private mutating func code(count: Int) -> Int {
    var count = count
    code(&count)
    guard count <= items.count - next || !isReading else {
      isBroken = true
      return 0
    }
    return isBroken ? 0 : count
  }

  mutating func code<Element>(
    _ list: inout [Element], _ blank: Element, _ each: (inout Element, inout StateArchive) -> Void
  ) {
    let count = code(count: list.count)
    if isReading { list = [] }
    for place in 0..<count where !isBroken {
      var element = isReading ? blank : list[place]
      each(&element, &self)
      if isReading { list.append(element) }
    }
  }

  mutating func code<Content>(
    _ content: inout Content?, _ blank: Content, _ each: (inout Content, inout StateArchive) -> Void
  ) {
    var isGiven = content != nil
    code(&isGiven)
    guard isGiven else {
      content = nil
      return
    }
    var inside = content ?? blank
    each(&inside, &self)
    content = inside
  }

  mutating func code(_ texts: inout [Text]) { code(&texts, "") { $1.code(&$0) } }

  mutating func code(_ texts: inout Set<Text>) {
    var sorted = isReading ? [] : texts.sorted()
    code(&sorted)
    if isReading { texts = Set(sorted) }
  }

  mutating func code<Content>(
    _ table: inout [[Text]: Content], _ blank: Content, _ each: (inout Content, inout StateArchive) -> Void
  ) {
    var entries: [(key: [Text], value: Content)] = []
    if !isReading { entries = table.sorted { $0.key.precedes($1.key) } }
    code(&entries, ([], blank)) { entry, archive in
      archive.code(&entry.key)
      each(&entry.value, &archive)
    }
    if isReading { table = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first } }
  }

  mutating func code<Content>(
    _ table: inout [Text: Content], _ blank: Content, _ each: (inout Content, inout StateArchive) -> Void
  ) {
    var entries: [(key: Text, value: Content)] = []
    if !isReading { entries = table.sorted { $0.key < $1.key } }
    code(&entries, ("", blank)) { entry, archive in
      archive.code(&entry.key)
      each(&entry.value, &archive)
    }
    if isReading { table = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first } }
  }

  mutating func code(_ number: inout Decimal) {
    var text = isReading ? "" : number.text
    code(&text)
    guard isReading, !isBroken else { return }
    do throws(DecimalParseError) { number = try Decimal(text) } catch { isBroken = true }
  }

  /// A value as functions of a group read it: as a number, or by what it is called.
  mutating func code(_ value: inout Value?) {
    var number: Decimal? = isReading ? nil : value.flatMap { $0.exactNumber }
    var name: Text? = isReading ? nil : value.flatMap { $0.keyText }
    code(&number, .zero) { $1.code(&$0) }
    code(&name, "") { $1.code(&$0) }
    guard isReading else { return }
    switch (number, name) {
    case (let number?, nil): value = Ratio(decimal: number).map { .ratio($0) }
    case (let number?, _): value = .decimal(number)
    case (nil, let name?): value = .string(name)
    case (nil, nil): value = nil
    }
  }
}
