import JSON

/// What the person who loads a pack decides about it.
public struct LoadOptions: Sendable {
  /// One parameter with its value, which is read by the parameter's type; a list is JSON.
  public typealias Setting = (name: Text, value: Text)

  /// Values of parameters, as given on the command line; of two for one parameter the later stands.
  public var set: [Setting]
  /// Rules to enable, besides those that the manifest chooses.
  public var enable: [Text]

  public init(set: [Setting] = [], enable: [Text] = []) {
    self.set = set
    self.enable = enable
  }
}
