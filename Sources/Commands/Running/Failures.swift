import Evaluator
import JSON
import Records
import Reports

/// Turns failures of input and output into a message and the exit code.
enum Failures {
  static func reported<Value>(_ language: Language, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as SourceError {
      StandardError.write(ProblemTexts(language).text(error))
      throw ExitStatus.inputUnreadable.error
    } catch let error as PartError {
      StandardError.write(ProblemTexts(language).text(error))
      throw (error.isUnreadable ? ExitStatus.inputUnreadable : .usage).error
    } catch let error as OutputError {
      StandardError.write(ProblemTexts(language).unwritable(error.path.map { Text($0) }))
      throw ExitStatus.outputFailed.error
    }
  }
}
