package dev.stepwise.draw;

import java.util.List;
import java.util.function.IntFunction;

/// Labels at the rows and columns of a grid, as many as have room. Labels at the top are level
/// where they fit over their columns, else slanted.
public final class GridLabels {
  private static final double FONT = 12;
  private static final double LEAST = 10.5;
  private static final double BESIDE = 6;

  /// No more labels are measured.
  private static final int MOST_MEASURED = 64;

  private static final double LONGEST = 96;
  private static final double ANGLE = -48;
  private static final double SLANT_SINE = 0.75;
  private static final double SLANT_COSINE = 0.67;

  private GridLabels() {}

  /// How a label is set.
  ///
  /// @param text what it says
  /// @param type how it looks
  public record Label(String text, Type type) {}

  /// The size of the text where rows or columns are so far apart.
  public static double size(double pitch, Look look) {
    return Math.clamp(pitch * 0.8, look.px(LEAST), look.px(FONT));
  }

  /// How much room labels at the left take.
  public static double width(Surface surface, List<String> labels, Look look) {
    double widest = widest(surface, labels, widestType(look.px(FONT), look));
    return Math.min(widest, look.px(LONGEST)) + look.px(Space.SMALL);
  }

  /// How much room labels at the top take.
  ///
  /// @param pitch how far apart columns are
  public static double height(Surface surface, List<String> labels, double pitch, Look look) {
    double widest = widest(surface, labels, pitch, look);
    return widest + look.px(Space.TIGHT) <= pitch
        ? look.px(FONT * 1.5)
        : Math.min(widest, look.px(LONGEST)) * SLANT_SINE + look.px(Space.GAP);
  }

  /// How far the last label at the top reaches beyond its column.
  ///
  /// @param pitch how far apart columns are
  public static double overhang(Surface surface, List<String> labels, double pitch, Look look) {
    if (widest(surface, labels, pitch, look) + look.px(Space.TIGHT) <= pitch) {
      return 0;
    }
    var type = widestType(size(pitch, look), look);
    double last = Math.min(look.px(LONGEST), surface.textWidth(labels.getLast(), type));
    return Math.max(0, last * SLANT_COSINE + type.size() * 0.5 - pitch / 2);
  }

  /// Draws labels at the left of the rows that are seen.
  public static void rows(
      Surface surface, CellGrid grid, Look look, double right, IntFunction<Label> labels) {
    int every = everyRow(grid.cellHeight(), look);
    for (int row = first(grid.firstRow(), every); row <= grid.lastRow(); row += every) {
      var box = grid.row(row);
      if (box.centreY() < grid.box().y() || box.centreY() > grid.box().bottom()) {
        continue;
      }
      var label = fitted(surface, labels.apply(row), look.px(LONGEST));
      surface.text(
          label.text(),
          right - look.px(BESIDE),
          box.centreY() + label.type().drop(),
          label.type().right());
    }
  }

  /// Draws labels above the columns that are seen.
  ///
  /// @param widest the width of the longest label
  public static void columns(
      Surface surface,
      CellGrid grid,
      Look look,
      double bottom,
      double widest,
      IntFunction<Label> labels) {
    double pitch = grid.cellWidth();
    boolean level = widest + look.px(Space.TIGHT) <= pitch;
    int every = every(pitch, look);
    for (int column = first(grid.firstColumn(), every);
        column <= grid.lastColumn();
        column += every) {
      var box = grid.column(column);
      if (box.centreX() < grid.box().x() || box.centreX() > grid.box().right()) {
        continue;
      }
      var label = fitted(surface, labels.apply(column), look.px(LONGEST));
      var type = label.type();
      if (level) {
        surface.text(label.text(), box.centreX(), bottom - look.px(Space.TIGHT), type.centred());
      } else {
        var slanted = new Type(type.face(), type.size(), type.colour(), Type.Align.LEFT, ANGLE);
        surface.text(
            label.text(),
            box.centreX() + type.size() * 0.3 * SLANT_COSINE,
            bottom - look.px(Space.TIGHT),
            slanted);
      }
    }
  }

  /// A label no longer than its room: some scripts have single characters as long as a sentence.
  private static Label fitted(Surface surface, Label label, double room) {
    var type = label.type();
    double width = surface.textWidth(label.text(), type);
    return width <= room ? label : new Label(label.text(), type.sized(room / width));
  }

  /// Level lines need no more room between them than their height.
  private static int everyRow(double pitch, Look look) {
    int every = 1;
    while (every * pitch < look.px(every == 1 ? 11.2 : 14)) {
      every *= 2;
    }
    return every;
  }

  private static int every(double pitch, Look look) {
    double least = look.px(FONT);
    if (pitch >= least) {
      return 1;
    }
    int every = 1;
    while (every * pitch < 2 * least) {
      every *= 2;
    }
    return every;
  }

  private static int first(int from, int every) {
    return Math.floorDiv(from + every - 1, every) * every;
  }

  /// The width of the widest label.
  public static double widest(Surface surface, List<String> labels, double pitch, Look look) {
    return widest(surface, labels, widestType(size(pitch, look), look));
  }

  private static double widest(Surface surface, List<String> labels, Type type) {
    return labels.stream()
        .limit(MOST_MEASURED)
        .mapToDouble(label -> surface.textWidth(label, type))
        .max()
        .orElse(0);
  }

  /// A label that stands out is bold, and must fit then too.
  private static Type widestType(double size, Look look) {
    return Role.BODY.in(look).bold().at(size);
  }
}
