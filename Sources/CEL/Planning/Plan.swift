/// What a checked expression becomes to be evaluated.
final class Plan {
  let root: Child
  let localCount: Int
  let readsVariables: Bool

  init(_ planner: Planner, _ expression: Expression) {
    root = Child(planner.node(expression))
    localCount = planner.localCount
    readsVariables = planner.readsVariables
  }
}
