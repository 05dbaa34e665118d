public struct Timestamp: Sendable, Hashable {}
public struct CELDuration: Sendable, Hashable {}
public struct CivilDate: Sendable, Hashable {}
public struct Period: Sendable, Hashable {}
