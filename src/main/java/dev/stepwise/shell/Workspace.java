package dev.stepwise.shell;

import dev.stepwise.view.Card;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where exercises were left: in a preset, which the settings remember, or in data of one's own,
/// which is remembered as long as the window is open.
final class Workspace {

  /// Where an exercise was left.
  ///
  /// @param preset that is open there
  record Left(Preset preset, Settings.Place place) {}

  private final SettingsModel settings;
  private final Map<String, Left> own = new HashMap<>();
  private Optional<String> lastOwn = Optional.empty();

  Workspace(SettingsModel settings) {
    this.settings = settings;
  }

  /// An exercise is left; it becomes the last one.
  void leave(String exercise, Left left) {
    if (left.preset().isOwn()) {
      own.put(exercise, left);
      lastOwn = Optional.of(exercise);
    } else {
      own.remove(exercise);
      lastOwn = Optional.empty();
      settings.update(now -> now.withPlace(exercise, left.place()));
    }
  }

  /// The exercise that was left last.
  Optional<String> last() {
    return lastOwn.or(() -> settings.get().lastExercise());
  }

  /// The place where an exercise was left; empty where it was never open. Reads no presets.
  Optional<Settings.Place> place(Card card) {
    return Optional.ofNullable(own.get(card.id()))
        .map(Left::place)
        .or(() -> Optional.ofNullable(settings.get().places().get(card.id())));
  }

  /// Where an exercise was left; empty where it was never open.
  Optional<Left> left(Registry.Ready<?, ?> entry) {
    var id = entry.card().id();
    return Optional.ofNullable(own.get(id))
        .or(() ->
            Optional.ofNullable(settings.get().places().get(id))
                .map(place -> new Left(entry.preset(place.preset()), place)));
  }
}
