package dev.stepwise.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws the numbers of a picture that are to be worked out: each a framed cell at the place where
/// it will stand, if that is large enough to hold a number; else its marker stands there, and the
/// cell in a row at the foot of the picture, under the number's name.
public final class SlotMarks {
  /// The height of the row at the foot.
  private static final double FOOT = 74;

  private static final double LEAST_WIDTH = 22;
  private static final double LEAST_HEIGHT = 14;
  private static final double CELL_WIDTH = 126;
  private static final double CELL_HEIGHT = 30;
  private static final double GAP = 12;
  private static final double MARGIN = 20;
  private static final double MARKER = 18;
  private static final double RING = 11;
  private static final double RADIUS = 3;

  private final Pen pen;
  private final Box foot;

  /// What a picture has at the place of a number.
  public enum Ground {
    /// Nothing: the number can stand there.
    FREE,
    /// Something that is still to be read, such as the number that it is made from.
    TAKEN
  }

  /// Where a number will stand.
  public record Place(Box box, Ground ground) {}

  /// A number and its place.
  ///
  /// @param place empty where the picture keeps none for it
  public record Placed(Slot slot, Optional<Place> place) {}

  /// A cell on the picture.
  private record Cell(Slot slot, Box box, Optional<Box> marked) {}

  /// @param foot the row at the foot
  public SlotMarks(Surface surface, Look look, Box foot) {
    pen = new Pen(surface, look);
    this.foot = foot;
  }

  /// The height of the row at the foot of a picture of some height.
  public static double footHeight(Look look) {
    return look.px(FOOT);
  }

  /// Draws them, the row at the foot included.
  ///
  /// @param words what the row says while no cell stands in it
  public void draw(List<Placed> slots, String words) {
    pen.rule(foot.x() + pen.px(MARGIN), foot.right() - pen.px(MARGIN), foot.y());
    var cells = cells(slots);
    if (cells.stream().allMatch(SlotMarks::isAtItsPlace)) {
      pen.write(words, foot.inset(0, pen.px(MARGIN), 0, pen.px(MARGIN)), pen.type(Role.NOTE));
    }
    cells.stream()
        .sorted(Comparator.comparing(cell -> cell.slot().state() == Slot.State.CHOSEN))
        .forEach(cell -> draw(cell, cells));
  }

  /// The one at a place that can be chosen.
  public Optional<Slot> at(List<Placed> slots, double x, double y) {
    return cells(slots).reversed().stream()
        .filter(cell -> cell.slot().isOpen())
        .filter(cell ->
            cell.box().contains(x, y)
                || cell.marked().filter(box -> marker(box).contains(x, y)).isPresent())
        .map(Cell::slot)
        .findFirst();
  }

  private static boolean isAtItsPlace(Cell cell) {
    return cell.marked().isEmpty();
  }

  private List<Cell> cells(List<Placed> slots) {
    var cells = new ArrayList<Cell>();
    double x = foot.x() + pen.px(MARGIN);
    double width = pen.px(CELL_WIDTH);
    double room = foot.width() - 2 * pen.px(MARGIN);
    long below = slots.stream().filter(placed -> legible(placed, cells).isEmpty()).count();
    double step = Math.min(width + pen.px(GAP), room / Math.max(1, below));
    for (var placed : slots) {
      var own = legible(placed, cells);
      if (own.isPresent()) {
        cells.add(new Cell(placed.slot(), own.get(), Optional.empty()));
      } else {
        double height = pen.px(CELL_HEIGHT);
        var box =
            new Box(
                x,
                foot.bottom() - height - pen.px(GAP),
                Math.min(width, step - pen.px(Space.TIGHT)),
                height);
        cells.add(
            new Cell(placed.slot(), box, Optional.of(placed.place().map(Place::box).orElse(box))));
        x += step;
      }
    }
    return cells;
  }

  /// The place of a number, where it can hold one and no other number is there.
  private Optional<Box> legible(Placed placed, List<Cell> others) {
    return placed
        .place()
        .filter(place -> place.ground() == Ground.FREE)
        .map(Place::box)
        .filter(box ->
            box.width() >= pen.px(LEAST_WIDTH)
                && box.height() >= pen.px(LEAST_HEIGHT)
                && others.stream().noneMatch(other -> other.box().equals(box)));
  }

  /// A ring around what is small, a frame around a cell.
  private Box marker(Box box) {
    if (isCell(box)) {
      return box.inset(-pen.px(Space.LINE));
    }
    double radius = pen.px(RING);
    return new Box(box.centreX() - radius, box.centreY() - radius, 2 * radius, 2 * radius);
  }

