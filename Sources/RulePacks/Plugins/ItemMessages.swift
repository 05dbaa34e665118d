import CEL
import Evaluator
import JSON

/// What is said of the items of a list, whatever the kind.
enum ItemMessages {
  static let every = Messages(
    satisfied: MessageTemplate(
      "each.every", vi: "Tất cả {measured} mục đều đạt.", en: "All {measured} items meet it."),
    violated: MessageTemplate("each.failing", vi: "Mục không đạt: {items}.", en: "Items that fail: {items}."))

  static let everyOfSome = Messages(
    satisfied: every.satisfied,
    violated: MessageTemplate(
      "each.failingOrTooFew",
      vi: "Phải có ít nhất {limit} mục và mọi mục đều đạt; có {measured} mục; không đạt: {items}.",
      en: "It takes at least {limit} items, and all must meet it; at hand: {measured}; these fail: {items}."))

  static let none = Messages(
    satisfied: MessageTemplate(
      "each.none", vi: "Không mục nào vi phạm trong {measured} mục.", en: "None of {measured} items does."),
    violated: MessageTemplate(
      "each.present", vi: "Mục vi phạm: {items}.", en: "Items that must not be: {items}."))

  static let noneOfSome = Messages(
    satisfied: none.satisfied,
    violated: MessageTemplate(
      "each.presentOrTooFew",
      vi: "Phải có ít nhất {limit} mục và không mục nào vi phạm; có {measured} mục; vi phạm: {items}.",
      en: "It takes at least {limit} items, of which none may; at hand: {measured}; these do: {items}."))

  static let atLeast = Messages(
    satisfied: MessageTemplate(
      "each.enough", vi: "Có {measured} mục đạt; yêu cầu ít nhất {limit}.",
      en: "{measured} items meet it; at least {limit} are asked."),
    violated: MessageTemplate(
      "each.tooFew", vi: "Mới có {measured} mục đạt, yêu cầu ít nhất {limit}; không đạt: {items}.",
      en: "{measured} items meet it, at least {limit} are asked; these fail: {items}."))
}
