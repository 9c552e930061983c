package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.playback.Position;
import java.util.Optional;
import java.util.function.Supplier;

/// A problem that the bar above the stage offers: a ready-made example, or data of one's own.
///
/// @param id as in files; of one's own data, a name that no file has
/// @param title in the list
/// @param point what it shows, in a sentence
/// @param given reads what it holds; called off the JavaFX thread
/// @param opens the step where its point shows; empty for the last one
public record Preset(
    String id, String title, String point, Supplier<Given> given, Optional<Position> opens) {

  private static final String OWN = "own/";

  /// Data of one's own.
  ///
  /// @param number sets it apart from other data of one's own
  /// @param origin where it comes from, in a sentence
  static Preset own(
      int number, String title, String origin, Supplier<Given> given, Optional<Position> opens) {
    return new Preset(OWN + number, title, origin, given, opens);
  }

  /// Whether it is data of one's own.
  boolean isOwn() {
    return id.startsWith(OWN);
  }

  /// A preset that is shipped with the app.
  ///
  /// @param exercise the exercise that it is for
  public static Preset of(dev.stepwise.lesson.Preset shipped, Exercise<?, ?> exercise) {
    return new Preset(
        shipped.id(),
        shipped.title(),
        shipped.point(),
        () -> shipped.scenario(exercise).given(),
        Position.parse(shipped.opens()));
  }

  @Override
  public String toString() {
    return title;
  }
}
