package dev.stepwise.shell.sharing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// Asks where to save.
public interface FilePicker {

  /// A kind of file.
  ///
  /// @param title in the dialog: `Pictures (PNG)`
  /// @param ending of its names, with its dot: `.png`
  record Kind(String title, String ending) {}

  /// Asks for a file.
  ///
  /// @param title of the dialog
  /// @param name proposed
  /// @param kinds that can be saved, the usual one first
  /// @return the file, its name ending as one of the kinds does; empty where nobody wants to save
  Optional<Path> file(Window owner, String title, String name, List<Kind> kinds);

  /// Asks for a file that exists; empty where nobody wants to open one.
  ///
  /// @param title of the dialog
  /// @param kinds that can be opened, the usual one first
  default Optional<Path> existing(Window owner, String title, List<Kind> kinds) {
    return Optional.empty();
  }

  /// Asks for a folder that exists; empty where nobody wants to save.
  ///
  /// @param title of the dialog
  Optional<Path> folder(Window owner, String title);
}
