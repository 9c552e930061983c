package dev.stepwise.owndata;

import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.Table;
import java.util.HashMap;
import java.util.Map;

/// What came of reading a source.
sealed interface Loaded {
  /// A table.
  ///
  /// @param obstacles why a column cannot be taken as numbers, with row and remedy, by its index
  record Read(Source source, Table table, Map<Integer, String> obstacles) implements Loaded {
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
  /// @param choices how it is written; what they leave empty is found out
  static Loaded from(Source source, Table.Choices choices) {
    try {
      var table = source.read(choices);
      return new Read(source, table, obstacles(table));
    } catch (ScenarioException e) {
      return new Refused(source, source.title() + ": " + withoutFile(e));
    }
  }

  private static Map<Integer, String> obstacles(Table table) {
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
