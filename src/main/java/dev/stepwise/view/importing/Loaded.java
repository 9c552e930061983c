package dev.stepwise.view.importing;

import dev.stepwise.scenario.CsvTable;
import dev.stepwise.scenario.ScenarioException;
import java.util.Optional;

/// What came of reading a source.
sealed interface Loaded {
  /// A table.
  record Read(Source source, CsvTable table) implements Loaded {}

  /// No table.
  ///
  /// @param message place, reason and remedy
  record Refused(Source source, String message) implements Loaded {}

  /// Reads a source.
  ///
  /// @param header what the first row is; empty to find out
  static Loaded from(Source source, Optional<CsvTable.Header> header) {
    try {
      return new Read(source, source.read(header));
    } catch (ScenarioException e) {
      return new Refused(source, source.title() + ": " + withoutFile(e));
    }
  }

  /// The message of a problem without the path of the file, which would fill the line.
  static String withoutFile(ScenarioException problem) {
    var message = String.valueOf(problem.getMessage());
    var prefix = problem.file() + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }
}
