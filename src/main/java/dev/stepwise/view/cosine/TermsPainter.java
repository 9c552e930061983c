package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.ScoreFocus;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.cosine.CosineElement.OfNumber;
import dev.stepwise.view.cosine.CosineElement.OfSimilarity;
import dev.stepwise.view.cosine.CosineElement.OfTerm;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Draws how a similarity adds up, number by number: the two numbers, their product, and the sum so
/// far as a staircase of bars. Of many numbers the greatest shares are shown, and the others as
/// one.
final class TermsPainter {
  private static final double ROW = 19.5;
  private static final double TALLEST = 26;

  /// Room for shares and sums with four decimals; longer ones are smaller.
  private static final double FIGURES = 54;

  private final Surface surface;
  private final Stage stage;
  private final Look look;
  private final int document;
  private final Metric metric;
  private final double[] d;
  private final double[] q;

  TermsPainter(Surface surface, Stage stage, int document) {
    this.surface = surface;
    this.stage = stage;
    this.look = stage.look();
    this.document = document;
    this.metric = stage.metric();
    this.d = stage.frame().vector(document);
    this.q = stage.frame().vector(stage.problem().count());
  }

  /// Where things are in a row.
  private record Columns(
      double name,
      double q,
      double d,
      double chip,
      double share,
      double bars,
      double width,
      double sum) {}

  void paint(Box box) {
    var title =
        metric == Metric.EUCLIDEAN
            ? "Squared differences to %s, added up"
            : "Dot product with %s, term by term";
    new Heading(surface, look).draw(box, title.formatted(Words.document(document)));
    if (!stage.hasVector(stage.problem().count())) {
      return;
    }
    heads(box.y() + look.px(32), columns(box));
    var body = box.inset(look.px(38), 0, 0, 0);
    // Few rows are higher, so that they fill the room.
    double rowHeight = Math.clamp(body.height() / (q.length + 1), look.px(ROW), look.px(TALLEST));
    int fitting = Math.max(1, (int) (body.height() / rowHeight) - 1);
    boolean all = q.length <= fitting;
    var terms = all ? IntStream.range(0, q.length).boxed().toList() : some(fitting - 1);
    var columns = columns(body);
    int reached = reached();
    var sums = sums(terms);
    var scale = scale(terms, sums.start());
    for (int row = 0; row < terms.size(); row++) {
      int j = terms.get(row);
      var at = row(body, rowHeight, row);
      if (!isKnown()) {
        numbers(at, columns, j, Figures.USUAL);
      } else if (j > reached) {
        surface.faded(0.25, () -> numbers(at, columns, j, sums.decimals()));
      } else {
        numbers(at, columns, j, sums.decimals());
        share(at, columns, sums.share(row));
        stair(at, columns, scale, sums, row, j == reached && reached < q.length);
      }
      hit(new OfTerm(document, j), at, "share of number " + (j + 1));
    }
    int rows = terms.size();
    if (!all) {
      others(row(body, rowHeight, rows), columns, terms, scale, sums);
      rows++;
    }
    if (isKnown() && reached >= q.length) {
      total(row(body, rowHeight, rows), columns, scale, sums);
    }
  }

  private static Box row(Box body, double height, int row) {
    return new Box(body.x(), body.y() + row * height, body.width(), height);
  }

  /// What the shares that are shown add up to: as far as the step has come, or all of them, those
  /// that have no row as one.
  private RunningSum sums(List<Integer> terms) {
    boolean whole = reached() >= q.length;
    var shown = terms.stream().filter(j -> j <= reached()).mapToDouble(this::share).toArray();
    if (!whole) {
      return RunningSum.of(sum(0, terms.getFirst()), shown, this::result);
    }
    double rest = sum(0, q.length) - Arrays.stream(shown).reduce(0, Double::sum);
    var shares = terms.size() == q.length ? shown : Arrays.copyOf(shown, shown.length + 1);
    if (shares.length > shown.length) {
      shares[shown.length] = rest;
    }
    return RunningSum.of(0, shares, this::result);
  }

