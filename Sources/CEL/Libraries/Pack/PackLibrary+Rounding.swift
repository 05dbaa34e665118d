import JSON

/// Rounding of decimals and ratios to a number of decimal places, 0 where none is given.
///
/// The name states the mode: `roundHalfEven` and `roundHalfUp` to the nearest (a tie to the even digit, or away from
/// zero), `roundUp` away from zero, `roundDown` towards zero, `ceil` and `floor` towards the greater and the
/// smaller number. The result is a decimal; a ratio is rounded once, from its exact value.
extension PackLibrary {
  static let rounding: [FunctionDeclaration] = [
    rounding("roundHalfEven", .halfEven), rounding("roundHalfUp", .halfUp), rounding("roundUp", .up),
    rounding("roundDown", .down), rounding("ceil", .ceiling), rounding("floor", .floor),
  ]

  private static func rounding(_ name: Text, _ mode: RoundingMode) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      [
        Overload(name + "_decimal", [.decimal], .decimal), Overload(name + "_ratio", [.ratio], .decimal),
        Overload(name + "_decimal_places", [.decimal, .int], .decimal),
        Overload(name + "_ratio_places", [.ratio, .int], .decimal),
      ],
      .variadic { arguments, _ in
        guard let number = arguments.first.flatMap(ExactNumber.init) else { return nil }
        guard arguments.count > 1 else { return rounded(number, 0, mode, name) }
        guard case .int(let places) = arguments[1] else { return nil }
        guard 0...Int64(Decimal.maximumScale) ~= places else { return .outOfRange(arguments[1]) }
        return rounded(number, Int(places), mode, name)
      })
  }

  private static func rounded(_ number: ExactNumber, _ places: Int, _ mode: RoundingMode, _ name: Text)
    -> Value
  {
    switch number {
    case .decimal(let decimal): return .decimal(decimal.rounded(mode, places: places))
    case .ratio(let ratio):
      do throws(ArithmeticError) { return .decimal(try ratio.rounded(mode, places: places)) } catch {
        return .failure(error, name)
      }
    }
  }
}
