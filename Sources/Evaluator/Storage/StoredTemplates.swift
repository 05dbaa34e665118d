/// The message templates of a pack, each once: most rules say the same.
struct StoredTemplates {
  /// In the order in which the rules first use them.
  private(set) var all: [MessageTemplate] = []
  private var places: [MessageTemplate: Int64] = [:]

  init(_ pack: CompiledPack) {
    for rule in pack.rules { add(rule.check.messages) }
    for rule in pack.populationRules { add(rule.check.messages) }
  }

  private mutating func add(_ messages: Messages) {
    for template in messages.templates where places[template] == nil {
      places[template] = Int64(all.count)
      all.append(template)
    }
  }

  /// Place in `all`; -1 for a template of no rule.
  func place(of template: MessageTemplate) -> Int64 { places[template] ?? -1 }
}

extension Messages {
  /// In the order in which they are stored.
  var templates: [MessageTemplate] { [satisfied, violated, undetermined, notYetDue, failed] }
}
