package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.DataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;

/// The data menu: where data of one's own can come from, and closing them. The bar says what is
/// open.
final class OpenData<P, F extends Frame> implements DataSource.Target<P> {
  private final Registry.Ready<P, F> entry;
  private final Workspace<P, F> workspace;
  private final Shelf<P, F> shelf;
  private final Supplier<Window> window;
  private final MenuItem closing = new MenuItem();

  /// @param window that dialogs belong to
  OpenData(
      Registry.Ready<P, F> entry,
      Workspace<P, F> workspace,
      Shelf<P, F> shelf,
      Supplier<Window> window) {
    this.entry = entry;
    this.workspace = workspace;
    this.shelf = shelf;
    this.window = window;
    closing.setId("close-data");
    closing.setMnemonicParsing(false); // titles are typed by people
    closing.setVisible(false);
  }

  /// The data menu's entries.
  List<MenuItem> items() {
    var items = new ArrayList<>(entry.view().data().items(this));
    items.add(closing);
    return items;
  }

  /// Has a bar say what is open. What was chosen and did not come about is not what it should say.
  void showIn(ProblemBar bar) {
    closing.setOnAction(_ -> {
      shelf.close().ifPresent(bar::forget);
      shelf.open(entry.presets().getFirst(), Optional.empty());
    });
    shelf.onOpen(_ -> show(bar));
    workspace.onRefusal(_ -> show(bar));
    workspace.onFailure(_ -> show(bar));
  }

  private void show(ProblemBar bar) {
    shelf
        .offer()
        .ifPresent(open -> {
          bar.showPreset(open);
          closing.setVisible(open.isOwn());
          closing.setText("Close “" + open.title() + "”");
        });
  }

  @Override
  public void use(P problem, String title, Optional<Position> at) {
    shelf.use(problem, title, at);
  }

  @Override
  public P problem() {
    return workspace.problem().orElseThrow();
  }

  @Override
  public Window window() {
    return window.get();
  }
}
