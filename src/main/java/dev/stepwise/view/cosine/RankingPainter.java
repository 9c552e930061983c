package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.SelectionFocus;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.cosine.CosineElement.OfComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Draws the ranking: a row a document, the query on top. Rows travel to their new places.
final class RankingPainter {
  /// The row that the step looks at, where its own is too low to be read.
  private static final double ENLARGED = 22;

  private static final double CHIP = 16;

  /// Where the line after the best begins, right of its chip.
  private static final double CUT = 44;

  /// Between the numbers of the bars' axis.
  private static final double TICKS = 46;

  /// Narrower columns have no numbers, or not each of them.
  private static final double LEAST_NUMBERED = 9;

  private static final double ALL_NUMBERED = 15;

  /// Of a title's room: what fits here is hardly smaller than the titles beside it.
  private static final double AS_LARGE = 0.8;

  private static final double LEAST_KEY = 40;
  private static final double MOST_KEY = 120;
  private static final int KEY_STEPS = 24;

  private final Stage stage;
  private final Pen pen;
  private final RowSlots slots;
  private final RowPainter painter;
  private final StageLayout.Columns columns;

  /// A row at this moment.
  private record Row(int document, int place, Box box, boolean moving) {}

  RankingPainter(Stage stage) {
    this.stage = stage;
    this.pen = stage.pen();
    this.slots = RowSlots.of(stage.problem(), pen.look(), stage.layout().rows());
    this.painter = new RowPainter(stage);
    this.columns = stage.layout().columns();
  }

  void paint() {
    if (pen.speaks()) {
      head();
      components();
      axis();
    }
    painter.query(stage.layout().query());
    var rows = rows();
    // Rows may leave and enter at the lower edge.
    var edge = stage.layout().rows().inset(-pen.px(Space.TIGHT), 0, -pen.px(Space.TIGHT), 0);
    double aside = pen.px(Space.GAP);
    pen.surface()
        .clipped(
            edge.inset(0, -aside, 0, -aside),
            () -> {
              for (var row : rows) {
                painter.document(row.box(), row.document(), shownPlace(row), style(row));
              }
            });
    if (pen.speaks()) {
      cut();
      focus(rows);
      foot();
    }
  }

  private List<Row> rows() {
    var frame = stage.frame();
    int[] order = frame.standing().order();
    int seen = slots.seen();
    var rows = new ArrayList<Row>();
    if (!stage.moves()) {
      for (int place = 0; place < seen; place++) {
        rows.add(new Row(order[place], place, slots.slot(place), false));
      }
      return rows;
    }
    int[] before = stage.shown().before().orElseThrow().frame().standing().order();
    var from = places(before, seen);
    var to = places(order, seen);
    for (int place = 0; place < seen; place++) {
      addMoving(rows, order[place], from, to);
      if (!to.containsKey(before[place])) {
        addMoving(rows, before[place], from, to);
      }
    }
    rows.sort(Comparator.comparing(Row::moving));
    return rows;
  }

  private static Map<Integer, Integer> places(int[] order, int seen) {
    var places = new HashMap<Integer, Integer>();
    for (int place = 0; place < seen; place++) {
      places.put(order[place], place);
    }
    return places;
  }

  private void addMoving(
      List<Row> rows, int document, Map<Integer, Integer> from, Map<Integer, Integer> to) {
    int hidden = slots.seen();
    int start = from.getOrDefault(document, hidden);
    int end = to.getOrDefault(document, hidden);
    double p = stage.shown().progress();
    var a = slots.slot(start);
    var b = slots.slot(end);
    var box =
        new Box(
            b.x(),
            a.y() + p * (b.y() - a.y()),
            b.width(),
            a.height() + p * (b.height() - a.height()));
    rows.add(new Row(document, end, box, Math.abs(end - start) > 1));
  }

  /// A place is shown once the row is in its order, and where it is seen.
  private int shownPlace(Row row) {
    int placed = Math.min(stage.frame().standing().placed(), slots.seen());
    return row.place() < placed ? row.place() : -1;
  }

