package dev.stepwise.shell;

import dev.stepwise.shell.sharing.FilePicker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// Answers for the student: the proposed name, in a folder.
final class ChosenPlace implements FilePicker {
  private Optional<Path> folder = Optional.empty();

  void choose(Path folder) {
    this.folder = Optional.of(folder);
  }

  @Override
  public Optional<Path> file(Window owner, String title, String name, List<Kind> kinds) {
    return folder.map(place -> place.resolve(name));
  }

  @Override
  public Optional<Path> folder(Window owner, String title) {
    return folder;
  }
}
