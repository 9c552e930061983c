package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
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
  private static final double QUERY = 28;

  /// Of the numbers above the bars, and of those below the rows.
  private static final double AXIS = 18;

  /// Lower stages have the ranking alone, narrower ones no map.
  private static final double LOW = 360;

  private static final double NARROW = 680;
  private static final double ANGLE = 0.29;
  private static final double TERMS = 0.42;

  /// How high the panels are: at least a part of the stage, but within limits, and no higher than
  /// another part.
  private static final double LEAST_SHARE = 0.36;

  private static final double MOST_SHARE = 0.55;
  private static final double LEAST_PANELS = 170;
  private static final double USUAL_PANELS = 330;
  private static final double MOST_PANELS = 400;

  /// The columns of a row.
  ///
  /// @param place the numbers of the places
  /// @param name the names
  /// @param text the texts, where there are texts
  /// @param norm the norms; not there where long texts need the room
  /// @param strip the vectors
  /// @param bars the similarities
  /// @param value their figures
  record Columns(Span place, Span name, Span text, Span norm, Span strip, Span bars, Span value) {
    private static final double PLACE = 26;
    private static final double NAME = 12;
    private static final double DIGIT = 8;
    private static final double NORM = 48;
    private static final double FIGURES = 58;
    private static final double CELL = 26;
    private static final double LEAST_BARS = 52;
    private static final double LEAST_CELL = 3;
    private static final int MOST_CELLS = 16;

    /// How wide a letter is, of its size.
    private static final double LETTER = 0.52;

    /// @param longest how many letters the longest text has
    static Columns of(CosineProblem problem, int longest, Look look, Box area) {
      double gap = look.px(Space.GAP);
      int digits = Integer.toString(problem.count()).length();
      var place = new Span(area.x(), look.px(PLACE));
      var name = new Span(place.end() + gap, look.px(NAME + DIGIT * digits));
      double start = name.end() + look.px(Space.SMALL);
      var value = Span.between(area.right() - look.px(FIGURES), area.right());
      double free = value.x() - start - 3 * gap;
      boolean texts = problem.texts().isPresent();
      double bars = look.px(LEAST_BARS);
      double cells = look.px(LEAST_CELL) * Math.min(problem.dimensions(), MOST_CELLS);
      double norm = look.px(NORM);
      double least = longest * LETTER * RowPainter.smallest(look);
      double room = free - norm - bars - cells;
      if (texts && room < least && least <= room + norm) {
        room += norm;
        norm = 0;
      }
      free -= norm;
      double most = Math.max(free * 0.5, Math.min(room, longest * LETTER * RowPainter.size(look)));
      var text = new Span(start, texts ? most : 0);
      var norms = new Span(text.end(), norm);
      double stripWidth =
          Math.min(look.px(CELL) * problem.dimensions(), texts ? (free - most) * 0.44 : free * 0.5);
      var strip = new Span(norms.end() + gap, stripWidth);
      return new Columns(
          place,
          name,
          text,
          norms,
          strip,
          Span.between(strip.end() + gap, value.x() - look.px(Space.TIGHT)),
          value);
    }

    /// Without words.
    private static Columns bare(CosineProblem problem, Box area) {
      var none = new Span(area.x(), 0);
      var strip = new Span(area.x(), Math.min(area.width() * 0.45, 12.0 * problem.dimensions()));
      var bars = Span.between(strip.end() + 6, area.right());
      return new Columns(none, none, none, none, strip, bars, new Span(area.right(), 0));
    }

    /// The similarity, with its figure.
    Span similarity() {
      return Span.between(bars.x(), value.end());
    }
  }

  static StageLayout of(CosineProblem problem, int longest, Look look, Box area) {
    if (!look.speaks()) {
      return thumbnail(problem, area);
    }
    var body = area.inset(look.px(Space.GAP));
    if (body.height() < look.px(LOW)) {
      return ranking(problem, longest, look, body);
    }
    double gap = look.px(Space.WIDE);
    double height = panels(problem, look, body);
    var top = ranking(problem, longest, look, body.inset(0, 0, height + gap, 0));
    var below = new Box(body.x(), body.bottom() - height, body.width(), height);
    boolean wide = below.width() >= look.px(NARROW);
    double room = below.width() - (wide ? 2 : 1) * gap;
    double angleWidth = room * (wide ? ANGLE : 1 - ANGLE * 2);
    var angle = below.inset(0, below.width() - angleWidth, 0, 0);
    double termsWidth = wide ? room * TERMS : room - angleWidth;
    var terms = new Box(angle.right() + gap, below.y(), termsWidth, height);
    var map = below.inset(0, 0, 0, terms.right() + gap - below.x());
    return new StageLayout(
        top.head(),
        top.query(),
        top.rows(),
        top.foot(),
        top.columns(),
        Optional.of(angle),
        Optional.of(terms),
        wide ? Optional.of(map) : Optional.empty());
  }

  private static StageLayout ranking(CosineProblem problem, int longest, Look look, Box area) {
    var head = new Box(area.x(), area.y(), area.width(), Pen.head(look));
    var query = new Box(area.x(), head.bottom(), area.width(), look.px(QUERY));
    double axis = look.px(AXIS);
    var rows = area.inset(query.bottom() + axis - area.y(), 0, axis, 0);
    var foot = new Box(area.x(), rows.bottom(), area.width(), axis);
    var columns = Columns.of(problem, longest, look, area);
    return new StageLayout(
        head, query, rows, foot, columns, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// A third of the height, or what few rows leave.
  private static double panels(CosineProblem problem, Look look, Box body) {
    double above = Pen.head(look) + look.px(QUERY + 2 * AXIS) + look.px(Space.WIDE);
    double left = body.height() - above - RowSlots.wanted(problem, look);
    double least =
        Math.clamp(body.height() * LEAST_SHARE, look.px(LEAST_PANELS), look.px(USUAL_PANELS));
    double most = Math.min(body.height() * MOST_SHARE, look.px(MOST_PANELS));
    return Math.clamp(left, least, Math.max(least, most));
  }

  private static StageLayout thumbnail(CosineProblem problem, Box area) {
    var body = area.inset(4);
    double height = Math.min(14, body.height() / 8);
    var query = new Box(body.x(), body.y(), body.width(), height);
    var rows = body.inset(height + 4, 0, 0, 0);
    var none = new Box(body.x(), body.y(), 0, 0);
    return new StageLayout(
        none,
        query,
        rows,
        none,
        Columns.bare(problem, body),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The panels below as one.
  Optional<Box> below() {
    return angle.flatMap(left ->
        map.or(() -> terms)
            .map(right -> new Box(left.x(), left.y(), right.right() - left.x(), left.height())));
  }
}
