package dev.stepwise.owndata;

import dev.stepwise.scenario.CsvTable;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.Table;
import dev.stepwise.scenario.Table.Choices;
import java.nio.file.Path;

/// Where a table comes from.
sealed interface Source {
  /// What the data are called.
  String title();

  /// Reads the table; takes long for a large file.
  ///
  /// @param choices how it is written; what they leave empty is found out
  /// @throws ScenarioException if it is no table, with place and remedy
  Table read(Choices choices) throws ScenarioException;

  /// A file: CSV and its relatives, or NumPy's.
  record File(Path path) implements Source {
    @Override
    public String title() {
      var name = String.valueOf(path.getFileName());
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public Table read(Choices choices) throws ScenarioException {
      return Table.read(path, choices);
    }
  }

  /// Text that was pasted or typed.
  record Pasted(String text) implements Source {
    @Override
    public String title() {
      return "Pasted data";
    }

    @Override
    public Table read(Choices choices) throws ScenarioException {
      return CsvTable.parse(title(), text, choices);
    }
  }

  /// A data set that comes with the program.
  record Ready(ReadyData data) implements Source {
    @Override
    public String title() {
      return data.title();
    }

    @Override
    public Table read(Choices choices) throws ScenarioException {
      return CsvTable.parse(title(), data.text(), choices);
    }
  }
}
