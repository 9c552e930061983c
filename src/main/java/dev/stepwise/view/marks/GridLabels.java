package dev.stepwise.view.marks;

import java.util.List;
import java.util.function.IntFunction;

/// Labels at the rows and columns of a grid, as many as have room. Labels at the top are level
/// where they fit over their columns, else slanted.
public final class GridLabels {
  private static final double FONT = 12;
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
    return Math.clamp(pitch * 0.8, look.px(10.5), look.px(FONT));
  }

  /// How much room labels at the left take.
  public static double width(Surface surface, List<String> labels, Look look) {
    var type = new Type(Type.Face.BOLD, look.px(FONT), look.palette().text());
    double widest =
        labels.stream()
            .limit(64)
            .mapToDouble(label -> surface.textWidth(label, type))
            .max()
            .orElse(0);
    return Math.min(widest, look.px(LONGEST)) + look.px(8);
  }

  /// How much room labels at the top take.
  ///
  /// @param pitch how far apart columns are
  public static double height(Surface surface, List<String> labels, double pitch, Look look) {
    var type = new Type(Type.Face.BOLD, size(pitch, look), look.palette().text());
    double widest =
        labels.stream()
            .limit(64)
            .mapToDouble(label -> surface.textWidth(label, type))
            .max()
            .orElse(0);
    return widest + look.px(3) <= pitch
        ? look.px(FONT * 1.5)
        : Math.min(widest, look.px(LONGEST)) * SLANT_SINE + look.px(12);
  }

  /// How far the last label at the top reaches beyond its column.
  ///
  /// @param pitch how far apart columns are
  public static double overhang(Surface surface, List<String> labels, double pitch, Look look) {
    if (widest(surface, labels, pitch, look) + look.px(3) <= pitch) {
      return 0;
    }
    var type = new Type(Type.Face.BOLD, size(pitch, look), look.palette().text());
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
          right - look.px(6),
          box.centreY() + label.type().size() * 0.36,
          label.type().aligned(Type.Align.RIGHT));
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
    boolean level = widest + look.px(3) <= pitch;
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
        surface.text(
            label.text(), box.centreX(), bottom - look.px(5), type.aligned(Type.Align.CENTRE));
      } else {
        var slanted = new Type(type.face(), type.size(), type.colour(), Type.Align.LEFT, ANGLE);
        surface.text(
            label.text(),
            box.centreX() + type.size() * 0.3 * SLANT_COSINE,
            bottom - look.px(4),
            slanted);
      }
    }
  }

  /// A label no longer than its room: some scripts have single characters as long as a sentence.
  private static Label fitted(Surface surface, Label label, double room) {
    var type = label.type();
    double width = surface.textWidth(label.text(), type);
    return width <= room
        ? label
        : new Label(
            label.text(),
            new Type(
                type.face(),
                type.size() * room / width,
                type.colour(),
                type.align(),
                type.angle()));
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
    double least = look.px(12.5);
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
    var type = new Type(Type.Face.BOLD, size(pitch, look), look.palette().text());
    return labels.stream()
        .limit(64)
        .mapToDouble(label -> surface.textWidth(label, type))
        .max()
        .orElse(0);
  }
}
