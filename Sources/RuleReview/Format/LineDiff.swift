import JSON

/// What differs between two texts, line by line, with two lines around each difference.
public enum LineDiff {
  /// The hunks of a unified diff; empty for equal texts.
  public static func lines(_ old: [UInt8], _ new: [UInt8]) -> [Text] {
    let before = split(old)
    let after = split(new)
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var marked: [(mark: Text, line: Text, old: Int, new: Int)] = []
    var (one, other) = (0, 0)
    while one < before.count || other < after.count {
      if removed.contains(one) {
        marked.append(("-", before[one], one, other))
        one += 1
      } else if added.contains(other) {
        marked.append(("+", after[other], one, other))
        other += 1
      } else if one < before.count {
        marked.append((" ", before[one], one, other))
        one += 1
        other += 1
      } else {
        break
      }
    }
    return hunks(marked)
  }

  private static func hunks(_ marked: [(mark: Text, line: Text, old: Int, new: Int)]) -> [Text] {
    var shown = [Bool](repeating: false, count: marked.count)
    for place in marked.indices where marked[place].mark != " " {
      for near in max(0, place - 2)...min(marked.count - 1, place + 2) { shown[near] = true }
    }
    var lines: [Text] = []
    for place in marked.indices where shown[place] {
      if place == 0 || !shown[place - 1] {
        lines.append(Text("@@ -\(marked[place].old + 1) +\(marked[place].new + 1) @@"))
      }
      lines.append(marked[place].mark + marked[place].line)
    }
    return lines
  }

  private static func split(_ bytes: [UInt8]) -> [Text] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Text(utf8: $0) }
  }
}
