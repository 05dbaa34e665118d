import CEL
import JSON
import Testing

/// Deduced types, in plain CEL and in packs.
@Suite struct DeductionTests {
  @Test(
    arguments: [
      ("1", "int"), ("1.5", "double"), ("null", "null"), ("b'x'", "bytes"), ("[1, 2]", "list(int)"),
      ("[1, 'a']", "list(dyn)"), ("[]", "list(dyn)"), ("{}", "map(dyn, dyn)"),
      ("{'a': 1}", "map(string, int)"),
      ("{'a': 1, 'b': 'c'}", "map(string, dyn)"), ("{'a': 1}.a", "int"), ("{'a': 1}['a']", "int"),
      ("[[1]][0]", "list(int)"), ("1 + 2", "int"), ("'a' + 'b'", "string"), ("[1] + [2]", "list(int)"),
      ("dyn(1) + 2", "int"), ("dyn(1) + dyn(2)", "dyn"), ("true && false", "bool"), ("!true", "bool"),
      ("true ? 1 : 2", "int"), ("true ? dyn(1) : 2", "dyn"), ("1 < 2.0", "bool"), ("1 in [1]", "bool"),
      ("'a' in {'a': 1}", "bool"), ("type(1)", "type(int)"), ("int", "type(int)"),
      ("list", "type(list(dyn))"),
      ("google.protobuf.Timestamp", "type(timestamp)"), ("type(1) == string", "bool"),
      ("[1].map(x, x + 1)", "list(int)"), ("[1].map(x, x > 0, 'a')", "list(string)"),
      ("[1].filter(x, x > 0)", "list(int)"), ("{'a': 1}.filter(k, k == 'a')", "list(string)"),
      ("{'a': 1}.map(k, k)", "list(string)"), ("[1].all(x, x > 0)", "bool"),
      ("[1].exists_one(x, x > 0)", "bool"),
      ("['a'].exists(i, v, i > 0 && v == 'a')", "bool"), ("['a'].transformList(i, v, i)", "list(int)"),
      ("['a'].transformMap(i, v, v)", "map(int, string)"),
      ("{'a': 1}.transformMap(k, v, v > 0, string(v))", "map(string, string)"),
      ("['a'].transformMapEntry(i, v, {v: i})", "map(string, int)"), ("[2, 1].sortBy(x, -x)", "list(int)"),
      ("[1].existsAtLeast(1, x, x > 0)", "bool"), ("dyn([1]).map(x, x)", "list(dyn)"),
      ("dyn({}).exists(k, v, k == v)", "bool"), ("cel.bind(a, 1, a + a)", "int"),
      ("cel.bind(a, [], a + [1])", "list(int)"), ("has({'a': 1}.b)", "bool"),
      ("optional.of(1)", "optional_type(int)"),
      ("optional.none()", "optional_type(dyn)"), ("{'a': 1}.?b", "optional_type(int)"),
      ("{'a': {'b': 1}}.?a.b", "optional_type(int)"), ("[1][?0]", "optional_type(int)"),
      ("optional.of([1])[0]", "optional_type(int)"), ("optional.of(1).orValue(2)", "int"),
      ("optional.of(1).optMap(x, x + 1)", "optional_type(int)"),
      ("optional.of(1).optFlatMap(x, optional.of('a'))", "optional_type(string)"),
      ("[?optional.of(1), 2]", "list(int)"), ("{?'a': optional.of(1)}", "map(string, int)"),
      ("anything.a.b[0]", "dyn"), ("anything + 1", "int"), ("unitKind.district", "unitKind"),
      ("[1, 2.0].exists(x, x == 1)", "bool"), ("{1: 1}[dyn('a')]", "int"), (".anything", "dyn"),
      ("[[], [1]]", "list(list(int))"), ("true ? [] : [1]", "list(int)"),
    ] as [(String, Text)])
  func plain(_ text: String, _ type: Text) throws {
    let (checked, diagnostics) = CheckFixture.check(text, in: CheckFixture.standard)
    #expect(diagnostics.isEmpty)
    #expect(try #require(checked).type.text == type)
  }

