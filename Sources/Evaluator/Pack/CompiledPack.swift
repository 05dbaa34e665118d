import CEL
import JSON

/// A pack ready to judge records: everything named, checked and planned, nothing left to look up.
///
/// `RulePacks` produces it from files; it reads and writes canonical JSON with expressions as text, which are
/// checked again on load, or when they are first needed where this program wrote them itself.
public struct CompiledPack: Sendable {
  public var id: Text
  public var version: Text
  public var title: LocalizedText
  public var period: DateSpan
  /// Seconds east of UTC.
  public var timeZoneOffset: Int32
  public var lawDate: LawDate
  public var sources: [Source]
  public var notices: [Notice]
  public var parameters: [Parameter]
  /// Rules that were chosen or left off by the manifest or by `--enable`, in order of their ids.
  public var choices: [Choice]
  public var schema: Schema
  /// Record types that are checked (those with a key), in order of declaration.
  public var recordTypes: [RecordType]
  /// In order of declaration; disabled rules are not here.
  public var rules: [CompiledRule]
  /// An award comes after those that it waits for.
  public var awards: [CompiledAward]
  /// In order of declaration; disabled rules are not here.
  public var populationRules: [CompiledPopulationRule]
  public var scores: [CompiledScore]
  /// Who decides on awards, by the key that awards give.
  public var authorities: [Text: LocalizedText]
  /// Where past decisions are kept; nil where the pack knows none.
  public var register: Register?
  /// What units of measure are called, by the name that rules and fields declare; one without a title goes by that.
  public var units: [Text: LocalizedText]

  public init(
    id: Text, version: Text, title: LocalizedText, period: DateSpan, timeZoneOffset: Int32, lawDate: LawDate,
    sources: [Source], notices: [Notice], parameters: [Parameter], choices: [Choice], schema: Schema,
    recordTypes: [RecordType], rules: [CompiledRule], awards: [CompiledAward],
    units: [Text: LocalizedText] = [:], populationRules: [CompiledPopulationRule] = [],
    scores: [CompiledScore] = [], authorities: [Text: LocalizedText] = [:], register: Register? = nil
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.period = period
    self.timeZoneOffset = timeZoneOffset
    self.lawDate = lawDate
    self.sources = sources
    self.notices = notices
    self.parameters = parameters
    self.choices = choices
    self.schema = schema
    self.recordTypes = recordTypes
    self.rules = rules
    self.awards = awards
    self.units = units
    self.populationRules = populationRules
    self.scores = scores
    self.authorities = authorities
    self.register = register
  }
}
