/// Conditions on what is made of a record: texts, lists, pairs of items.
extension RuleGenerator {
  mutating func made(_ operation: String) -> Condition {
    let (texts, fields) = Self.forms(operation)
    return Condition(operation: operation, text: pick(texts), fields: fields)
  }

  private static func forms(_ operation: String) -> (texts: [String], fields: [String]) {
    switch operation {
    case "item default":
      (
        [
          "items.exists(i, i.preset > 2)", "items.all(i, i.kind >= 'good')", "items.exists(i, has(i.preset))",
          "section.preset", "has(section.preset)", "items.all(i, i.preset + i.n > 3)", "word == 'ab'",
          "word.startsWith('a')", "items.exists(i, given(i.kind))", "word in ['a', 'ab']",
        ], ["items", "section", "word"]
      )
    case "made text":
      (
        [
          "bare(t) == 'a'", "fold(t).contains('a')", "bare(t).replace('a', 'b') == 'b'", "string(g) == t",
          "fold(t) == fold(u)", "t + u == 'ab'", "items.exists(i, bare(i.t) == 'a')",
          "bare(t) in ['a', 'ab']",
          "string(g) < t", "(b ? t : u) == 'a'", "items.all(i, i.t == t)", "(' ' + bare(t)).endsWith(' ab')",
          "items.exists(i, fold(i.t) == fold(t))",
        ], ["t", "u", "g", "b", "items"]
      )
    case "made list":
      (
        [
          "items.map(i, i.t).all(w, w != 'a')", "items.map(i, i.n).exists_one(v, v > 2)",
          "items.filter(i, i.b).map(i, i.g).exists(e, string(e) == 'good')", "size(items.map(i, i.n)) > 1",
          "items.map(i, i.n).filter(v, v > 1).exists(v, v < m)", "2 in items.map(i, i.n)",
          "items.filter(i, i.n > 0).filter(i, i.b).exists(i, i.x > 1)", "items.map(i, i.n * m).all(v, v > 2)",
          "size(items.filter(i, i.b).filter(i, i.n > m)) > 0", "n in items.map(i, i.n + 1)",
          "sum(items.map(i, i.x).filter(v, v > 1)) > 2", "items.map(i, i.n).map(v, v + 1).exists(v, v == 2)",
        ], ["items", "m", "n"]
      )
    case "literal":
      (
        [
          "[n, m].exists(v, v > 2)", "[section.deep].all(v, v.w > 1)",
          "[n + 9223372036854775800, m].exists(v, v > 1)",
          "[x, y].all(v, v > 1)", "[b, c].existsAtLeast(1, v, v)", "items.exists(i, [i.n, n].all(v, v > 0))",
        ], ["n", "m", "x", "y", "b", "c", "section", "items"]
      )
    case "keyed":
      (
        [
          "years.keyed(n).grade >= 'fair'", "years.keyed(n - 1).grade == 'good'",
          "[years.keyed(m), years.keyed(n)].exists(y, y.grade > 'weak')", "named.keyed(t).ok",
          "[0, 1, 2].all(k, k >= n || [years.keyed(m - k)].exists(y, y.grade == 'good'))",
          "given(years.keyed(1).grade)", "years.keyed(n + 9223372036854775806).grade == 'good'",
        ], ["years", "n", "m", "named", "t"]
      )
    case "beside":
      (
        [
          "items.exists(i, named.exists(k, k.value == i.x))", "items.all(i, i.t in tags)",
          "items.all(i, tags.exists(w, w == i.t && i.b))", "tags.all(w, items.exists(i, i.t == w))",
          "items.exists(i, numbers.all(v, v > i.x))",
          "items.exists(i, items.exists(j, j.n == i.n && j.b != i.b))",
          "items.existsAtLeast(2, i, tags.exists_one(w, w == i.t))",
          "items.exists(i, named.exists(k, numbers.exists(v, v == i.x && k.value < v)))",
          "items.all(i, named.filter(k, k.ok).exists(k, k.value > i.x))",
          "items.exists(i, i.parts.exists(q, tags.exists(w, w == q.tag && i.b)))",
          "items.all(i, i.n > 0 || open.exists(o, o.n == i.n))", "items.all(i, tags.all(w, i.b))",
          "tags.exists(w, items.exists(i, i.parts.exists(q, q.tag == w)))",
        ], ["items", "named", "tags", "numbers", "open"]
      )
    case "flatten":
      (
        [
          "items.map(i, i.parts).flatten().exists(q, q.w > 1)",
          "size(items.filter(i, i.b).map(i, i.parts).flatten()) > 2",
          "items.map(i, i.parts).flatten().map(q, q.tag).exists(w, w in tags)",
          "items.map(i, i.parts.filter(q, q.w > 0)).flatten().all(q, q.tag == 'a')",
          "items.filter(i, has(i.parts)).map(i, i.parts).flatten().exists(q, q.w == n)",
          "size(items.map(i, i.parts.map(q, q.w)).flatten().distinct()) > 1",
          "tags.all(w, items.map(i, i.parts).flatten().exists(q, q.tag == w))",
        ], ["items", "tags", "n"]
      )
    case "distinct":
      (
        [
          "size(tags.distinct()) > 1", "size(items.map(i, i.g).distinct()) >= 2",
          "size(duplicates(tags)) == 0",
          "size(items.map(i, i.x).distinct()) == 2", "numbers.distinct().exists(v, v > 2)",
          "size(items.filter(i, i.b).map(i, i.n).distinct()) > 0", "size(duplicates(items.map(i, i.b))) == 1",
        ], ["tags", "items", "numbers"]
      )
    case "without":
      (
        [
          "size(without(tags, ['a'])) > 0", "size(without(tags, section.tags)) == 0",
          "size(without(items.map(i, i.t), tags)) > 1",
          "percent(size(tags) - size(without(tags, section.tags)), size(tags)) >= 50",
          "size(without(tags, items.map(i, i.t))) == 0", "size(without(numbers, [1.5, 2])) > 1",
          "size(without(tags, items.map(i, i.parts).flatten().map(q, q.tag))) == 0",
        ], ["tags", "section", "items", "numbers"]
      )
    case "counted":
      (
        [
          "items.existsAtLeast(n, i, i.b)", "items.existsAtLeast(params.limit, i, i.n > 0)",
          "[b, c, n > 1].existsAtLeast(m, v, v)", "items.existsAtLeast(n + 9223372036854775800, i, i.b)",
          "items.all(i, i.parts.existsAtLeast(i.n, q, q.w > 0))",
          "items.existsAtLeast(m - 1, i, div(i.n, m) > 0)",
          "items.exists(i, tags.existsAtLeast(i.n, w, w == i.t))",
          "items.filter(i, i.b).existsAtLeast(n, i, i.n > 0)",
        ], ["items", "n", "m", "b", "c", "tags"]
      )
    case "map":
      (
        [
          "t in {'a': ['b'], 'ab': ['x y']}", "u in {'a': ['a', 'ab'], 'b': ['a']}[t]",
          "t in {'a': ['b']} && u in {'a': ['b', 'a']}[t]",
          "items.all(i, !(i.t == 'a') || i.t in {'a': ['b']} && u in {'a': ['b', 'Đông Bắc']}[i.t])",
        ], ["t", "u", "items"]
      )
    case "partial":
      (
        [
          "n > 1 && stamp > timestamp('2021-01-01T00:00:00Z')",
          "stamp == timestamp('2021-01-01T00:00:00Z') || b",
          "n > 1 && items[0].n > 1 && b", "items.exists(i, i.b && i.parts[0].w > 1)",
          "(has(stamp) || b) && items.map(i, i.n).sort()[0] > 1",
        ], ["n", "b", "stamp", "items"]
      )
    case "constant branches":
      (
        [
          "(fold(t) != '' ? 1 : 0) + (b ? 1 : 0) == 2", "(b ? 1 : 0) + (c ? 2 : 0) > n",
          "(b ? 1.5 : 0.0) + x > 1",
          "(g == 'weak' ? 0 : 1) == 1 && (c ? 0.0 : 1.0) < x", "x >= 8 - (b ? 8.0 : 0.5)",
          "[b, c].all(v, ((t != '' ? 1 : 0) + (v ? 1 : 0) == 2))",
          "((['a'] == []) ? tags : section.tags).exists(w, w == 'a')",
        ], ["t", "b", "c", "n", "x", "g", "tags", "section"]
      )
    case "kept":
      (
        [
          "size(without(tags, without(tags, ['a', 'b']))) > 0", "size(without(tags, [])) > 1",
          "size(without(without(tags, without(tags, ['a', 'ab'])), section.tags)) == 0",
          "size(without(numbers, without(numbers, [1.5, 2]))) == 1",
          "without(tags, without(tags, ['a'])).exists(w, w == t)",
          "size(without(without(tags, ['a']), without(tags, ['b', 'ă']))) > 0",
          "size(without(tags, without(tags, section.tags))) > 0",
          "size(without(tags, tags.filter(w, w != 'a'))) > 0",
        ], ["tags", "numbers", "t", "section"]
      )
    case "parameter": (["n > params.limit", "n + params.limit == m", "params.limit == 4"], ["n", "m"])
    default:
      (
        ["ratio(n, m) * 3 >= 2", "100 * ratio(x, y) > 50", "mean(numbers) * 2 < 3", "ratio(n, n) * 3 == 3"],
        ["n", "m", "x", "y", "numbers"]
      )
    }
  }
}
