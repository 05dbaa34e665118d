/// Sets values: on one line where there is room, else with two spaces a level.
struct LayoutWriter {
  /// Characters of a line, as far as texts allow.
  static let lineLength = 110

  private(set) var bytes: [UInt8] = []
  private var column = 0

  /// - Parameter trailing: characters that follow on the same line, such as a comma.
  mutating func write(_ node: LayoutNode, indent: Int = 0, trailing: Int = 0) {
    if let width = node.width, column + width + trailing <= Self.lineLength || node.isScalar {
      flat(node)
      return
    }
    switch node.content {
    case .scalar: flat(node)
    case .array(let elements): open(elements, indent, isOnePerLine: node.isOnePerLine)
    case .object(let members): open(members, indent, isOnePerLine: node.isOnePerLine)
    }
  }

  private mutating func open(_ elements: [LayoutNode], _ indent: Int, isOnePerLine: Bool) {
    append("[")
    for (place, element) in elements.enumerated() {
      let comma = place < elements.count - 1 ? 1 : 0
      startEntry(
        at: place, indent + 2, width: element.width.map { $0 + comma }, breaks: isOnePerLine)
      write(element, indent: indent + 2, trailing: comma)
      if comma > 0 { append(",") }
    }
    breakLine(indent)
    append("]")
  }

  private mutating func open(_ members: [LayoutNode.Member], _ indent: Int, isOnePerLine: Bool) {
    append("{")
    for (place, member) in members.enumerated() {
      let comma = place < members.count - 1 ? 1 : 0
      let previous = place > 0 ? members[place - 1].value : nil
      let isApart = !member.value.isInline || !(previous?.isInline ?? true)
      startEntry(
        at: place, indent + 2,
        width: member.value.width.map { $0 + LayoutNode.width(member.key) + 2 + comma },
        breaks: isOnePerLine || isApart || member.startsLine)
      append(member.key)
      append(": ")
      write(member.value, indent: indent + 2, trailing: comma)
      if comma > 0 { append(",") }
    }
    breakLine(indent)
    append("}")
  }

  /// Goes on behind the entry before where there is room for the next one, else to a new line.
  private mutating func startEntry(at place: Int, _ indent: Int, width: Int?, breaks: Bool) {
    if place > 0, !breaks, let width, column + 1 + width <= Self.lineLength {
      append(" ")
    } else {
      breakLine(indent)
    }
  }

  private mutating func flat(_ node: LayoutNode) {
    switch node.content {
    case .scalar: append(node.text)
    case .array(let elements):
      append("[")
      for (place, element) in elements.enumerated() {
        if place > 0 { append(", ") }
        flat(element)
      }
      append("]")
    case .object(let members):
      append(members.isEmpty ? "{" : "{ ")
      for (place, member) in members.enumerated() {
        if place > 0 { append(", ") }
        append(member.key)
        append(": ")
        flat(member.value)
      }
      append(members.isEmpty ? "}" : " }")
    }
  }

  private mutating func breakLine(_ indent: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
    column = indent
  }

  private mutating func append(_ text: [UInt8]) {
    bytes += text
    column += LayoutNode.width(text)
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    column += text.utf8CodeUnitCount
  }
}
