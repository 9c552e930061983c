package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.view.DataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Which of its problems an exercise has open: a preset, or data of one's own. That stays among the
/// presets until it is closed: whoever chooses a preset in between finds it as it was left, edits
/// included.
final class OpenData<P, F extends Frame> implements DataSource.Target<P> {
  private final Registry.Ready<P, F> entry;
  private final Session<P, F> session;
  private final Supplier<Window> window;
  private final Map<String, P> left = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final MenuItem closing = new MenuItem();
  private Optional<Preset> open = Optional.empty();
  private @Nullable ProblemBar bar;

  /// @param window that dialogs belong to
  OpenData(Registry.Ready<P, F> entry, Session<P, F> session, Supplier<Window> window) {
    this.entry = entry;
    this.session = session;
    this.window = window;
    closing.setId("close-data");
    closing.setOnAction(_ -> close());
    closing.setVisible(false);
  }

  /// The data menu's entries: where data can come from, and closing it.
  List<MenuItem> items() {
    var items = new ArrayList<>(entry.view().data().items(this));
    items.add(closing);
    return items;
  }

  /// Sets the bar that says what is open.
  void showIn(ProblemBar shownIn) {
    bar = shownIn;
  }

  /// What is open; empty until the first problem is.
  Optional<Preset> preset() {
    return open;
  }

  /// Opens what a scenario file holds, at a step.
  void open(Scenario scenario, Position at) {
    var chosen =
        named(
            scenario.title(), "Opened from a file.", scenario::given, Optional.of(Position.START));
    left.remove(chosen.id());
    open(chosen, Optional.of(at));
  }

  /// Opens a preset, at a step or where its point shows.
  void open(Preset chosen, Optional<Position> at) {
    var exercise = entry.view().exercise();
    var where = at.isPresent() ? at : chosen.opens();
    var before = left.get(chosen.id());
    if (before != null) {
      session.open(before, where, () -> take(chosen));
    } else {
      session.load(() -> exercise.problem(chosen.given().get()), where, () -> take(chosen));
    }
  }

  @Override
  public void use(P problem, String title, Optional<Position> at) {
    var exercise = entry.view().exercise();
    var chosen = named(title, "Your own data.", () -> exercise.given(problem), at);
    session.open(problem, at, () -> take(chosen));
  }

  @Override
  public P problem() {
    return session.problem().orElseThrow();
  }

  @Override
  public Window window() {
    return window.get();
  }

  /// Says in the bar what is open. What was chosen and did not come about is not what it should
  /// say.
  void show() {
    open.ifPresent(preset -> {
      if (bar != null) {
        bar.showPreset(preset);
      }
      closing.setVisible(preset.isOwn());
      closing.setText("Close “" + preset.title() + "”");
    });
  }

  /// Data of the same title takes the place of what had it.
  private Preset named(String title, String origin, Supplier<Given> given, Optional<Position> at) {
    int number = numbers.computeIfAbsent(title, _ -> numbers.size() + 1);
    return Preset.own(number, title, origin, given, at);
  }

  /// Another problem takes the place of the one that is open.
  private void take(Preset chosen) {
    open.filter(Preset::isOwn)
        .ifPresent(
            before -> session.problem().ifPresent(problem -> left.put(before.id(), problem)));
    open = Optional.of(chosen);
    show();
  }

  private void close() {
    open.ifPresent(closed -> {
      open = Optional.empty();
      left.remove(closed.id());
      if (bar != null) {
        bar.forget(closed);
      }
    });
    open(entry.presets().getFirst(), Optional.empty());
  }
}
