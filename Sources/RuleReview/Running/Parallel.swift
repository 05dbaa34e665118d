import Dispatch
import Synchronization

/// Work spread over the cores.
enum Parallel {
  /// What `body` makes of each element, in the order of the elements.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { place in
      let result = body(elements[place])
      results.withLock { $0[place] = result }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }
}
