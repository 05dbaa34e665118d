/// The kinds that come with the package, sorted by name; a test compares the list with the files of this folder.
public let builtInKinds: [any RecordKind.Type] = [
  AgainstTargetKind.self,
  AttestationKind.self,
  CadenceKind.self,
  CitationKind.self,
  ConsistencyKind.self,
  CoversKind.self,
  DeadlineKind.self,
  DeltaKind.self,
  DistinctKind.self,
  EachKind.self,
  ElapsedKind.self,
  EvidenceKind.self,
  ExclusionKind.self,
  ExpressionKind.self,
  HistoryKind.self,
  InheritKind.self,
  LookupKind.self,
  MembershipKind.self,
  RecipientsKind.self,
  SequenceKind.self,
  TextMatchKind.self,
  ThresholdKind.self,
  VoteKind.self,
  WindowKind.self,
]

/// The kinds of rules on many records that come with the package, sorted by name.
public let builtInPopulationKinds: [any PopulationKind.Type] = [
  AggregateKind.self,
  PartitionKind.self,
  ShareKind.self,
  TrendKind.self,
  UniqueKind.self,
]
