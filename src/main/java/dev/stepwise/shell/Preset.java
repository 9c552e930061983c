package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.playback.Position;
import java.util.Optional;
import java.util.function.Supplier;

/// A ready-made example, as the bar above the stage offers it.
///
/// @param id as in files
/// @param title in the list
/// @param point what it shows, in a sentence
/// @param given reads what it holds; called off the JavaFX thread
/// @param opens the step where its point shows; empty for the last one
public record Preset(
    String id, String title, String point, Supplier<Given> given, Optional<Position> opens) {

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
