import Platform
import Synchronization

/// A map that a second thread helps with where a processor is free, and which never waits for it.
enum HelpedMap {
  /// What `body` makes of each element, in the order of the elements.
  ///
  /// The caller's thread goes from the first on, the helper from the last back, so that neighbours, which may share what
  /// has been made, meet on one thread. Where the two meet, the caller makes what the helper hasn't finished: on a busy
  /// machine the helper may not get its turn for longer than everything takes.
  ///
  /// - Parameter body: called twice for one element at most; of the two results the first is kept.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    guard elements.count > 1 else { return elements.map(body) }
    let board = Board<Result>(elements.count)
    DetachedThread.start {
      while let place = board.lastOpen() { board.put(body(elements[place]), at: place) }
    }
    for (place, element) in elements.enumerated() where board.begin(place) {
      board.put(body(element), at: place)
    }
    return board.results
  }

  /// What both threads look at.
  private final class Board<Result: Sendable>: Sendable {
    private struct State {
      var results: [Result?]
      /// The caller's place, and the helper's.
      var front = 0
      var back: Int
    }

    private let state: Mutex<State>

    init(_ count: Int) {
      state = Mutex(State(results: [Result?](repeating: nil, count: count), back: count))
    }

    /// The next place for the helper; nil where the caller is there or further.
    func lastOpen() -> Int? {
      state.withLock { state in
        state.back -= 1
        return state.back > state.front ? state.back : nil
      }
    }

    /// - Returns: false where the helper has finished this place.
    func begin(_ place: Int) -> Bool {
      state.withLock { state in
        state.front = place
        return state.results[place] == nil
      }
    }

    func put(_ result: Result, at place: Int) {
      state.withLock { if $0.results[place] == nil { $0.results[place] = result } }
    }

    /// All of them, once the caller has been everywhere.
    var results: [Result] { state.withLock { $0.results }.compactMap(\.self) }
  }
}
