package dev.stepwise.draw;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.paint.Color;

/// What a picture can be asked about: notes where elements are, and frames those that are pointed
/// at, explained, or lit as sources of what is explained.
///
/// @param pen what frames are drawn with
/// @param hits where the places are noted
/// @param lit the sources of what is explained
/// @param picked what is explained
/// @param pointed what is under the pointer
/// @param seen which part is seen of a drawing that can be zoomed, in units of the whole, by its id
public record Spots(
    Pen pen,
    Hits hits,
    Set<Element> lit,
    Optional<Element> picked,
    Optional<Element> pointed,
    Function<String, Box> seen) {
  private static final Box WHOLE = new Box(0, 0, 1, 1);

  /// Of a picture that nobody touches.
  public static Spots untouched(Pen pen, Hits hits) {
    return new Spots(pen, hits, Set.of(), Optional.empty(), Optional.empty(), _ -> WHOLE);
  }

  /// The same framed with another pen.
  public Spots framedBy(Pen other) {
    return new Spots(other, hits, lit, picked, pointed, seen);
  }

  /// Notes where an element is, and frames it if somebody looks at it. In a thumbnail nothing is
  /// asked.
  ///
  /// @param description what a screen reader or tool tip says of it
  public void add(Element element, Box box, String description) {
    if (pen.speaks()) {
      hits.add(element, box, description);
      light(element, box);
    }
  }

  /// Notes the cells of a grid, and frames those that somebody looks at.
  public void add(Hits.Lookup cells) {
    hits.add(cells);
    pointed.ifPresent(element -> lightCell(element, cells));
    lit.forEach(element -> lightCell(element, cells));
    picked.ifPresent(element -> lightCell(element, cells));
  }

  private void lightCell(Element element, Hits.Lookup cells) {
    cells.of(element).ifPresent(cell -> lightCell(element, cell.box()));
  }

  /// Frames an element if somebody looks at it.
  public void light(Element element, Box box) {
    colour(element)
        .ifPresent(colour -> {
          double beyond = pen.px(Space.LINE);
          pen.frame(box.inset(-beyond), colour, width(element));
        });
  }

  /// Whether an element is explained, or a source of what is.
  public boolean isLit(Element element) {
    return lit.contains(element) || isPicked(element);
  }

  /// Frames a cell of a grid if somebody looks at what it stands for, with a halo so that the frame
  /// is seen on any colour.
  private void lightCell(Element element, Box cell) {
    colour(element)
        .ifPresent(colour -> {
          var width = width(element);
          var halo = Pen.faded(pen.palette().background(), 0.8);
          var around = cell.inset(-pen.px(width) / 2);
          pen.surface().rectangle(around, 0, Ink.stroked(halo, pen.px(width) + 2));
          pen.surface().rectangle(around, 0, Ink.stroked(colour, pen.px(width)));
        });
  }

  private Space width(Element element) {
    return isLit(element) ? Space.LINE : Space.HAIR;
  }

  /// The number itself in the colour of text, its sources in that of what is current.
  private Optional<Color> colour(Element element) {
    var palette = pen.palette();
    if (isPicked(element)) {
      return Optional.of(palette.text());
    }
    if (lit.contains(element)) {
      return Optional.of(palette.accent());
    }
    return pointed.filter(element::equals).map(_ -> Pen.faded(palette.accent(), 0.6));
  }

  private boolean isPicked(Element element) {
    return picked.filter(element::equals).isPresent();
  }
}
