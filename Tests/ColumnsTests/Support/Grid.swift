/// How many pairs of a rule and a record were compared, by operator and by what the rule met.
struct Grid {
  static let states = ["known", "missing", "null", "wrong type", "error"]
  private(set) var counts: [String: [Int]] = [:]
  private(set) var columnForms: [String: (columns: Int, all: Int)] = [:]

  mutating func add(_ operation: String, _ state: Int) {
    counts[operation, default: Array(repeating: 0, count: Self.states.count)][state] += 1
  }

  mutating func add(_ operation: String, hasColumns: Bool) {
    let old = columnForms[operation] ?? (0, 0)
    columnForms[operation] = (old.columns + (hasColumns ? 1 : 0), old.all + 1)
  }

  var total: Int { counts.values.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Pairs in the cell that has fewest.
  var leastCell: Int { counts.values.map { $0.min() ?? 0 }.min() ?? 0 }

  var text: String {
    var lines = ["operator".padded(16) + Self.states.map { $0.padded(-11) }.joined() + "  as columns"]
    for (name, row) in counts.sorted(by: { $0.key < $1.key }) {
      let form = columnForms[name] ?? (0, 0)
      lines.append(
        name.padded(16) + row.map { "\($0)".padded(-11) }.joined() + "  \(form.columns)/\(form.all)")
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// - Parameter width: negative pads on the left.
  fileprivate func padded(_ width: Int) -> String {
    let space = String(repeating: " ", count: max(0, abs(width) - count))
    return width < 0 ? space + self : self + space
  }
}
