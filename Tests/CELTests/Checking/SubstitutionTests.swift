import JSON
import Testing

@testable import CEL

@Suite struct SubstitutionTests {
  /// Types without parameters that fit each other, in either order.
  @Test(
    arguments: [
      ("int", "int"), ("int", "dyn"), ("list(int)", "dyn"), ("list(int)", "list(dyn)"),
      ("wrapper(int)", "int"), ("wrapper(int)", "null"), ("timestamp", "null"),
      ("optional_type(int)", "null"),
      ("type(int)", "type(string)"), ("map(string, dyn)", "map(string, int)"), ("tuple(int)", "tuple(dyn)"),
    ] as [(Text, Text)])
  func admits(_ left: Text, _ right: Text) throws {
    var substitution = Substitution()
    let (left, right) = (try #require(CELType(text: left)), try #require(CELType(text: right)))
    let (forth, back) = (substitution.unify(left, right), substitution.unify(right, left))
    #expect(forth && back)
  }

  @Test(
    arguments: [
      ("int", "uint"), ("int", "null"), ("list(int)", "list(string)"), ("list(int)", "map(int, int)"),
      ("optional_type(int)", "int"), ("tuple(int)", "pair(int)"), ("tuple(int)", "tuple(int, int)"),
      ("wrapper(int)", "string"), ("decimal", "double"), ("string", "type(string)"),
    ] as [(Text, Text)])
  func refuses(_ left: Text, _ right: Text) throws {
    var substitution = Substitution()
    let (left, right) = (try #require(CELType(text: left)), try #require(CELType(text: right)))
    let (forth, back) = (substitution.unify(left, right), substitution.unify(right, left))
    #expect(!forth && !back)
  }

  @Test func bindsAParameterToWhatItMeets() {
    var substitution = Substitution()
    let element = substitution.fresh()
    let unifies1 = substitution.unify(.list(element), .list(.int))
    #expect(unifies1)
    #expect(substitution.apply(element) == .int)
    let unifies2 = substitution.unify(element, .string)
    #expect(!unifies2)
    #expect(substitution.apply(element) == .int)
  }

  @Test func widensABindingToTheMoreGeneralType() {
    var substitution = Substitution()
    let element = substitution.fresh()
    let unifies3 = substitution.unify(.optional(.int), element)
    #expect(unifies3)
    let unifies4 = substitution.unify(.optional(.dyn), element)
    #expect(unifies4)
    #expect(substitution.apply(element) == .optional(.dyn))
  }

  @Test func keepsAnOpenParameterOutOfItself() {
    var substitution = Substitution()
    let element = substitution.fresh()
    let unifies5 = substitution.unify(element, .list(element))
    #expect(!unifies5)
    let unifies6 = substitution.unify(element, element)
    #expect(unifies6)
    #expect(substitution.apply(element, openAsDyn: true) == .dyn)
  }

  @Test func takesBackAFailedUnification() {
    var substitution = Substitution()
    let (key, value) = (substitution.fresh(), substitution.fresh())
    let unifies7 = substitution.unify([key, value, .int], [.string, .bool, .string])
    #expect(!unifies7)
    #expect(substitution.apply(key) == key)
    #expect(substitution.apply(value) == value)
  }

  @Test func renamesEachParameterOnceAnInstance() {
    var substitution = Substitution()
    let overload: [CELType] = [.parameter("A"), .list(.parameter("A")), .parameter("B")]
    let first = substitution.instantiate(overload)
    let second = substitution.instantiate(overload)
    #expect(first[1] == .list(first[0]))
    #expect(first[0] != first[2])
    #expect(first[0] != second[0])
  }
}
