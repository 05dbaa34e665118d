import CEL
import JSON

/// What is read of the records of one type, and into which columns: grows as programs ask for fields.
final class RecordPlan {
  let type: RecordType
  let schema: Schema
  let root: ObjectPlan
  /// By number of the column.
  private(set) var columns: [ColumnPlan] = [ColumnPlan(space: 0, form: .anything)]
  /// By number of the space; 0 are the records.
  private(set) var spaces: [SpacePlan] = [SpacePlan(parent: 0, form: .records, sink: 0)]

  struct ColumnPlan {
    let space: Int
    let form: ValueForm
    /// For texts: what the values are compared with, by code.
    var words: [Text] = []
    /// True where a program asks which of the words a text is.
    var hasCodes = false
    /// Path of the field; empty for what no rule reads.
    var name = ""
  }

  /// Rows of one sort: the records, or the items of one list.
  struct SpacePlan {
    let parent: Int
    var form = SpaceForm.items
    /// The column that takes whatever nobody reads.
    let sink: Int
    /// Path of the list.
    var name = ""
  }

  /// Sections within one another beyond this depth, which only types that hold themselves reach, are not read.
  private static let deepest = 12

  init(_ type: RecordType, _ schema: Schema) {
    self.type = type
    self.schema = schema
    root = ObjectPlan(type, space: 0)
    fill(root, depth: 0)
    for name in type.key { keyFields.append(type.slot(of: name).map { root.fields[$0] }) }
    for case let field? in keyFields { _ = column(of: field) }
  }

  /// The fields that name a record; nil for one that is not declared.
  private(set) var keyFields: [FieldPlan?] = []

  private func fill(_ object: ObjectPlan, depth: Int) {
    object.fields = object.type.fields.map { field in
      let plan = FieldPlan(field.type, field, space: object.space, parent: object)
      complete(plan, depth: depth)
      return plan
    }
  }

  private func complete(_ plan: FieldPlan, depth: Int) {
    // A relation is filled by a join, whatever the record says.
    guard plan.field?.relation == nil else {
      plan.form = .anything
      return
    }
    switch plan.type {
    case .string: plan.form = .text
    case .int: plan.form = .integer
    case .decimal: plan.form = .decimal
    case .bool: plan.form = .boolean
    case .date: plan.form = .date
    case .period: plan.form = .period
    case .enumeration(let name):
      plan.members = schema.enumTypes[name]
      plan.form = plan.members == nil ? .unsupported : .member
    case .dyn: plan.form = .anything
    case .record(let name):
      guard depth < Self.deepest, let type = schema.recordTypes[name] else { return }
      plan.form = .object
      let object = ObjectPlan(type, space: plan.space)
      object.owner = plan
      plan.object = object
      fill(object, depth: depth + 1)
    case .list(let element):
      guard depth < Self.deepest else { return }
      plan.form = .list
      let list = ListPlan(parent: plan.space, field: plan.field)
      list.owner = plan
      list.elementType = element
      plan.list = list
      list.element = FieldPlan(element, nil, space: plan.space, parent: nil)
      complete(list.element, depth: depth + 1)
      // Two items of one name are found among the rows of the items.
      if plan.field?.key != nil { _ = read(list, at: depth) }
    default: break
    }
  }

  /// The space of a list's items; makes one where nobody has asked before.
  @discardableResult
  func read(_ list: ListPlan, at depth: Int = 0) -> Int {
    if let space = list.space { return space }
    let space = spaces.count
    spaces.append(SpacePlan(parent: list.parent, sink: columns.count, name: path(of: list)))
    columns.append(ColumnPlan(space: space, form: .anything))
    list.space = space
    list.element = FieldPlan(list.elementType, nil, space: space, parent: nil)
    complete(list.element, depth: depth + 1)
    if let key = list.field?.key, let field = list.element.object?.field(named: key) { _ = column(of: field) }
    return space
  }

  /// A space that is made of others, once.
  ///
  /// - Parameter parent: the rows that it is folded to.
  func space(_ form: SpaceForm, parent: Int) -> Int {
    if let space = spaces.firstIndex(where: { $0.form == form && $0.parent == parent }) { return space }
    let name: String
    switch form {
    case .pairs(let outer, let inner): name = spaces[outer].name + " × " + spaces[inner].name
    case .flattened(_, let inner): name = spaces[inner].name
    case .records, .items: name = ""
    }
    spaces.append(SpacePlan(parent: parent, form: form, sink: 0, name: name))
    return spaces.count - 1
  }

  /// The rows that a space runs over.
  func rows(of space: Int) -> Int {
    if case .flattened(_, let inner) = spaces[space].form { return rows(of: inner) }
    return space
  }

  /// The column of a field's values; of a section or list, of whether it is given.
  func column(of field: FieldPlan) -> Int {
    if let column = field.column { return column }
    field.column = columns.count
    columns.append(ColumnPlan(space: field.space, form: field.form, name: path(of: field)))
    return columns.count - 1
  }

  /// The path of a field in a record, through lists and sections.
  private func path(of field: FieldPlan) -> String {
    let within = field.parent.map { $0.owner.map(path) ?? spaces[$0.space].name } ?? spaces[field.space].name
    guard let name = field.field?.name.string else { return within }
    return within.isEmpty ? name : within + "." + name
  }

  private func path(of list: ListPlan) -> String {
    (list.owner.map(path) ?? spaces[list.parent].name) + "[]"
  }

  /// The code that texts of a column have where they are equal to a word; nil where no text of a record can be.
  func code(of word: Text, in column: Int) -> Int64? {
    columns[column].hasCodes = true
    if let place = columns[column].words.firstIndex(of: word) { return Int64(place) }
    columns[column].words.append(word)
    return Int64(columns[column].words.count - 1)
  }
}

/// An object at one place of a record.
final class ObjectPlan {
  let type: RecordType
  let space: Int
  var fields: [FieldPlan] = []
  /// The section that the object is; nil for the record itself and for an item.
  weak var owner: FieldPlan?

  init(_ type: RecordType, space: Int) {
    self.type = type
    self.space = space
  }

  func field(named name: Text) -> FieldPlan? { type.slot(of: name).map { fields[$0] } }
}

/// A field, or the element of a list.
final class FieldPlan {
  let type: CELType
  /// Nil for an element.
  let field: Field?
  let space: Int
  weak var parent: ObjectPlan?
  var form = ValueForm.unsupported
  var column: Int?
  var members: EnumType?
  var object: ObjectPlan?
  var list: ListPlan?

  init(_ type: CELType, _ field: Field?, space: Int, parent: ObjectPlan?) {
    self.type = type
    self.field = field
    self.space = space
    self.parent = parent
  }
}

/// A list at one place of a record.
final class ListPlan {
  let parent: Int
  let field: Field?
  weak var owner: FieldPlan?
  var elementType = CELType.dyn
  var element: FieldPlan
  /// The rows of its items; nil where nobody reads them.
  var space: Int?

  init(parent: Int, field: Field?) {
    self.parent = parent
    self.field = field
    element = FieldPlan(.dyn, nil, space: parent, parent: nil)
  }
}