  /// Where its label stands, at the corner of its marker.
  private Box plate(Box place) {
    var marker = marker(place);
    double size = pen.px(MARKER);
    return new Box(marker.right() - 0.3 * size, marker.y() - 0.7 * size, size, size);
  }

  private boolean isCell(Box box) {
    return Math.max(box.width(), box.height()) > 2 * pen.px(RING);
  }

  private Color colour(Slot.State state) {
    var palette = pen.palette();
    return switch (state) {
      case GIVEN, OPEN -> palette.muted();
      case CHOSEN -> palette.accent();
      case RIGHT -> palette.right();
      case WRONG -> palette.alarm();
    };
  }

  private void draw(Cell cell, List<Cell> all) {
    var slot = cell.slot();
    var colour = colour(slot.state());
    long beside =
        all.subList(0, all.indexOf(cell)).stream()
            .flatMap(other -> other.marked().stream())
            .filter(
                other -> cell.marked().filter(own -> plate(own).overlaps(plate(other))).isPresent())
            .count();
    cell.marked()
        .filter(place -> !place.equals(cell.box()))
        .ifPresent(place -> point(slot, place, beside));
    if (cell.marked().isPresent()) {
      var above = cell.box();
      pen.write(
          slot.label() + "  " + slot.name(),
          new Box(above.x(), above.y() - pen.px(MARKER), above.width(), pen.px(MARKER)),
          pen.type(Role.DETAIL).coloured(colour));
    }
    frame(slot, cell.box(), colour);
    content(slot, cell.box(), colour);
  }

  private void frame(Slot slot, Box box, Color colour) {
    var ground = pen.palette().background();
    pen.surface().rectangle(box, pen.px(RADIUS), Ink.filled(ground));
    var ink =
        switch (slot.state()) {
          case GIVEN -> Ink.filled(Pen.faded(colour, 0.14));
          case OPEN -> Ink.stroked(colour, pen.px(1.5), pen.px(4), pen.px(3));
          case CHOSEN -> Ink.filled(ground).withStroke(colour, pen.px(3));
          case RIGHT, WRONG ->
              Ink.filled(Pen.faded(colour, 0.16)).withStroke(colour, pen.px(Space.LINE));
        };
    pen.surface().rectangle(box, pen.px(RADIUS), ink);
  }

  private void content(Slot slot, Box box, Color colour) {
    var inner = box.inset(0, pen.px(Space.TIGHT), 0, pen.px(Space.TIGHT));
    if (slot.text().isEmpty() && slot.state() != Slot.State.CHOSEN) {
      pen.write(slot.label(), inner, pen.type(Role.DETAIL).coloured(colour).centred());
      return;
    }
    var letters = slot.state() == Slot.State.CHOSEN ? pen.palette().text() : colour;
    var type = pen.type(Role.VALUE).bold().coloured(letters).centred();
    pen.write(slot.text(), inner, type);
    if (slot.state() == Slot.State.CHOSEN) {
      double end = Math.min(inner.width(), pen.width(slot.text(), type)) / 2;
      double x = Math.min(inner.right(), inner.centreX() + end + pen.px(Space.LINE));
      pen.surface()
          .line(
              x,
              box.centreY() - 0.28 * box.height(),
              x,
              box.centreY() + 0.28 * box.height(),
              new Ink.Stroke(pen.palette().text(), pen.px(1.5)));
    }
  }

  /// Its marker, where it will stand.
  ///
  /// @param beside how many labels stand there already: those of two coordinates of a point share a
  ///   place
  private void point(Slot slot, Box place, long beside) {
    var colour = colour(slot.state());
    var ring = marker(place);
    var ink =
        slot.state() == Slot.State.CHOSEN
            ? Ink.filled(Pen.faded(colour, 0.1)).withStroke(colour, pen.px(3))
            : Ink.stroked(colour, pen.px(1.5), pen.px(4), pen.px(3));
    if (isCell(place)) {
      pen.surface().rectangle(ring, pen.px(RADIUS), ink);
    } else {
      pen.surface().circle(ring.centreX(), ring.centreY(), ring.width() / 2, ink);
    }
    var first = plate(place);
    double x = first.x() + beside * (first.width() + pen.px(Space.LINE));
    var plate =
        new Box(
            Math.min(x, foot.right() - first.width() - pen.px(Space.LINE)),
            Math.max(pen.px(Space.LINE), first.y()),
            first.width(),
            first.height());
    pen.surface()
        .rectangle(
            plate,
            pen.px(RADIUS),
            Ink.filled(pen.palette().background()).withStroke(colour, pen.px(1.5)));
    pen.write(slot.label(), plate, pen.type(Role.DETAIL).coloured(colour).centred());
  }
}
