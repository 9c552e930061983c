package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.SelectionFocus;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.cosine.CosineElement.OfComponent;
import dev.stepwise.view.cosine.CosineElement.OfDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Draws the ranking: a row a document, the query on top. Rows travel to their new places.
final class RankingPainter {
  private final Surface surface;
  private final Stage stage;
  private final Look look;
  private final RowSlots slots;
  private final RowPainter painter;
  private final StageLayout.Columns columns;

  /// A row at this moment.
  private record Row(int document, int place, Box box, boolean moving) {}

  RankingPainter(Surface surface, Stage stage) {
    this.surface = surface;
    this.stage = stage;
    this.look = stage.look();
    this.slots = RowSlots.of(stage.problem(), look, stage.layout().rows());
    this.painter = new RowPainter(surface, stage);
    this.columns = stage.layout().columns();
  }

  void paint() {
    boolean words = look.density() != Look.Density.THUMBNAIL;
    if (words) {
      head();
      axis();
    }
    painter.query(stage.layout().query());
    var rows = rows();
    // Rows may leave and enter at the lower edge.
    surface.clipped(
        stage.layout().rows().inset(-look.px(4), -look.px(10), -look.px(4), -look.px(10)),
        () -> {
          for (var row : rows) {
            painter.document(row.box(), row.document(), shownPlace(row), style(row));
          }
        });
    if (words) {
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
      return row.box().height() >= look.px(13) ? RowPainter.Style.FOCUS : RowPainter.Style.CHOSEN;
    }
    if (!stage.isSelecting()) {
      return RowPainter.Style.PLAIN;
    }
    boolean chosen = row.place() < Math.min(stage.problem().k(), stage.frame().standing().placed());
    return chosen ? RowPainter.Style.CHOSEN : RowPainter.Style.LEFT;
  }

  /// The row that the step looks at, where its own is too thin to be read or out of sight.
  private void focus(List<Row> rows) {
    int document = stage.frame().document();
    int shown = document >= 0 ? document : pinned();
    if (shown < 0) {
      return;
    }
    double height = look.px(22);
    var area = stage.layout().rows();
    var row = rows.stream().filter(each -> each.document() == shown).findFirst();
    if (row.isPresent() && row.get().box().height() >= look.px(13)) {
      if (document < 0) {
        surface.rectangle(
            row.get().box().inset(0, -look.px(5), 0, -look.px(6)),
            look.px(5),
            Ink.stroked(look.palette().accent(), look.px(1.2), look.px(4), look.px(3)));
      }
      return;
    }
    double centre = row.map(each -> each.box().centreY()).orElse(area.bottom() - height / 2);
    double top =
        Math.clamp(centre - height / 2, area.y(), Math.max(area.y(), area.bottom() - height));
    var box = new Box(area.x(), top, area.width(), height);
    surface.rectangle(
        box.inset(-look.px(2), -look.px(8), -look.px(2), -look.px(9)),
        look.px(6),
        Ink.filled(look.palette().background()));
    int place = row.map(this::shownPlace).orElse(-1);
    painter.document(box, shown, place, RowPainter.Style.FOCUS);
  }

  private int pinned() {
    return stage
        .shown()
        .pinned()
        .filter(OfDocument.class::isInstance)
        .map(OfDocument.class::cast)
        .map(OfDocument::document)
        .filter(document -> document < stage.problem().count())
        .orElse(-1);
  }

  private void head() {
    var box = stage.layout().head();
    var type = new Type(Type.Face.MEDIUM, look.px(12), look.palette().muted());
    double baseline = box.y() + look.px(12);
    surface.text(
        stage.isSelecting() ? "Ranking" : "Documents",
        box.x() + look.px(2),
        baseline,
        type.coloured(look.palette().text()));
    if (columns.normWidth() > 0) {
      surface.text("length", columns.norm(), baseline, type.aligned(Type.Align.RIGHT));
    }
    int d = stage.problem().dimensions();
    boolean unit = stage.frame().known().units() > stage.problem().count();
    var numbers = d + (d == 1 ? " number" : " numbers");
    double room = columns.bars() - columns.strip() - look.px(8);
    var title =
        Stream.of((unit ? "normalised, " : "vectors, ") + numbers, numbers, unit ? "unit" : "")
            .filter(text -> surface.textWidth(text, type) <= room)
            .findFirst()
            .orElse("");
    Written.draw(surface, title, columns.strip(), baseline, type, room);
    double wide = columns.value() - columns.bars();
    var measure = surface.textWidth(measure(), type) <= wide ? measure() : brief();
    Written.draw(surface, measure, columns.bars(), baseline, type, wide);
    components();
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
    double width = columns.stripWidth() / d;
    var query = stage.layout().query();
    double y = query.bottom() + look.px(6);
    if (width < look.px(9)) {
      return;
    }
    var type =
        new Type(Type.Face.REGULAR, look.px(11), look.palette().muted()).aligned(Type.Align.CENTRE);
    for (int j = 0; j < d; j++) {
      double left = columns.strip() + j * width;
      if (width >= look.px(15) || j == 0 || (j + 1) % 5 == 0) {
        surface.text(Integer.toString(j + 1), left + width / 2, y + look.px(9), type);
      }
      if (stage.problem().texts().isPresent() && stage.frame().known().vectors() > 0) {
        stage
            .shown()
            .hits()
            .add(new OfComponent(j), new Box(left, y, width, look.px(12)), "component " + (j + 1));
      }
    }
  }

