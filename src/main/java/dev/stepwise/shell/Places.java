package dev.stepwise.shell;

import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Offer;
import dev.stepwise.view.Card;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Where exercises were left: as bookmarks, as long as the window is open; the settings remember
/// the presets that were open, and where.
final class Places {

  /// Where an exercise was left.
  ///
  /// @param bookmark opens it there; read off the window's thread
  /// @param title of what is open there
  /// @param place how far it is
  record Left(Supplier<Bookmark> bookmark, String title, Settings.Place place) {}

  private final SettingsModel settings;
  private final Map<String, Left> left = new HashMap<>();
  private final Map<String, Bookmark> restored = new LinkedHashMap<>();
  private Optional<String> lastOwn = Optional.empty();

  /// @param before data of one's own that was open the last time, the newest last
  Places(SettingsModel settings, List<Bookmark> before) {
    this.settings = settings;
    for (var bookmark : before) {
      var id = bookmark.exerciseId();
      var label = "step " + bookmark.position();
      left.put(
          id,
          new Left(
              () -> bookmark,
              bookmark.scenario().title(),
              new Settings.Place("", bookmark.position().toString(), label, 0)));
      restored.put(id, bookmark);
      lastOwn = Optional.of(id);
    }
  }

  /// What of one's own was open of an exercise when the app last ended; given once.
  Optional<Bookmark> takeRestored(String exercise) {
    return Optional.ofNullable(restored.remove(exercise));
  }

  /// The same, of all exercises that were not opened since.
  List<Bookmark> restored() {
    return List.copyOf(restored.values());
  }

  /// An exercise is left; it becomes the last one.
  ///
  /// @param offer that is open there
  void leave(Offer offer, Bookmark bookmark, PlayerState<?> state) {
    var exercise = bookmark.exerciseId();
    var place = Settings.Place.of(offer, state);
    left.put(exercise, new Left(() -> bookmark, offer.title(), place));
    if (offer.isOwn()) {
      lastOwn = Optional.of(exercise);
    } else {
      lastOwn = Optional.empty();
      settings.update(now -> now.withPlace(exercise, place));
    }
  }

  /// The exercise that was left last.
  Optional<String> last() {
    return lastOwn.or(() -> settings.get().lastExercise());
  }

  /// The place where an exercise was left; empty where it was never open. Reads no presets.
  Optional<Settings.Place> place(Card card) {
    return Optional.ofNullable(left.get(card.id()))
        .map(Left::place)
        .or(() -> Optional.ofNullable(settings.get().places().get(card.id())));
  }

  /// Where an exercise was left; empty where it was never open.
  Optional<Left> left(Registry.Ready<?, ?> entry) {
    var id = entry.card().id();
    return Optional.ofNullable(left.get(id))
        .or(() ->
            Optional.ofNullable(settings.get().places().get(id))
                .map(place -> remembered(entry, place)));
  }

  private static Left remembered(Registry.Ready<?, ?> entry, Settings.Place place) {
    var offer = entry.preset(place.preset());
    return new Left(
        () ->
            Bookmark.at(
                new Scenario(entry.card().id(), offer.title(), offer.given().get()),
                Position.parse(place.position()).orElse(Position.START)),
        offer.title(),
        place);
  }
}
