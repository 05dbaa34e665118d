import RulePacks

/// Where kinds come from: they are made where they are first needed, on whatever thread that is.
struct KindSource: Sendable {
  let kinds: @Sendable () -> KindRegistry
}
