import CEL
import JSON
import Testing

/// The side table that the planner reads.
@Suite struct ReferenceTests {
  private func root(_ text: String, in environment: Environment = CheckFixture.pack) throws -> Reference? {
    let (checked, diagnostics) = CheckFixture.check(text, in: environment)
    #expect(diagnostics.isEmpty)
    let found = try #require(checked)
    return found.references[Int(found.parsed.root.id)]
  }

  @Test func fieldsOfTheRootAreOnePath() throws {
    guard case .rootField([9, 2]) = try root("figures.revenue") else { throw Missing() }
    guard case .rootField([9, 2]) = try root("has(figures.revenue)") else { throw Missing() }
    guard case .rootField([0]) = try root("id") else { throw Missing() }
  }

  @Test func fieldsOfOtherRecordsAreSlots() throws {
    guard case .recordField(0) = try root("communes[0].name") else { throw Missing() }
    guard case .recordField(0) = try root("communes[0].?name") else { throw Missing() }
    guard case .recordField(1) = try root("has(item.criteria)") else { throw Missing() }
    guard case .recordField(1) = try root("indicators.a.actual") else { throw Missing() }
  }

  @Test func itemsOfKeyedListsAreKeys() throws {
    guard case .item("forestCover") = try root("indicators.forestCover") else { throw Missing() }
    guard case .item("xa-01") = try root("indicators['xa-01']") else { throw Missing() }
    guard case .item("a") = try root("has(indicators.a)") else { throw Missing() }
  }

  @Test func dottedNamesAreOneVariable() throws {
    guard case .variable(0) = try root("params.turnoutMin") else { throw Missing() }
    guard case .variable(1) = try root("has(params.strict)") else { throw Missing() }
  }

  @Test func functionsCarryTheirFullName() throws {
    guard case .function("math.greatest") = try root("math.greatest(1.5, 2)") else { throw Missing() }
    guard case .function("year") = try root("foundedOn.year()") else { throw Missing() }
    guard case .function("size") = try root(".size(id)") else { throw Missing() }
    var environment = CheckFixture.pack
    environment.container = "math.more"
    guard case .function("math.greatest") = try root("greatest(1.5, 2)", in: environment) else {
      throw Missing()
    }
  }

  @Test func literalsTakeTheTypeOfTheirNeighbour() throws {
    let (checked, _) = CheckFixture.check("kind == 'school'", in: CheckFixture.pack)
    let found = try #require(checked)
    let constants = found.references.compactMap { reference -> EnumValue? in
      if case .constant(.enumeration(let member)) = reference { member } else { nil }
    }
    #expect(constants.map(\.index) == [2])
    let (whole, _) = CheckFixture.check("score > 3", in: CheckFixture.pack)
    let decimals = try #require(whole).references.compactMap { reference -> Decimal? in
      if case .constant(.decimal(let decimal)) = reference { decimal } else { nil }
    }
    #expect(decimals == [Decimal(Int64(3))])
  }

  @Test func namesOfTypesAndMembersAreConstants() throws {
    guard case .constant(.type(let type)) = try root("google.protobuf.Duration") else { throw Missing() }
    #expect(type.type == .duration)
    guard case .constant(.enumeration(let member)) = try root("unitKind.commune") else { throw Missing() }
    #expect(member.name == "commune")
  }

  /// Names as the specification resolves them: locals first, then the container from the inside out.
  @Test func namesResolveByContainer() throws {
    var environment = CheckFixture.standard
    environment.container = "com.example"
    environment.variables = [
      Environment.Variable("y", .string), Environment.Variable("com.y", .int),
      Environment.Variable("com.example.y.z", .bool), Environment.Variable("x.y", .uint),
    ]
    guard case .variable(1) = try root("y", in: environment) else { throw Missing() }
    guard case .variable(0) = try root(".y", in: environment) else { throw Missing() }
    guard case .variable(2) = try root("y.z", in: environment) else { throw Missing() }
    guard case .variable(3) = try root("x.y", in: environment) else { throw Missing() }
  }

  @Test func variablesOfMacrosComeFirst() throws {
    var environment = CheckFixture.standard
    environment.container = "com"
    environment.variables = [Environment.Variable("com.y.z", .bool), Environment.Variable("y", .string)]
    let (checked, diagnostics) = CheckFixture.check("[{'z': 0}].map(y, y.z)", in: environment)
    #expect(diagnostics.isEmpty)
    #expect(try #require(checked).type == .list(.int))
    #expect(CheckFixture.check("[0].map(y, .y)", in: environment).0?.type == .list(.string))
    #expect(
      CheckFixture.check("[0].map(y, [''].map(y, y))", in: environment).0?.type == .list(.list(.string)))
  }

  private struct Missing: Error {}
}
