import JSON

/// Names of the operators as functions, as the CEL specification has them.
public enum Operator {
  public static let conditional: Text = "_?_:_"
  public static let and: Text = "_&&_"
  public static let or: Text = "_||_"
  public static let not: Text = "!_"
  public static let negate: Text = "-_"
  public static let equals: Text = "_==_"
  public static let notEquals: Text = "_!=_"
  public static let less: Text = "_<_"
  public static let lessOrEqual: Text = "_<=_"
  public static let greater: Text = "_>_"
  public static let greaterOrEqual: Text = "_>=_"
  public static let add: Text = "_+_"
  public static let subtract: Text = "_-_"
  public static let multiply: Text = "_*_"
  public static let divide: Text = "_/_"
  public static let modulo: Text = "_%_"
  public static let membership: Text = "@in"
  public static let index: Text = "_[_]"
  public static let optionalIndex: Text = "_[?_]"
}
