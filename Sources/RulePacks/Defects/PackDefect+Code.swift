extension PackDefect {
  /// Every defect that the loader reports; the comment names the arguments.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    // Files
    /// path
    case fileNotFound
    /// path, reason of the system
    case fileUnreadable
    /// path, largest size in bytes
    case fileTooLarge
    /// path; empty, absolute, or with a backslash
    case invalidPath
    /// path; it leads out of the rules folder
    case outsideRulesFolder
    /// the files of the cycle, joined by ` → `
    case includeCycle
    /// the manifests of the cycle, joined by ` → `
    case extendsCycle
    /// largest depth
    case includesTooDeep
    /// path; a manifest is extended, not included
    case manifestIncluded
    /// the finding of the reader is the cause
    case json

    // Shape
    /// member, found kind, expected form
    case wrongType
    /// member, name of the form
    case unknownMember
    /// member, name of the form
    case missingMember
    /// the members of which exactly one must stand, joined by `, `
    case missingChoice
    /// the members that exclude one another, joined by `, `
    case conflictingMembers
    /// text, the admitted texts joined by `, `
    case notOneOf
    /// member
    case blankText
    /// member, least number of elements
    case tooFewElements
    /// text, what it should name
    case invalidName
    /// text
    case invalidDate
    /// text
    case invalidPeriod
    /// text
    case invalidOffset
    /// number, why it is refused: `digits`, `range` or `integer`
    case invalidNumber
    /// element
    case repeatedElement
    /// from, before; the span holds no day
    case emptySpan

    // Names
    /// kind
    case unknownKind
    /// record type
    case unknownRecordType
    /// enum
    case unknownEnum
    /// field, record type
    case unknownField
    /// rule
    case unknownRule
    /// source
    case unknownSource
    /// citation
    case invalidCitation
    /// parameter
    case unknownParameter
    /// text, enum, its first members
    case notAMember
    /// name in the template
    case unknownPlaceholder
    /// kind; a template can't take the name of a built-in kind
    case builtInKind
    /// the kinds of the cycle, joined by ` → `
    case templateCycle
    /// what (`rule`, `award`, `parameter`, …), name; the first stands at `related`
    case duplicate

    // Values
    /// text, type
    case invalidValue
    /// parameter, text, type, the first members of an enum; given by the operator
    case invalidSetting
    /// text; a number in quotes: separators are never guessed
    case numberAsText
    /// parameter, first day twice covered
    case overlappingValues
    /// parameter, first day without a value, first day with one again
    case missingValues
    /// neither `lawDate` nor an end of `period` is given
    case noLawDate

    // Rules
    /// the diagnostic of the expression is the cause
    case expression
    /// the formula that a kind made of the author's texts, the diagnostic's code is the cause
    case derivedExpression
    /// found type, expected types joined by `, `
    case wrongExpressionType
    /// unit, the other unit
    case unitMismatch
    /// lower end, upper end
    case reversedBand
    /// kind, message of the plugin
    case kindFailed
    /// rule; it does not declare `enabled`, so nothing can be chosen
    case notAChoice
    /// rule; only rules of a layer below are replaced
    case replacesOwnLayer
    /// rule, record type, record type of the replaced rule
    case replacesOtherType

    // Awards
    /// rule, its record type, record type of the award
    case ruleOnOtherType
    /// rule
    case disabledRule
    /// award; a group without members has no result
    case emptyGroup
    /// count, number of members
    case countOutOfRange
    /// award
    case unknownAward
    /// the awards of the cycle, joined by ` → `
    case awardCycle
    /// authority
    case unknownAuthority
    /// nothing tells where past decisions are kept
    case noRegister
    /// equals may exceed a quota that is a ceiling
    case includeBesideCeiling

    // Relations, groups and scores
    /// number of names, number of key fields, record type
    case keyCountDiffers
    /// rule
    case noPoints
    /// rule or expression that reads a score although a score is made of it
    case scoreCycle
  }
}
