import CEL
import JSON

/// A value of a record in which everything is given, and from which tests take parts away by path.
indirect enum Sample: Sendable {
  case leaf(Value)
  /// In order of the type's fields.
  case section(RecordType, [Sample])
  case list([Sample])
  case keyed([(key: Text, item: Sample)])
  /// A list declared incomplete: with the next element given it is whole.
  case open([Sample], next: Sample)

  typealias Steps = [Path.Step]

  struct NoSuchPath: Error {
    let path: String
  }

  var children: [(step: Path.Step, sample: Sample)] {
    switch self {
    case .leaf: []
    case .section(let type, let fields): zip(type.fields, fields).map { (.field($0.name), $1) }
    case .list(let elements): elements.enumerated().map { (.index($0), $1) }
    case .keyed(let items): items.map { (.key($0.key), $0.item) }
    case .open(let elements, let next):
      elements.enumerated().map { (.index($0), $1) } + [(.more, next)]
    }
  }

  /// All paths below, outer ones first.
  func paths(from start: Steps = []) -> [Steps] {
    children.flatMap { [start + [$0.step]] + $0.sample.paths(from: start + [$0.step]) }
  }

  static func text(_ steps: Steps) -> Text { steps.reduce(Path.root) { $0.appending($1) }.text }

  func steps(_ path: String) throws -> Steps {
    guard let steps = paths().first(where: { Sample.text($0) == Text(path) }) else {
      throw NoSuchPath(path: path)
    }
    return steps
  }

  /// The record less the parts at these paths.
  func record(without removed: [String]) throws -> RecordValue? {
    record(without: Set(try removed.map { try steps($0) }))
  }

  func record(without removed: Set<Steps>) -> RecordValue? {
    guard case .section(let type, let fields) = self else { return nil }
    let slots = zip(type.fields, fields).map { $1.value([.field($0.name)], removed) }
    return RecordValue(type: type, slots: slots, path: .root)
  }

  private func value(_ steps: Steps, _ removed: Set<Steps>) -> Value? {
    guard !removed.contains(steps) else { return nil }
    let path = steps.reduce(Path.root) { $0.appending($1) }
    switch self {
    case .leaf(let value): return value
    case .section(let type, _):
      let slots = children.map { $0.sample.value(steps + [$0.step], removed) }
      // A section of which nothing is given is not given itself.
      guard slots.contains(where: { $0 != nil }) else { return nil }
      return .record(RecordValue(type: type, slots: slots, path: path))
    case .list:
      return .list(ListValue(elements(steps, removed), path: path))
    case .open(let known, _):
      let elements = elements(steps, removed)
      guard removed.contains(steps + [.more]) else { return .list(ListValue(elements, path: path)) }
      return .list(ListValue(Array(elements.prefix(known.count)), path: path, isComplete: false))
    case .keyed(let items):
      var values: [Value] = []
      var places: [Text: Int] = [:]
      for (key, item) in items {
        guard let value = item.value(steps + [.key(key)], removed) else { continue }
        places[key] = values.count
        values.append(value)
      }
      return .list(ListValue(values, path: path, items: places))
    }
  }

  private func elements(_ steps: Steps, _ removed: Set<Steps>) -> [Value] {
    children.map { child in
      let inner = steps + [child.step]
      return child.sample.value(inner, removed)
        ?? .unknown(Unknown(inner.reduce(Path.root) { $0.appending($1) }))
    }
  }
}

/// Completing.
extension Sample {
  /// This sample with the removed parts taken from another one.
  func filled(from other: Sample, _ removed: Set<Steps>, at steps: Steps = []) -> Sample {
    guard !removed.contains(steps) else { return other }
    switch (self, other) {
    case (.section(let type, let fields), .section(_, let others)):
      return .section(
        type,
        zip(type.fields, zip(fields, others)).map {
          $1.0.filled(from: $1.1, removed, at: steps + [.field($0.name)])
        })
    case (.list(let elements), .list(let others)):
      return .list(Sample.filled(elements, others, removed, steps))
    case (.open(let elements, let next), .open(let others, let other)):
      return .open(
        Sample.filled(elements, others, removed, steps),
        next: next.filled(from: other, removed, at: steps + [.more]))
    case (.keyed(let items), .keyed(let others)):
      return .keyed(
        items.map { key, item in
          let other = others.first { $0.key == key }?.item ?? item
          return (key, item.filled(from: other, removed, at: steps + [.key(key)]))
        })
    default: return self
    }
  }

  private static func filled(
    _ elements: [Sample], _ others: [Sample], _ removed: Set<Steps>, _ steps: Steps
  ) -> [Sample] {
    elements.enumerated().map { index, element in
      element.filled(
        from: others.indices.contains(index) ? others[index] : element, removed, at: steps + [.index(index)])
    }
  }

  /// What is still removed once a part is given with all below it.
  func removed(_ removed: Set<Steps>, giving path: Steps) -> Set<Steps> {
    var rest = removed.filter { !$0.starts(with: path) }
    for length in 0..<path.count {
      let ancestor = Array(path.prefix(length))
      guard rest.remove(ancestor) != nil else { continue }
      for child in self[ancestor]?.children ?? [] where child.step != path[length] {
        rest.insert(ancestor + [child.step])
      }
      rest.insert(Array(path.prefix(length + 1)))
    }
    rest.remove(path)
    return rest
  }

  private subscript(steps: Steps) -> Sample? {
    var sample = self
    for step in steps {
      guard let child = sample.children.first(where: { $0.step == step }) else { return nil }
      sample = child.sample
    }
    return sample
  }
}
