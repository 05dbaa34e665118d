import CEL
import Evaluator
import JSON

/// The items of a list that a rule looks at, and how many of them must meet its condition.
struct Items {
  let list: Term
  let filter: Term?
  let name: Term?
  let requirement: Requirement
  let minimum: Term?
  /// True where an item that leaves the condition open is named as failing.
  var countsMissing = false
  /// What expressions call an item.
  var variable: Text = "item"

  enum Requirement {
    case every, none
    case atLeast(Term)

    init(_ requirement: ItemRequirement, _ context: CompileContext) {
      switch requirement {
      case .every: self = .every
      case .none: self = .none
      case .atLeast(let count): self = .atLeast(context.count(count))
      }
    }
  }

  /// The check of a condition over an item.
  ///
  /// - Parameters:
  ///   - besides: what must hold of the list as a whole.
  ///   - naming: CEL text that names an item, given the name of its index, where it isn't the list that tells.
  func check(
    _ holds: Text, besides: Text? = nil, naming: ((Text) -> Text)? = nil, _ context: CompileContext
  ) throws -> Check {
    let formulas = ItemFormulas(items: self, holds: Term.enclosed(holds))
    let index = Hygiene.fresh("index", in: [holds] + [filter, name].compactMap { $0?.text })
    let itemName = naming?(index) ?? context.itemName(name, of: list, index: index, variable: variable)
    let failing = formulas.failing(index: index, name: itemName)
    return Check(
      requires: try context.formula(
        besides.map { formulas.requires + " && " + $0 } ?? formulas.requires, .bool),
      measured: try context.display(formulas.measured, .int),
      limit: try formulas.limit.map {
        Limit(bounds: [Limit.Bound(name: "atLeast", value: try context.formula($0, .int))])
      },
      distance: try context.display(formulas.distance, .int), failingItems: try context.display(failing),
      itemEnum: naming == nil ? context.itemEnum(name, of: list) : nil,
      messages: messages)
  }

  private var messages: Messages {
    switch requirement {
    case .every: minimum == nil ? ItemMessages.every : ItemMessages.everyOfSome
    case .none: minimum == nil ? ItemMessages.none : ItemMessages.noneOfSome
    case .atLeast: ItemMessages.atLeast
    }
  }
}

/// The formulas over the items of a list.
private struct ItemFormulas {
  let items: Items
  let holds: Text
  private var list: Term { items.list }
  private var filter: Term? { items.filter }

  init(items: Items, holds: Text) {
    self.items = items
    self.holds = holds
  }

  var requires: Text {
    let enough = items.minimum.map {
      "\(list).existsAtLeast(\($0), \(items.variable), \(filter.map { "\($0)" } ?? "true"))"
    }
    return Text([enough, demand].compactMap { $0 }.joined(separator: " && "))
  }

  private var demand: String {
    switch items.requirement {
    case .every: "\(list).all(\(items.variable), \(filter.map { "!\($0) || " } ?? "")\(holds))"
    case .none: "!\(list).exists(\(items.variable), \(matching))"
    case .atLeast(let count): "\(list).existsAtLeast(\(count), \(items.variable), \(matching))"
    }
  }

  private var matching: String { "\(filter.map { "\($0) && " } ?? "")\(holds)" }

  /// Items that surely meet the condition; where all must, items that are looked at.
  var measured: Text {
    switch items.requirement {
    case .atLeast: Text("size(\(list).filter(\(items.variable), isKnownTrue(\(matching))))")
    case .every, .none:
      filter.map { Text("size(\(list).filter(\(items.variable), isKnownTrue(\($0))))") }
        ?? Text("size(\(list))")
    }
  }

  var limit: Text? {
    if case .atLeast(let count) = items.requirement { return count.text }
    return items.minimum?.text
  }

  /// Items that fail, or that are lacking.
  var distance: Text {
    switch items.requirement {
    case .every, .none: Text("size(\(list).filter(\(items.variable), \(isFailing)))")
    case .atLeast(let count): Text("\(count) - \(measured)")
    }
  }

  private var isFailing: String {
    let looked = filter.map { "isKnownTrue(\($0)) && " } ?? ""
    return switch items.requirement {
    case .every, .atLeast:
      looked + (items.countsMissing ? "!isKnownTrue(\(holds))" : "isKnownFalse(\(holds))")
    case .none: "isKnownTrue(\(matching))"
    }
  }

  func failing(index: Text, name: Text) -> Text {
    Text("\(list).transformList(\(index), \(items.variable), \(isFailing), \(name))")
  }
}