  private RowPainter.Style style(Row row) {
    if (row.document() == stage.frame().document()) {
      return painter.hasWords(row.box()) ? RowPainter.Style.FOCUS : RowPainter.Style.CHOSEN;
    }
    if (!stage.isSelecting()) {
      return RowPainter.Style.PLAIN;
    }
    boolean chosen = row.place() < Math.min(stage.problem().k(), stage.frame().standing().placed());
    return chosen ? RowPainter.Style.CHOSEN : RowPainter.Style.LEFT;
  }

  /// The row that the step looks at, where its own is too thin to be read or out of sight.
  private void focus(List<Row> rows) {
    int document = stage.lookedAt().orElse(-1);
    if (document < 0) {
      return;
    }
    var row = rows.stream().filter(each -> each.document() == document).findFirst();
    if (row.isPresent() && painter.hasWords(row.get().box())) {
      if (document != stage.frame().document()) {
        pinned(row.get().box());
      }
      return;
    }
    double height = pen.px(ENLARGED);
    var area = stage.layout().rows();
    double centre = row.map(each -> each.box().centreY()).orElse(area.bottom());
    var box = new Box(area.x(), centre - height / 2, area.width(), height).within(area);
    double beyond = pen.px(Space.LINE);
    var ground = Ink.filled(pen.palette().background());
    pen.surface().rectangle(painter.around(box).inset(-beyond), pen.px(Space.TIGHT), ground);
    int place = row.map(this::shownPlace).orElse(-1);
    painter.document(box, document, place, RowPainter.Style.FOCUS);
  }

  private void pinned(Box row) {
    double dash = pen.px(Space.TIGHT);
    var ink = Ink.stroked(pen.palette().accent(), pen.px(Space.HAIR), dash, dash);
    pen.surface().rectangle(painter.around(row), dash, ink);
  }

  private void head() {
    var head = stage.layout().head();
    pen.heading(head, stage.isSelecting() ? "Ranking" : "Documents");
    var note = pen.type(Role.NOTE);
    double baseline = head.y() + pen.type(Role.HEADING).size();
    if (columns.norm().isThere()) {
      pen.write("length", columns.norm().end(), baseline, note.right());
    }
    int d = stage.problem().dimensions();
    boolean unit = stage.frame().known().units() > stage.problem().count();
    var numbers = d + (d == 1 ? " number" : " numbers");
    double room = columns.bars().x() - columns.strip().x() - pen.px(Space.SMALL);
    var vectors = (unit ? "normalised, " : "vectors, ") + numbers;
    var title = pen.brief(AS_LARGE * room, note, vectors, numbers, unit ? "unit" : "");
    pen.write(title, columns.strip().x(), baseline, room, note);
    var similarity = columns.similarity();
    var measure = pen.brief(AS_LARGE * similarity.width(), note, measure(), brief());
    pen.write(measure, similarity.x(), baseline, similarity.width(), note);
  }

  private String measure() {
    return switch (stage.metric()) {
      case COSINE -> "cosine with the query";
      case DOT -> "dot product with the query";
      case EUCLIDEAN -> "distance to the query, short is near";
    };
  }

  private String brief() {
    return switch (stage.metric()) {
      case COSINE -> "cosine";
      case DOT -> "dot product";
      case EUCLIDEAN -> "distance";
    };
  }

  /// The components of texts can be asked about at their columns' heads.
  private void components() {
    int d = stage.problem().dimensions();
    double width = columns.strip().width() / d;
    if (width < pen.px(LEAST_NUMBERED)) {
      return;
    }
    var query = stage.layout().query();
    var label = pen.type(Role.LABEL).centred();
    boolean asked = stage.problem().texts().isPresent() && stage.frame().known().vectors() > 0;
    for (int j = 0; j < d; j++) {
      var box =
          new Box(
              columns.strip().x() + j * width,
              query.bottom() + pen.px(Space.TIGHT),
              width,
              pen.px(CHIP));
      if (width >= pen.px(ALL_NUMBERED) || j == 0 || (j + 1) % 5 == 0) {
        pen.write(Integer.toString(j + 1), box.centreX(), box.centreY() + label.drop(), label);
      }
      if (asked) {
        stage.spots().add(new OfComponent(j), box, "component " + (j + 1));
      }
    }
  }

