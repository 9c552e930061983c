package dev.stepwise.view.importing;

import java.nio.file.Path;

/// Where a table comes from.
sealed interface Source {
  /// What the data are called at first.
  String title();

  /// A CSV file.
  record File(Path path) implements Source {
    @Override
    public String title() {
      var name = String.valueOf(path.getFileName());
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    }
  }

  /// Text that was pasted or typed.
  record Pasted(String text) implements Source {
    @Override
    public String title() {
      return "pasted data";
    }
  }

  /// A data set that comes with the program.
  record Ready(ReadyData data) implements Source {
    @Override
    public String title() {
      return data.title();
    }
  }
}
