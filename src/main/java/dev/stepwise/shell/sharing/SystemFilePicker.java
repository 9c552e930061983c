package dev.stepwise.shell.sharing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks with the system's dialogs, which open where the last file went.
public final class SystemFilePicker implements FilePicker {
  private @Nullable File last;

  @Override
  public Optional<Path> file(Window owner, String title, String name, List<Kind> kinds) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    chooser.setInitialDirectory(lastFolder());
    for (var kind : kinds) {
      chooser.getExtensionFilters().add(new ExtensionFilter(kind.title(), "*" + kind.ending()));
    }
    var chosen = chooser.showSaveDialog(owner);
    if (chosen == null) {
      return Optional.empty();
    }
    last = chosen.getParentFile();
    var filter = chooser.getSelectedExtensionFilter();
    var kind =
        kinds.stream()
            .filter(each -> filter != null && filter.getDescription().equals(each.title()))
            .findFirst()
            .orElse(kinds.getFirst());
    return Optional.of(ended(chosen.toPath(), kind, kinds));
  }

  @Override
  public Optional<Path> existing(Window owner, String title, List<Kind> kinds) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(lastFolder());
    for (var kind : kinds) {
      chooser.getExtensionFilters().add(new ExtensionFilter(kind.title(), "*" + kind.ending()));
    }
    var chosen = chooser.showOpenDialog(owner);
    if (chosen == null) {
      return Optional.empty();
    }
    last = chosen.getParentFile();
    return Optional.of(chosen.toPath());
  }

  /// With the ending of its kind, unless it has one already.
  static Path ended(Path path, Kind kind, List<Kind> kinds) {
    var name = String.valueOf(path.getFileName());
    var lower = name.toLowerCase(Locale.ROOT);
    boolean has = kinds.stream().anyMatch(each -> lower.endsWith(each.ending()));
    return has ? path : path.resolveSibling(name + kind.ending());
  }

  @Override
  public Optional<Path> folder(Window owner, String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(lastFolder());
    var chosen = chooser.showDialog(owner);
    if (chosen == null) {
      return Optional.empty();
    }
    last = chosen;
    return Optional.of(chosen.toPath());
  }

  /// A folder that has gone since would make the dialog fail.
  private @Nullable File lastFolder() {
    return last != null && last.isDirectory() ? last : null;
  }
}
