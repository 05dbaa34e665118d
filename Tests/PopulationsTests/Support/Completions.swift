/// Ways of filling in what the records of a population leave out.
struct Completions<Record> {
  private(set) var wholes: [[Record]]

  init(of records: [Record]) { wholes = [records] }

  /// Fills in one field of the record at a place with each of the values, where it is not given.
  mutating func fill<Value>(_ field: WritableKeyPath<Record, Value?>, at place: Int, with values: [Value]) {
    wholes = wholes.flatMap { whole in
      guard whole[place][keyPath: field] == nil else { return [whole] }
      return values.map { value in
        var whole = whole
        whole[place][keyPath: field] = value
        return whole
      }
    }
  }
}
