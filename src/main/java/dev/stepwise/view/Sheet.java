package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Spots;
import dev.stepwise.draw.Surface;

/// What the painters of a stage's parts work with: the step that is shown, the pen, and the spots
/// that can be asked about.
///
/// @param shown what is to be painted
/// @param pen writes and draws it
/// @param spots notes where elements are
public record Sheet<F extends Frame>(Shown<F> shown, Pen pen, Spots spots) {

  /// Of a surface.
  public static <F extends Frame> Sheet<F> of(Surface surface, Shown<F> shown) {
    var pen = new Pen(surface, shown.look());
    var interaction = shown.interaction();
    var spots =
        new Spots(
            pen,
            shown.hits(),
            interaction.lit(),
            interaction.picked(),
            interaction.pointed(),
            id -> part(interaction.viewport(id)));
    return new Sheet<>(shown, pen, spots);
  }

  private static Box part(Viewport seen) {
    return new Box(seen.x0(), seen.y0(), seen.width(), seen.height());
  }

  /// The same with all larger or smaller, for a part whose room asks for it.
  public Sheet<F> scaled(double factor) {
    var other = pen.scaled(factor);
    return new Sheet<>(shown, other, spots.framedBy(other));
  }

  /// The step's frame.
  public F frame() {
    return shown.step().frame();
  }

  /// What is drawn on.
  public Surface surface() {
    return pen.surface();
  }

  /// Colours and sizes.
  public Look look() {
    return pen.look();
  }

  /// The colours.
  public Palette palette() {
    return look().palette();
  }
}
