package dev.stepwise.view.importing;

import dev.stepwise.scenario.CsvTable;
import dev.stepwise.scenario.ScenarioException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What came of reading a source.
sealed interface Loaded {
  /// A table.
  ///
  /// @param obstacles why a column cannot be taken as numbers, with row and remedy, by its index
  record Read(Source source, CsvTable table, Map<Integer, String> obstacles) implements Loaded {
    /// Copies the map.
    public Read {
      obstacles = Map.copyOf(obstacles);
    }
  }

  /// No table.
  ///
  /// @param message place, reason and remedy
  record Refused(Source source, String message) implements Loaded {}

  /// Reads a source.
  ///
  /// @param header what the first row is; empty to find out
  static Loaded from(Source source, Optional<CsvTable.Header> header) {
    try {
      var table = source.read(header);
      return new Read(source, table, obstacles(table));
    } catch (ScenarioException e) {
      return new Refused(source, source.title() + ": " + withoutFile(e));
    }
  }

  private static Map<Integer, String> obstacles(CsvTable table) {
    var obstacles = new HashMap<Integer, String>();
    for (int c = 0; c < table.columns().size(); c++) {
      int column = c;
      table.obstacle(c).ifPresent(problem -> obstacles.put(column, withoutFile(problem)));
    }
    return obstacles;
  }

  /// The message of a problem without the path of the file, which would fill the line.
  static String withoutFile(ScenarioException problem) {
    var message = String.valueOf(problem.getMessage());
    var prefix = problem.file() + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }
}
