package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.ScoreFocus;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.cosine.CosineElement.OfNumber;
import dev.stepwise.view.cosine.CosineElement.OfSimilarity;
import dev.stepwise.view.cosine.CosineElement.OfTerm;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;

/// Draws how a similarity adds up, number by number: the two numbers, their product, and the sum so
/// far as a staircase of bars. Of many numbers the greatest shares are shown, and the others as
/// one.
final class TermsPainter {
  private static final double ROW = 19.5;
  private static final double TALLEST = 26;
  private static final double HEADS = 14;
  private static final double BAR = 12;

  /// How clearly those rows are seen that the step has not come to yet.
  private static final double AHEAD = 0.4;

  private final Stage stage;
  private final Pen pen;
  private final int document;
  private final Metric metric;
  private final double[] d;
  private final double[] q;

  TermsPainter(Stage stage, int document) {
    this.stage = stage;
    this.pen = stage.pen();
    this.document = document;
    this.metric = stage.metric();
    this.d = stage.frame().vector(document);
    this.q = stage.frame().vector(stage.problem().count());
  }

  /// Where things are in a row.
  private record Columns(Span name, Span q, Span sign, Span d, Span share, Span bars, Span sum) {
    private static final double NAME = 26;
    private static final double CHIP = 56;
    private static final double SIGN = 14;

    /// Room for shares and sums with four decimals; longer ones are smaller.
    private static final double FIGURES = 54;

    static Columns of(Pen pen, Box body) {
      double chip = Math.min(pen.px(CHIP), body.width() * 0.17);
      var name = new Span(body.x(), pen.px(NAME));
      var q = new Span(name.end(), chip);
      var sign = new Span(q.end(), pen.px(SIGN));
      var d = new Span(sign.end(), chip);
      var share = new Span(d.end() + pen.px(Space.TIGHT), pen.px(FIGURES));
      var sum = Span.between(body.right() - pen.px(FIGURES), body.right());
      double bars = share.end() + pen.px(Space.SMALL);
      var rest = Span.between(bars, sum.x() - pen.px(Space.TIGHT));
      return new Columns(name, q, sign, d, share, rest, sum);
    }
  }

  void paint(Box box) {
    var title =
        metric == Metric.EUCLIDEAN
            ? "Squared differences to %s, added up"
            : "Dot product with %s, term by term";
    pen.heading(box, title.formatted(Words.document(document)));
    if (!stage.hasVector(stage.problem().count())) {
      return;
    }
    var panel = pen.below(box);
    var columns = Columns.of(pen, panel);
    double heads = pen.px(HEADS);
    heads(new Box(panel.x(), panel.y(), panel.width(), heads), columns);
    rows(panel.inset(heads, 0, 0, 0), columns);
  }

