/// What the checker found out of a program's tree; nil where it was planned without it.
final class ProgramChecking {
  let checked: CheckedExpression?

  init(_ checked: CheckedExpression?) { self.checked = checked }
}