  @Test(
    arguments: [
      ("1.5", "decimal"), ("-1.5", "decimal"), ("figures.forestCoverPercent", "decimal"),
      ("score + 1", "decimal"), ("1 + score", "decimal"), ("score * headcount", "decimal"),
      ("-score", "decimal"),
      ("ratio(1, 2)", "ratio"), ("ratio(headcount, 3) * 100", "ratio"), ("ratio(1, 2) - score", "ratio"),
      ("score / 2", "decimal"), ("headcount + 1", "int"), ("score >= 1", "bool"), ("headcount < 2.5", "bool"),
      ("ratio(1, 2) >= headcount", "bool"), ("score == 1", "bool"), ("score in [1, 2.5]", "bool"),
      ("headcount in [1.5]", "bool"), ("[1, 2.5]", "list(decimal)"), ("true ? 1 : 2.5", "decimal"),
      ("[ratio(1, 2), 1]", "list(ratio)"), ("kind == 'district'", "bool"), ("'district' != kind", "bool"),
      ("kind in ['district', 'commune']", "bool"), ("'school' in kinds", "bool"),
      ("grade >= 'completed'", "bool"),
      ("'completed' < grade", "bool"), ("grade < grade", "bool"),
      ("kind == (hasForest ? 'district' : 'commune')", "bool"),
      ("[kind, 'school']", "list(unitKind)"), ("['school', kind]", "list(unitKind)"),
      ("hasForest ? kind : 'school'", "unitKind"), ("kinds == ['school']", "bool"),
      ("sets.contains(kinds, ['school'])", "bool"), ("sets.contains(['school'], kinds)", "bool"),
      ("kinds + ['school']", "list(unitKind)"), ("kind == unitKind.school", "bool"),
      ("string(kind) + string(grade)", "string"),
      ("{'school': 1}[kind]", "int"), ("kind in {'school': 1}", "bool"),
      ("indicators.forestCover", "indicator"), ("indicators.forestCover.actual", "decimal"),
      ("indicators['xa-01'].actual", "decimal"), ("indicators[0].actual", "decimal"),
      ("indicators.?forestCover", "optional_type(indicator)"), ("has(indicators.forestCover.actual)", "bool"),
      ("cel.bind(i, indicators, i.forestCover.isMet)", "bool"), ("communes[0].name", "string"),
      ("communes.all(c, c.kind == 'commune')", "bool"), ("communes.map(c, c.figures.plain)", "list(decimal)"),
      ("mean(communes.map(c, c.figures.plain))", "ratio"), ("sum(communes.map(c, c.criteria))", "int"),
      ("communes.map(c, c.kind).distinct()", "list(unitKind)"), ("foundedOn >= date('2021-01-01')", "bool"),
      ("foundedOn.year()", "int"), ("term.contains(foundedOn)", "bool"), ("params.turnoutMin + 1", "decimal"),
      ("has(hasForest)", "bool"), ("has(communes)", "bool"), ("has(anything)", "bool"),
      ("params.strict", "bool"), ("has(params.strict)", "bool"), ("item.criteria > 10", "bool"),
      ("attributes.size", "int"), ("math.greatest(score, 2)", "decimal"),
      ("math.greatest(headcount, 2)", "decimal"),
      ("percent(size(communes.filter(c, c.isStrong)), size(communes))", "ratio"),
      ("figures == other", "bool"), ("anything == 1.5", "bool"), ("anything + 1.5", "dyn"),
      ("kind == anything", "bool"),
      ("communes.sortBy(c, c.foundedOn)", "list(commune)"),
    ] as [(String, Text)])
  func inPacks(_ text: String, _ type: Text) throws {
    let (checked, diagnostics) = CheckFixture.check(text, in: CheckFixture.pack)
    #expect(diagnostics.isEmpty)
    #expect(try #require(checked).type.text == type)
  }
}
