package dev.stepwise.session;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.lesson.Comparison;
import dev.stepwise.lesson.Preset;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import java.util.Optional;
import java.util.function.Supplier;

/// A problem that can be opened: a preset, or data of one's own.
///
/// @param id as in files; of one's own data, a name that no file has
/// @param title in the list
/// @param point what it shows, in a sentence
/// @param given reads what it holds; called off the window's thread
/// @param opens the step where its point shows; empty for the last one
public record Offer(
    String id, String title, String point, Supplier<Given> given, Optional<Position> opens) {

  private static final String OWN = "own/";

  /// Data of one's own.
  ///
  /// @param number sets it apart from other data of one's own
  /// @param origin where it comes from, in a sentence
  public static Offer own(
      int number, String title, String origin, Supplier<Given> given, Optional<Position> opens) {
    return new Offer(OWN + number, title, origin, given, opens);
  }

  /// The same with another content.
  public Offer holding(Given other) {
    return new Offer(id, title, point, () -> other, opens);
  }

  /// The same, opening at its last step.
  public Offer openingAtEnd() {
    return new Offer(id, title, point, given, Optional.empty());
  }

  /// Whether it is data of one's own.
  public boolean isOwn() {
    return id.startsWith(OWN);
  }

  /// A preset that is shipped with the app.
  ///
  /// @param exercise the exercise that it is for
  public static Offer of(Preset preset, Exercise<?, ?> exercise) {
    return new Offer(
        preset.id(),
        preset.title(),
        preset.point(),
        () -> preset.scenario(exercise).given(),
        Position.parse(preset.opens()));
  }

  /// A comparison that is shipped with the app, in the place of the preset that both runs start
  /// from.
  ///
  /// @param exercise the exercise that it is for
  public static Offer of(Comparison pair, Exercise<?, ?> exercise) {
    return new Offer(
        pair.preset().id(),
        pair.preset().title(),
        pair.point(),
        () -> pair.scenario(exercise).given(),
        Position.parse(pair.opens()));
  }

  /// Whether a run that stands so shows the step at which this opens.
  boolean opensAt(PlayerState<?> state) {
    return opens.map(state.position()::equals).orElse(state.atEnd());
  }

  @Override
  public String toString() {
    return title;
  }
}
