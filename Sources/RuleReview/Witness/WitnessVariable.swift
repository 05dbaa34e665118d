import JSON

/// A variable of a macro, and what it stands for.
struct WitnessVariable {
  let name: Text
  let binding: WitnessBinding
}
