package dev.stepwise.view.matrices;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Viewport;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.paint.Color;

/// Where the matrices of a head are drawn, and what was done there. An exercise with several heads
/// wraps their elements.
///
/// @param wrapping makes an element of the exercise of one of a head
/// @param unwrapping the opposite; empty for elements of others
public record Scene(
    Surface surface,
    Look look,
    Interaction interaction,
    Hits hits,
    UnaryOperator<Element> wrapping,
    Function<Element, Optional<MatrixElement>> unwrapping) {
  private static final double LEGIBLE = 8.5;

  /// Of an exercise whose elements are those of a head.
  public static Scene of(Surface surface, Look look, Interaction interaction, Hits hits) {
    return new Scene(surface, look, interaction, hits, UnaryOperator.identity(), Scene::own);
  }

  /// The colours of a matrix that the step is not about: paler, and its numbers as legible as any.
  /// On a dark ground less can be taken away before cells look alike.
  public static ColourScale aside(ColourScale scale, Look look) {
    var palette = look.palette();
    return scale.paled(palette.background(), palette.dark() ? 0.8 : 0.6);
  }

  private static Optional<MatrixElement> own(Element element) {
    return element instanceof MatrixElement matrix ? Optional.of(matrix) : Optional.empty();
  }

  /// The element of this head under the pointer.
  public Optional<MatrixElement> pointed() {
    return interaction.pointed().flatMap(unwrapping);
  }

  /// The pinned token.
  public Optional<Integer> pinnedToken() {
    return interaction
        .pinned()
        .flatMap(unwrapping)
        .flatMap(element ->
            element instanceof MatrixElement.OfToken(int token)
                ? Optional.of(token)
                : Optional.empty());
  }

  /// The elements of this head that are lit.
  public List<MatrixElement> lit() {
    return interaction.lit().stream().flatMap(each -> unwrapping.apply(each).stream()).toList();
  }

  /// The element that is explained.
  public Optional<MatrixElement> picked() {
    return interaction.picked().flatMap(unwrapping);
  }

  /// What is seen of a drawing.
  public Viewport viewport(String id) {
    return interaction.viewport(id);
  }

  /// A length that grows with the text.
  public double px(double length) {
    return look.px(length);
  }

  /// Whether words are drawn.
  public boolean speaks() {
    return look.density() != Look.Density.THUMBNAIL;
  }

  /// Writes a text at the left of a place.
  public void text(String text, double x, double baseline, double size, Type.Face face, Color ink) {
    surface.text(text, x, baseline, new Type(face, px(size), ink));
  }

  /// Writes a text with its middle at a place, smaller where it is wider than the room.
  public void centred(
      String text, double x, double baseline, double size, Type.Face face, Color ink, double room) {
    var type = new Type(face, px(size), ink).aligned(Type.Align.CENTRE);
    double width = surface.textWidth(text, type);
    var fitting =
        width <= room
            ? type
            : new Type(face, Math.max(LEGIBLE, px(size) * room / width), ink)
                .aligned(Type.Align.CENTRE);
    surface.text(text, x, baseline, fitting);
  }

  /// Notes where an element is.
  public void hit(MatrixElement element, Box box, String description) {
    hits.add(wrapping.apply(element), box, description);
  }
}
