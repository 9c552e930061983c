package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import java.util.Optional;
import java.util.Set;

/// What a stage is to paint.
///
/// @param step the step
/// @param before the step that the picture moves away from, while it moves
/// @param progress how far the picture has moved from `before` to `step`, 0 to 1; 1 when at rest
/// @param look colours and sizes
/// @param interaction what is explained, pointed at, pinned, chosen and zoomed
/// @param hits where the painter says what it drew where
/// @param edited the step at which an edit under way began; axes stay as they were there, so that
///   what is dragged stays under the pointer
public record Shown<F extends Frame>(
    Step<F> step,
    Optional<Step<F>> before,
    double progress,
    Look look,
    Interaction interaction,
    Hits hits,
    Optional<Step<F>> edited) {

  /// With no edit under way.
  public Shown(
      Step<F> step,
      Optional<Step<F>> before,
      double progress,
      Look look,
      Interaction interaction,
      Hits hits) {
    this(step, before, progress, look, interaction, hits, Optional.empty());
  }

  /// At rest, untouched.
  public static <F extends Frame> Shown<F> atRest(Step<F> step, Look look) {
    return new Shown<>(step, Optional.empty(), 1, look, Interaction.NONE, new Hits());
  }

  /// The frame whose data the axes are fitted to.
  public F axes() {
    return edited.orElse(step).frame();
  }

  /// Elements to light up, as sources of the number that is explained.
  public Set<Element> lit() {
    return interaction.lit();
  }

  /// The element that is explained.
  public Optional<Element> picked() {
    return interaction.picked();
  }

  /// The element under the pointer.
  public Optional<Element> pointed() {
    return interaction.pointed();
  }

  /// The element that was pinned.
  public Optional<Element> pinned() {
    return interaction.pinned();
  }

  /// What is chosen of an option.
  public String choice(StageOption option) {
    return interaction.choice(option);
  }

  /// What is seen of a drawing that can be zoomed.
  public Viewport viewport(String drawing) {
    return interaction.viewport(drawing);
  }
}