  private double sum(int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      sum += share(j);
    }
    return sum;
  }

  /// What is printed of a sum elsewhere: the similarity.
  private String result(double sum) {
    return Figures.similarity(metric == Metric.EUCLIDEAN ? 0 - Math.sqrt(sum) : sum, metric);
  }

  private void heads(double baseline, Columns columns) {
    var type = new Type(Type.Face.REGULAR, look.px(11), look.palette().muted());
    var centred = type.aligned(Type.Align.CENTRE);
    var right = type.aligned(Type.Align.RIGHT);
    surface.text("no.", columns.name(), baseline, type);
    surface.text("q", columns.q() + columns.chip() / 2, baseline, centred);
    surface.text(Words.document(document), columns.d() + columns.chip() / 2, baseline, centred);
    surface.text(
        metric == Metric.EUCLIDEAN ? "squared" : "product", columns.share(), baseline, right);
    surface.text("sum", columns.sum(), baseline, right);
  }

  /// Up to which number the step has come; beyond the last where it has added all.
  private int reached() {
    return stage.frame().focus() instanceof ScoreFocus.OneTerm(_, int term) ? term : q.length;
  }

  private double share(int j) {
    return CosineSearch.term(d[j], q[j], metric);
  }

  /// Whether the document is compared with the query by now: before, no product is told.
  private boolean isKnown() {
    return stage.hasScore(document);
  }

  private List<Integer> some(int count) {
    if (!isKnown()) {
      return IntStream.range(0, count).boxed().toList();
    }
    int focus = reached();
    if (focus < q.length) {
      // Those around the one that the step looks at.
      int from = Math.clamp(focus - count / 2, 0, q.length - count);
      return IntStream.range(from, from + count).boxed().toList();
    }
    return IntStream.range(0, q.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(share(j))))
        .limit(count)
        .toList();
  }

  private Columns columns(Box body) {
    double name = look.px(26);
    double chip = Math.min(look.px(56), body.width() * 0.17);
    double first = body.x() + name;
    double second = first + chip + look.px(14);
    double share = second + chip + look.px(4) + look.px(FIGURES);
    double sumWidth = look.px(FIGURES + 4);
    double bars = share + look.px(8);
    double width = Math.max(0, body.right() - sumWidth - bars);
    return new Columns(body.x(), first, second, chip, share, bars, width, body.right());
  }

  /// The same at every step of a document, as long as the same numbers are shown.
  private LinearScale scale(List<Integer> terms, double start) {
    double sum = start;
    double least = Math.min(0, sum(0, q.length));
    double most = Math.max(0, sum(0, q.length));
    for (int j : terms) {
      sum += share(j);
      least = Math.min(least, sum);
      most = Math.max(most, sum);
    }
    boolean usable = Double.isFinite(least) && Double.isFinite(most) && most > least;
    return usable ? new LinearScale(least, most) : new LinearScale(0, 1);
  }

  private void share(Box row, Columns columns, String share) {
    double size = look.px(12);
    var type = new Type(Type.Face.MONO, size, look.palette().text()).aligned(Type.Align.RIGHT);
    double baseline = row.centreY() + size * 0.36;
    Written.narrowed(surface, share, columns.share(), baseline, type, look.px(FIGURES));
  }

  private void numbers(Box row, Columns columns, int j, int ofShare) {
    double size = look.px(12);
    double baseline = row.centreY() + size * 0.36;
    var palette = look.palette();
    surface.text(
        Integer.toString(j + 1),
        columns.name(),
        baseline,
        new Type(Type.Face.REGULAR, size, palette.muted()));
    int decimals =
        isKnown()
            ? Figures.decimals(d[j], q[j], (a, b) -> CosineSearch.term(a, b, metric), ofShare)
            : 2;
    chip(row, columns.q(), columns.chip(), stage.problem().count(), j, q[j], decimals);
    surface.text(
        metric == Metric.EUCLIDEAN ? "−" : "×",
        (columns.q() + columns.chip() + columns.d()) / 2,
        baseline,
        new Type(Type.Face.REGULAR, size, palette.muted()).aligned(Type.Align.CENTRE));
    chip(row, columns.d(), columns.chip(), document, j, d[j], decimals);
  }

  private void chip(
      Box row, double x, double width, int vector, int j, double value, int decimals) {
    var scale = stage.colours(vector);
    var box = new Box(x, row.y() + look.px(1.5), width, row.height() - look.px(3));
    boolean finite = Double.isFinite(value);
    surface.rectangle(
        box,
        look.px(2.5),
        finite ? Ink.filled(scale.colour(value)) : Ink.stroked(look.palette().alarm(), look.px(1)));
    var type =
        new Type(
                Type.Face.MONO,
                look.px(11.5),
                finite ? scale.textOn(value) : look.palette().alarm())
            .aligned(Type.Align.CENTRE);
    Written.narrowed(
        surface,
        Figures.number(value, decimals),
        box.centreX(),
        box.centreY() + look.px(4),
        type,
        width - look.px(4));
    if (stage.shown().lit().contains(new OfNumber(vector, j))) {
      surface.rectangle(box, look.px(2.5), Ink.stroked(look.palette().text(), look.px(1.8)));
    }
  }

  private void stair(
      Box row, Columns columns, LinearScale scale, RunningSum sums, int place, boolean current) {
    double before = sums.after(place);
    double after = sums.after(place + 1);
    if (!Double.isFinite(after)) {
      return;
    }
    double from = columns.bars() + scale.place(before) * columns.width();
    double to = columns.bars() + scale.place(after) * columns.width();
    double height = look.px(11);
    var palette = look.palette();
    var colour = after >= before ? palette.accent() : palette.category(4);
    surface.rectangle(
        new Box(
            Math.min(from, to),
            row.centreY() - height / 2,
            Math.max(1, Math.abs(to - from)),
            height),
        look.px(1.5),
        Ink.filled(colour.interpolate(palette.background(), current ? 0 : 0.3)));
    surface.line(
        to,
        row.centreY() + height / 2,
        to,
        row.bottom() + (row.height() - height) / 2,
        new Ink.Stroke(palette.muted(), look.px(0.8)));
    var type = new Type(Type.Face.MONO, look.px(11.5), palette.muted()).aligned(Type.Align.RIGHT);
    double baseline = row.centreY() + look.px(4);
    Written.narrowed(surface, sums.sum(place + 1), columns.sum(), baseline, type, look.px(FIGURES));
  }

  private void others(
      Box row, Columns columns, List<Integer> terms, LinearScale scale, RunningSum sums) {
    if (!isKnown() || reached() < q.length) {
      surface.text(
          "numbers %d to %d of %d".formatted(terms.getFirst() + 1, terms.getLast() + 1, q.length),
          columns.name(),
          row.centreY() + look.px(4),
          new Type(Type.Face.REGULAR, look.px(11.5), look.palette().muted()));
      return;
    }
    surface.text(
        "the other %d".formatted(q.length - terms.size()),
        columns.name(),
        row.centreY() + look.px(4),
        new Type(Type.Face.REGULAR, look.px(12), look.palette().muted()));
    share(row, columns, sums.share(terms.size()));
    stair(row, columns, scale, sums, terms.size(), false);
  }

  private void total(Box row, Columns columns, LinearScale scale, RunningSum sums) {
    double sum = sum(0, q.length);
    var palette = look.palette();
    surface.line(
        row.x(), row.y(), row.right(), row.y(), new Ink.Stroke(palette.muted(), look.px(1)));
    var bold = new Type(Type.Face.BOLD, look.px(12.5), palette.text());
    boolean distance = metric == Metric.EUCLIDEAN;
    boolean unit = stage.frame().known().units() > stage.problem().count();
    var name =
        distance
            ? "distance: √%s".formatted(sums.sum(sums.shares().length))
            : unit ? "sum: the cosine" : "sum: q · " + Words.document(document);
    surface.text(name, row.x(), row.centreY() + look.px(5), bold);
    var figure = result(sum);
    var type = new Type(Type.Face.MONO_BOLD, look.px(12.5), palette.accent()).right();
    double room = columns.sum() - columns.bars() - columns.width() - look.px(4);
    surface.text(
        figure,
        columns.sum(),
        row.centreY() + look.px(5),
        type.sized(Math.min(1, room / surface.textWidth(figure, type))));
    if (Double.isFinite(sum)) {
      double from = columns.bars() + scale.place(0) * columns.width();
      double to = columns.bars() + scale.place(sum) * columns.width();
      double height = look.px(13);
      surface.rectangle(
          new Box(
              Math.min(from, to),
              row.centreY() - height / 2 + look.px(1),
              Math.max(1, Math.abs(to - from)),
              height),
          look.px(2),
          Ink.filled(palette.accent()));
    }
    if (stage.hasScore(document)) {
      hit(new OfSimilarity(document), row, "the sum");
    }
  }

  private void hit(Element element, Box box, String description) {
    stage.shown().hits().add(element, box, description);
  }
}