  private void axis() {
    var bars = stage.prepared().bars();
    var area = stage.layout().rows();
    var type =
        new Type(Type.Face.REGULAR, look.px(11), look.palette().muted()).aligned(Type.Align.CENTRE);
    int most = Math.max(2, (int) (columns.barsWidth() / look.px(46)));
    for (var tick : bars.ticks(most)) {
      double x = columns.bars() + bars.place(tick.value()) * columns.barsWidth();
      boolean zero = tick.value() == 0;
      var stroke =
          new Ink.Stroke(zero ? look.palette().muted() : look.palette().faint(), look.px(1));
      surface.line(x, area.y() - look.px(2), x, slots.bottom(), stroke);
      surface.text(tick.label(), x, area.y() - look.px(5), type);
    }
  }

  private void cut() {
    if (!slots.showsCut()) {
      return;
    }
    var area = stage.layout().rows();
    double y = slots.cutY();
    boolean selecting = stage.isSelecting();
    var colour = selecting ? look.palette().text() : look.palette().faint();
    surface.line(
        area.x() + look.px(44),
        y,
        area.right(),
        y,
        new Ink.Stroke(colour, look.px(1.2), look.px(5), look.px(3)));
    var type =
        new Type(
                Type.Face.MEDIUM,
                look.px(11),
                selecting ? look.palette().background() : look.palette().muted())
            .aligned(Type.Align.CENTRE);
    var text =
        (selecting ? "top " : "k = ") + stage.problem().k() + (isCutTied() ? ", a tie is cut" : "");
    double width = surface.textWidth(text, type) + look.px(12);
    var chip = new Box(area.x() - look.px(4), y - look.px(8), width, look.px(16));
    surface.rectangle(
        chip,
        look.px(8),
        selecting
            ? Ink.filled(colour)
            : Ink.filled(look.palette().background()).withStroke(colour, look.px(1)));
    surface.text(text, chip.centreX(), chip.centreY() + look.px(4), type);
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
    var type = new Type(Type.Face.REGULAR, look.px(11), look.palette().muted());
    double baseline = foot.bottom() - look.px(3);
    int hidden = stage.problem().count() - slots.seen();
    if (hidden > 0) {
      surface.text("and %,d more".formatted(hidden), columns.name(), baseline, type);
    }
    if (!stage.hasVector(0)) {
      return;
    }
    boolean unit = stage.frame().known().units() > 0;
    double end = unit ? stage.prepared().largestUnit() : stage.prepared().largest();
    var scale = stage.colours(unit ? 0 : Integer.MAX_VALUE);
    double width = Math.clamp(columns.stripWidth() * 0.45, look.px(40), look.px(120));
    var least = "−" + Figures.number(end);
    var most = "+" + Figures.number(end);
    double words = surface.textWidth(least, type);
    double whole = words + width + surface.textWidth(most, type) + look.px(10);
    double start = Math.min(columns.strip(), columns.bars() - whole - look.px(6));
    double left = start + words + look.px(5);
    double height = look.px(8);
    int steps = 24;
    for (int i = 0; i < steps; i++) {
      double value = -end + 2 * end * (i + 0.5) / steps;
      surface.rectangle(
          new Box(left + width * i / steps, baseline - height, width / steps + 0.5, height),
          0,
          Ink.filled(scale.colour(value)));
    }
    surface.text(least, start, baseline, type);
    surface.text(most, left + width + look.px(5), baseline, type);
  }
}
