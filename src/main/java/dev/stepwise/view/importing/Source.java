package dev.stepwise.view.importing;

import dev.stepwise.scenario.CsvTable;
import dev.stepwise.scenario.ScenarioException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a table comes from.
sealed interface Source {
  /// What the data are called.
  String title();

  /// Reads the table; takes long for a large file.
  ///
  /// @param header what the first row is; empty to find out
  /// @throws ScenarioException if it is no table, with place and remedy
  CsvTable read(Optional<CsvTable.Header> header) throws ScenarioException;

  /// A CSV file.
  record File(Path path) implements Source {
    @Override
    public String title() {
      var name = String.valueOf(path.getFileName());
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public CsvTable read(Optional<CsvTable.Header> header) throws ScenarioException {
      return header.isPresent() ? CsvTable.read(path, header.get()) : CsvTable.read(path);
    }
  }

  /// Text that was pasted or typed.
  record Pasted(String text) implements Source {
    @Override
    public String title() {
      return "Pasted data";
    }

    @Override
    public CsvTable read(Optional<CsvTable.Header> header) throws ScenarioException {
      return parse(title(), text, header);
    }
  }

  /// A data set that comes with the program.
  record Ready(ReadyData data) implements Source {
    @Override
    public String title() {
      return data.title();
    }

    @Override
    public CsvTable read(Optional<CsvTable.Header> header) throws ScenarioException {
      return parse(title(), data.text(), header);
    }
  }

  private static CsvTable parse(String name, String text, Optional<CsvTable.Header> header)
      throws ScenarioException {
    return header.isPresent()
        ? CsvTable.parse(name, text, header.get())
        : CsvTable.parse(name, text);
  }
}