  private void axis() {
    var scale = stage.prepared().bars();
    var area = stage.layout().rows();
    var bars = columns.bars();
    var label = pen.type(Role.LABEL).centred();
    int most = Math.max(2, (int) (bars.width() / pen.px(TICKS)));
    for (var tick : scale.ticks(most)) {
      double x = bars.x() + scale.place(tick.value()) * bars.width();
      var colour = tick.value() == 0 ? pen.palette().muted() : pen.palette().faint();
      pen.surface().line(x, area.y(), x, slots.bottom(), pen.stroke(colour, Space.HAIR));
      pen.write(tick.label(), x, area.y() - pen.px(Space.TIGHT), label);
    }
  }

  private void cut() {
    if (!slots.showsCut()) {
      return;
    }
    var palette = pen.palette();
    var area = stage.layout().rows();
    double y = slots.cutY();
    boolean selecting = stage.isSelecting();
    var colour = selecting ? palette.text() : palette.faint();
    double start = area.x() + pen.px(CUT);
    pen.surface().line(start, y, area.right(), y, pen.dashed(colour, Space.HAIR));
    var type = pen.type(Role.LABEL).centred();
    var text =
        (selecting ? "top " : "k = ") + stage.problem().k() + (isCutTied() ? ", a tie is cut" : "");
    double width = pen.width(text, type) + pen.px(Space.GAP);
    double height = pen.px(CHIP);
    var chip = new Box(area.x() - pen.px(Space.TIGHT), y - height / 2, width, height);
    var ground = selecting ? colour : palette.background();
    var ink = Ink.filled(ground).withStroke(colour, pen.px(Space.HAIR));
    pen.surface().rectangle(chip, height / 2, ink);
    pen.write(text, chip, selecting ? type.coloured(palette.background()) : type);
  }

  /// Whether those next to the cut are exactly as good, once all are in their order.
  private boolean isCutTied() {
    var frame = stage.frame();
    int k = stage.problem().k();
    int[] order = frame.search().ranking();
    double[] similarities = frame.search().similarities();
    return frame.standing().placed() >= k
        && (frame.focus() instanceof SelectionFocus.Selected
            || frame.focus() instanceof SelectionFocus.Found)
        && k < order.length
        && similarities[order[k - 1]] == similarities[order[k]];
  }

  private void foot() {
    var foot = stage.layout().foot();
    int hidden = stage.problem().count() - slots.seen();
    if (hidden > 0) {
      var more = Span.between(columns.name().x(), columns.strip().x()).of(foot);
      pen.write("and %,d more".formatted(hidden), more, pen.type(Role.LABEL));
    }
    if (stage.hasVector(0)) {
      key(foot);
    }
  }

  /// What the colours of the vectors mean.
  private void key(Box foot) {
    var label = pen.type(Role.LABEL);
    boolean unit = stage.frame().known().units() > 0;
    double end = unit ? stage.prepared().largestUnit() : stage.prepared().largest();
    var scale = stage.colours(unit ? 0 : Integer.MAX_VALUE);
    var least = "−" + Figures.number(end);
    var most = "+" + Figures.number(end);
    double width = Math.clamp(columns.strip().width() * 0.45, pen.px(LEAST_KEY), pen.px(MOST_KEY));
    double words = pen.width(least, label) + pen.px(Space.TIGHT);
    double whole = words + width + pen.px(Space.TIGHT) + pen.width(most, label);
    double start = Math.min(columns.strip().x(), columns.bars().x() - whole - pen.px(Space.TIGHT));
    double height = pen.px(Space.SMALL);
    var bar = new Box(start + words, foot.centreY() - height / 2, width, height);
    for (int i = 0; i < KEY_STEPS; i++) {
      double value = -end + 2 * end * (i + 0.5) / KEY_STEPS;
      double left = bar.x() + width * i / KEY_STEPS;
      var part = new Box(left, bar.y(), width / KEY_STEPS + 0.5, height);
      pen.surface().rectangle(part, 0, Ink.filled(scale.colour(value)));
    }
    double baseline = foot.centreY() + label.drop();
    pen.write(least, start, baseline, label);
    pen.write(most, bar.right() + pen.px(Space.TIGHT), baseline, label);
  }
}
