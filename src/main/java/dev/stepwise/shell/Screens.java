package dev.stepwise.shell;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Workers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The screens that were opened: whoever comes back finds data and edits as they were. A comparison
/// lies over the screen of its exercise.
final class Screens {
  private final AppWindow.Setup setup;
  private final Appearance appearance;
  private final ScreenHost host;
  private final Places places;
  private final Map<String, ExerciseScreen<?, ?>> screens = new HashMap<>();
  private final Map<String, ExerciseScreen<?, ?>> comparisons = new HashMap<>();

  Screens(AppWindow.Setup setup, Appearance appearance, ScreenHost host, Places places) {
    this.places = places;
    this.setup = setup;
    this.appearance = appearance;
    this.host = host;
  }

  /// The screen of an exercise, or its comparison. A new one opens where the exercise was left.
  ///
  /// @param show shows it, before anything opens on it
  ExerciseScreen<?, ?> of(Registry.Ready<?, ?> entry, Consumer<ExerciseScreen<?, ?>> show) {
    var id = entry.card().id();
    var open = comparisons.getOrDefault(id, screens.get(id));
    if (open != null) {
      show.accept(open);
      return open;
    }
    return opened(entry, show);
  }

  private <P, F extends Frame> ExerciseScreen<?, ?> opened(
      Registry.Ready<P, F> entry, Consumer<ExerciseScreen<?, ?>> show) {
    var id = entry.card().id();
    var opened = screenOf(entry, new Alone<>(entry, host::compare));
    screens.put(id, opened);
    show.accept(opened);
    var own = places.takeRestored(id);
    if (own.isPresent()) {
      opened.open(own.get(), () -> {});
      return opened;
    }
    var place = Optional.ofNullable(setup.settings().get().places().get(id));
    opened.open(
        entry.preset(place.map(Settings.Place::preset).orElse("")),
        place.map(Settings.Place::position).flatMap(Position::parse));
    return opened;
  }

  /// What of the screens no preset gives: data of one's own, and edits.
  ///
  /// @param last the exercise that comes last, as it is the open one; null for none
  List<Bookmark> own(@Nullable String last) {
    return Stream.concat(
            places.restored().stream(),
            screens.values().stream().flatMap(screen -> screen.walk().own().stream()))
        .sorted(Comparator.comparing(own -> own.exerciseId().equals(last)))
        .toList();
  }

  /// A new comparison of an exercise, on which nothing is open yet.
  <P, F extends Frame> ExerciseScreen<?, ?> comparison(Registry.Ready<P, F> entry) {
    var compared = new Compared<>(entry.view().exercise());
    var fresh =
        screenOf(
            Registry.comparing(entry),
            new Comparing<>(compared, host::announce, host::compareNoMore));
    comparisons.put(entry.card().id(), fresh);
    return fresh;
  }

  private <P, F extends Frame> ExerciseScreen<P, F> screenOf(
      Registry.Ready<P, F> entry, Purpose<P, F> purpose) {
    return new ExerciseScreen<>(
        entry,
        purpose,
        setup,
        appearance.ofPart(),
        Workers.named(entry.card().id(), Platform::runLater),
        host);
  }

  /// Whether a comparison of an exercise is open.
  boolean isCompared(String id) {
    return comparisons.containsKey(id);
  }

  /// Whether a screen is a comparison.
  boolean isComparison(ExerciseScreen<?, ?> screen) {
    return comparisons.containsValue(screen);
  }

  /// Ends the comparison of an exercise, if there is one.
  void endComparison(String id) {
    var open = comparisons.remove(id);
    if (open != null) {
      open.close();
    }
  }

  /// Ends them all.
  void close() {
    screens.values().forEach(ExerciseScreen::close);
    screens.clear();
    comparisons.values().forEach(ExerciseScreen::close);
    comparisons.clear();
  }
}