  private void rows(Box body, Columns columns) {
    // Few rows are higher, so that they fill the room.
    double height = Math.clamp(body.height() / (q.length + 1), pen.px(ROW), pen.px(TALLEST));
    int fitting = Math.max(1, (int) (body.height() / height) - 1);
    boolean all = q.length <= fitting;
    var terms = all ? IntStream.range(0, q.length).boxed().toList() : some(fitting - 1);
    int reached = reached();
    var sums = sums(terms);
    var scale = scale(terms, sums.start());
    var rows = new Rows(body, fitting + 1, height);
    for (int place = 0; place < terms.size(); place++) {
      int j = terms.get(place);
      var row = rows.row(place);
      if (!isKnown()) {
        numbers(row, columns, j, Figures.USUAL);
      } else if (j > reached) {
        pen.surface().faded(AHEAD, () -> numbers(row, columns, j, sums.decimals()));
      } else {
        numbers(row, columns, j, sums.decimals());
        share(row, columns, sums.share(place));
        stair(row, columns, scale, sums, place, j == reached && reached < q.length);
      }
      ask(new OfTerm(document, j), row, "share of number " + (j + 1));
    }
    int used = terms.size();
    if (!all) {
      others(rows.row(used), columns, terms, scale, sums);
      used++;
    }
    if (isKnown() && reached >= q.length) {
      total(rows.row(used), columns, scale, sums);
    }
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

  private void heads(Box row, Columns columns) {
    var label = pen.type(Role.LABEL);
    pen.write("no.", columns.name().of(row), label);
    pen.write("q", columns.q().of(row), label.centred());
    pen.write(Words.document(document), columns.d().of(row), label.centred());
    var share = metric == Metric.EUCLIDEAN ? "squared" : "product";
    pen.write(share, columns.share().of(row), label.right());
    pen.write("sum", columns.sum().of(row), label.right());
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
    var type = pen.type(Role.DETAIL).coloured(pen.palette().text()).right();
    pen.figure(share, columns.share().of(row), type);
  }

  private void numbers(Box row, Columns columns, int j, int ofShare) {
    pen.write(Integer.toString(j + 1), columns.name().of(row), pen.type(Role.NOTE));
    int decimals =
        isKnown()
            ? Figures.decimals(d[j], q[j], (a, b) -> CosineSearch.term(a, b, metric), ofShare)
            : 2;
    var sign = metric == Metric.EUCLIDEAN ? "−" : "×";
    chip(columns.q().of(row), new OfNumber(stage.problem().count(), j), q[j], decimals);
    pen.write(sign, columns.sign().of(row), pen.type(Role.NOTE).centred());
    chip(columns.d().of(row), new OfNumber(document, j), d[j], decimals);
  }

  private void chip(Box cell, OfNumber number, double value, int decimals) {
    var scale = stage.colours(number.vector());
    var alarm = pen.palette().alarm();
    boolean finite = Double.isFinite(value);
    var box = cell.inset(pen.px(Space.LINE), 0, pen.px(Space.LINE), 0);
    var ink = finite ? Ink.filled(scale.colour(value)) : Ink.stroked(alarm, pen.px(Space.HAIR));
    pen.surface().rectangle(box, pen.px(Space.LINE), ink);
    var type = pen.type(Role.DETAIL).coloured(finite ? scale.textOn(value) : alarm).centred();
    double margin = pen.px(Space.LINE);
    pen.figure(Figures.number(value, decimals), box.inset(0, margin, 0, margin), type);
    stage.spots().light(number, box);
  }

  private void stair(
      Box row, Columns columns, LinearScale scale, RunningSum sums, int place, boolean current) {
    double after = sums.after(place + 1);
    if (!Double.isFinite(after)) {
      return;
    }
    double before = sums.after(place);
    var palette = pen.palette();
    var colour = after >= before ? palette.accent() : palette.category(4);
    bar(row, columns, scale, before, after, current ? colour : paler(colour));
    double x = x(columns, scale, after);
    double below = row.centreY() + pen.px(BAR) / 2;
    pen.surface()
        .line(
            x,
            below,
            x,
            below + row.height() - pen.px(BAR),
            pen.stroke(palette.muted(), Space.HAIR));
    pen.figure(sums.sum(place + 1), columns.sum().of(row), pen.type(Role.DETAIL).right());
  }

  private Color paler(Color colour) {
    return colour.interpolate(pen.palette().background(), 0.3);
  }

  private static double x(Columns columns, LinearScale scale, double value) {
    return columns.bars().x() + scale.place(value) * columns.bars().width();
  }

  private void bar(
      Box row, Columns columns, LinearScale scale, double before, double after, Color colour) {
    double from = x(columns, scale, before);
    double to = x(columns, scale, after);
    double height = pen.px(BAR);
    double width = Math.max(1, Math.abs(to - from));
    var box = new Box(Math.min(from, to), row.centreY() - height / 2, width, height);
    pen.surface().rectangle(box, pen.px(Space.HAIR), Ink.filled(colour));
  }

  private void others(
      Box row, Columns columns, List<Integer> terms, LinearScale scale, RunningSum sums) {
    var words = Span.between(row.x(), columns.share().x()).of(row);
    if (!isKnown() || reached() < q.length) {
      var shown =
          "numbers %d to %d of %d".formatted(terms.getFirst() + 1, terms.getLast() + 1, q.length);
      pen.write(shown, words, pen.type(Role.NOTE));
      return;
    }
    pen.write("the other %d".formatted(q.length - terms.size()), words, pen.type(Role.NOTE));
    share(row, columns, sums.share(terms.size()));
    stair(row, columns, scale, sums, terms.size(), false);
  }

  private void total(Box row, Columns columns, LinearScale scale, RunningSum sums) {
    double sum = sum(0, q.length);
    var accent = pen.palette().accent();
    var line = pen.stroke(pen.palette().muted(), Space.HAIR);
    pen.surface().line(row.x(), row.y(), row.right(), row.y(), line);
    boolean unit = stage.frame().known().units() > stage.problem().count();
    var name =
        metric == Metric.EUCLIDEAN
            ? "distance: √%s".formatted(sums.sum(sums.shares().length))
            : unit ? "sum: the cosine" : "sum: q · " + Words.document(document);
    pen.write(name, Span.between(row.x(), columns.bars().x()).of(row), pen.type(Role.BODY).bold());
    var type = pen.type(Role.TELLING).coloured(accent).right();
    pen.figure(result(sum), columns.sum().of(row), type);
    if (Double.isFinite(sum)) {
      bar(row, columns, scale, 0, sum, accent);
    }
    ask(new OfSimilarity(document), row, "the sum");
  }

  /// Frames of neighbouring rows stay apart.
  private void ask(Element element, Box row, String description) {
    var place = row.inset(pen.px(Space.LINE), 0, pen.px(Space.LINE), 0);
    stage.spots().add(element, place, description);
  }
}
