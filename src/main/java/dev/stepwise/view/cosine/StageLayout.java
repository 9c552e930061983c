package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import java.util.Optional;

/// Where things are on the stage. It depends on the problem, the room and the chosen way to look
/// alone, never on the step, so nothing jumps about.
///
/// @param head the titles of the columns
/// @param query the row of the query
/// @param rows the rows of the documents
/// @param foot below them: the key to the colours, and how many are not shown
/// @param columns of the rows
/// @param angle,terms,map the panels below; empty where there is no room
record StageLayout(
    Box head,
    Box query,
    Box rows,
    Box foot,
    Columns columns,
    Optional<Box> angle,
    Optional<Box> terms,
    Optional<Box> map) {
  private static final double GAP = 22;
  private static final double LEAST_BARS = 52;
  private static final double LEAST_CELL = 3;
  private static final int MOST_CELLS = 16;

  /// How wide a letter is, of its size.
  private static final double LETTER = 0.52;

  /// The columns of a row, by their edges.
  ///
  /// @param place where the numbers of the places end
  /// @param name where the names begin
  /// @param text,textWidth the texts, where there are texts
  /// @param norm,normWidth where the norms end; no width where long texts need the room
  /// @param strip,stripWidth the vectors
  /// @param bars,barsWidth the similarities
  /// @param value where their figures end
  record Columns(
      double place,
      double name,
      double text,
      double textWidth,
      double norm,
      double normWidth,
      double strip,
      double stripWidth,
      double bars,
      double barsWidth,
      double value) {

    /// @param longest how many letters the longest text has
    static Columns of(CosineProblem problem, int longest, Look look, Box area) {
      double place = area.x() + look.px(26);
      double name = place + look.px(12);
      double nameWidth = look.px(12 + 8 * Integer.toString(problem.count()).length());
      boolean texts = problem.texts().isPresent();
      double text = name + nameWidth + look.px(8);
      double value = area.right() - look.px(2);
      double figures = look.px(58);
      double norm = look.px(48);
      double free = value - figures - text - norm - look.px(3 * 14);
      double wanted = look.px(26) * problem.dimensions();
      double room =
          free
              - look.px(LEAST_BARS)
              - look.px(LEAST_CELL) * Math.min(problem.dimensions(), MOST_CELLS);
      double least = longest * LETTER * RowPainter.smallest(look);
      if (texts && room < least && least <= room + norm) {
        free += norm;
        room += norm;
        norm = 0;
      }
      double most = Math.max(free * 0.5, Math.min(room, longest * LETTER * RowPainter.size(look)));
      double textWidth = texts ? most : 0;
      double stripWidth = Math.min(wanted, texts ? (free - most) * 0.44 : free * 0.5);
      double normEnd = text + textWidth + norm;
      double strip = normEnd + look.px(14);
      double bars = strip + stripWidth + look.px(16);
      return new Columns(
          place,
          name,
          text,
          textWidth,
          normEnd,
          norm,
          strip,
          stripWidth,
          bars,
          Math.max(0, value - figures - bars),
          value);
    }
  }

  static StageLayout of(CosineProblem problem, int longest, Look look, Box area) {
    if (look.density() == Look.Density.THUMBNAIL) {
      return thumbnail(problem, area);
    }
    var body = area.inset(look.px(12), look.px(14), look.px(10), look.px(12));
    boolean low = body.height() < look.px(360);
    double panels = low ? 0 : panels(problem, look, body);
    double gap = low ? 0 : look.px(GAP);
    var ranking = body.inset(0, 0, panels + gap, 0);
    var head = new Box(ranking.x(), ranking.y(), ranking.width(), look.px(20));
    var query = new Box(ranking.x(), head.bottom(), ranking.width(), look.px(30));
    double footHeight = look.px(20);
    double rowsTop = query.bottom() + look.px(20);
    var rows =
        new Box(
            ranking.x(),
            rowsTop,
            ranking.width(),
            Math.max(0, ranking.bottom() - footHeight - rowsTop));
    var foot = new Box(ranking.x(), rows.bottom(), ranking.width(), footHeight);
    var columns = Columns.of(problem, longest, look, ranking);
    if (low) {
      return new StageLayout(
          head, query, rows, foot, columns, Optional.empty(), Optional.empty(), Optional.empty());
    }
    var below = new Box(body.x(), body.bottom() - panels, body.width(), panels);
    double third = (below.width() - 2 * gap) / 3.1;
    boolean wide = below.width() >= look.px(680);
    double angleWidth = wide ? third * 0.95 : (below.width() - gap) * 0.42;
    double termsWidth = wide ? third * 1.2 : (below.width() - gap) * 0.58;
    var angle = new Box(below.x(), below.y(), angleWidth, below.height());
    var terms = new Box(angle.right() + gap, below.y(), termsWidth, below.height());
    var map =
        wide
            ? Optional.of(
                new Box(
                    terms.right() + gap,
                    below.y(),
                    below.right() - terms.right() - gap,
                    below.height()))
            : Optional.<Box>empty();
    return new StageLayout(
        head, query, rows, foot, columns, Optional.of(angle), Optional.of(terms), map);
  }

  /// A third of the height, or what few rows leave.
  private static double panels(CosineProblem problem, Look look, Box body) {
    double above = look.px(20 + 30 + 20 + 20 + GAP);
    double left = body.height() - above - RowSlots.wanted(problem, look);
    double least = Math.clamp(body.height() * 0.36, look.px(170), look.px(330));
    return Math.clamp(left, least, Math.max(least, Math.min(body.height() * 0.55, look.px(400))));
  }

  private static StageLayout thumbnail(CosineProblem problem, Box area) {
    var body = area.inset(4);
    double height = Math.min(14, body.height() / 8);
    var query = new Box(body.x(), body.y(), body.width(), height);
    var rows = body.inset(height + 4, 0, 0, 0);
    double strip = Math.min(body.width() * 0.45, 12.0 * problem.dimensions());
    var columns =
        new Columns(
            body.x(),
            body.x(),
            body.x(),
            0,
            body.x(),
            0,
            body.x(),
            strip,
            body.x() + strip + 6,
            Math.max(0, body.width() - strip - 6),
            body.right());
    var none = new Box(body.x(), body.y(), 0, 0);
    return new StageLayout(
        none, query, rows, none, columns, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The panels below as one.
  Optional<Box> below() {
    return angle.flatMap(left ->
        map.or(() -> terms)
            .map(right -> new Box(left.x(), left.y(), right.right() - left.x(), left.height())));
  }
}
