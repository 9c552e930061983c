package dev.stepwise.view.compare;

import dev.stepwise.compute.compare.Named;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Curve;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.LineChart;
import dev.stepwise.draw.Paragraph;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// Below two stages: one chart of how both runs went, and what the difference did in words.
///
/// @param named what the runs are called
/// @param outcomes what they have come to
/// @param paragraphs what is said of it
record OutcomeStrip(Named named, Two<Outcome> outcomes, List<String> paragraphs) {
  private static final double CHART_SHARE = 0.62;
  private static final double FAR_APART = 1000;
  private static final double MARK = 9;

  /// Beside the plot, for the values at its end.
  private static final double ENDS = 44;

  void draw(Pen pen, Box box) {
    boolean drawn = outcomes.first().curve().isPresent() && outcomes.second().curve().isPresent();
    var words = box;
    if (drawn) {
      double width = box.width() * CHART_SHARE;
      chart(
          pen,
          new Box(box.x(), box.y(), width - pen.px(Space.WIDE), box.height()),
          new Two<>(outcomes.first().curve().get(), outcomes.second().curve().get()));
      words = box.inset(0, 0, 0, width);
    }
    words(pen, words);
  }

  private void chart(Pen pen, Box box, Two<Curve> curves) {
    var kind = kind(curves);
    var axis = curves.first().axis();
    heading(
        pen,
        box,
        curves.first().title(),
        kind == Scale.Kind.LINEAR ? axis : axis + ", logarithmic axis");
    double last = Math.max(lastX(curves.first()), lastX(curves.second()));
    var series = new ArrayList<LineChart.Series>();
    for (var side : Side.values()) {
      var curve = curves.of(side);
      series.add(
          new LineChart.Series(
              "", // the heading names them, where no line crosses
              SideHeading.colour(pen.palette(), side),
              curve.first(),
              curve.values(),
              curve.values().length - 1,
              lastX(curve) < last ? end(curve) : "")); // those at the end stand beside the plot
    }
    var chart = new LineChart(new Axes("", ""), kind, last, series);
    var room = pen.below(box).inset(0, pen.px(ENDS), 0, 0);
    chart.draw(pen.surface(), room, pen.look());
    ends(pen, chart.frame(room, pen.look()), curves, last);
  }

  private static double lastX(Curve curve) {
    return curve.first() + curve.values().length - 1.0;
  }

  private static String end(Curve curve) {
    var values = curve.values();
    return values.length == 0 ? "" : Numbers.text(values[values.length - 1]);
  }

  /// The values at the end of the plot, beside it: apart from each other, however near the lines.
  private static void ends(Pen pen, PlotFrame frame, Two<Curve> curves, double last) {
    var type = pen.type(Role.DETAIL).bold().coloured(pen.palette().text());
    double line = 1.2 * type.size();
    var there =
        Arrays.stream(Side.values())
            .map(curves::of)
            .filter(curve -> lastX(curve) == last && Double.isFinite(height(frame, curve)))
            .sorted(Comparator.comparingDouble(curve -> height(frame, curve)))
            .toList();
    boolean same = there.size() == 2 && end(there.getFirst()).equals(end(there.getLast()));
    var shown = same ? there.subList(0, 1) : there;
    double apart =
        shown.size() < 2
            ? 0
            : Math.max(0, line - (height(frame, shown.getLast()) - height(frame, shown.getFirst())))
                / 2;
    for (var curve : shown) {
      double shift = shown.size() < 2 ? 0 : curve.equals(shown.getFirst()) ? -apart : apart;
      double baseline = height(frame, curve) + shift + 0.36 * type.size();
      pen.write(end(curve), frame.box().right() + pen.px(Space.SMALL), baseline, type);
    }
  }

  private static double height(PlotFrame frame, Curve curve) {
    var values = curve.values();
    return values.length == 0 ? Double.NaN : frame.pixelY(values[values.length - 1]);
  }

  /// The chart's title, what it is counted by, and at the right which line is whose.
  private void heading(Pen pen, Box box, String title, String axis) {
    var bold = pen.type(Role.HEADING);
    var note = pen.type(Role.NOTE);
    double baseline = box.y() + bold.size();
    double right = box.right();
    for (var side : List.of(Side.SECOND, Side.FIRST)) {
      var name = named.label(side);
      double size = pen.px(MARK);
      pen.write(name, right, baseline, note.right());
      double left = right - pen.width(name, note) - size;
      SideHeading.mark(pen, side, left, baseline - size / 2, size);
      right = left - size - pen.px(Space.SMALL);
    }
    pen.write(title, box.x(), baseline, bold);
    double start = box.x() + pen.width(title, bold) + pen.px(Space.SMALL);
    pen.write(axis, start, baseline, Math.max(0, right - start), note);
  }

  /// Curves that part by powers of ten are told apart on a logarithmic axis alone.
  private static Scale.Kind kind(Two<Curve> curves) {
    var range =
        DoubleStream.concat(
                Arrays.stream(curves.first().values()), Arrays.stream(curves.second().values()))
            .filter(Double::isFinite)
            .summaryStatistics();
    boolean parted = range.getMin() > 0 && range.getMax() / range.getMin() > FAR_APART;
    return parted ? Scale.Kind.LOG : Scale.Kind.LINEAR;
  }

  private void words(Pen pen, Box box) {
    var subject = named.subject();
    pen.heading(
        box,
        subject.isEmpty()
            ? "What the difference did"
            : "What “%s” did".formatted(Phrases.uncapitalised(subject)));
    var body = pen.below(box);
    double y = body.y();
    for (var paragraph : paragraphs) {
      var lines = Paragraph.of(pen, paragraph, pen.type(Role.BODY), body.width());
      if (y + lines.height() > body.bottom() + pen.px(Space.SMALL)) {
        return;
      }
      y = lines.draw(pen, body.x(), y) + pen.px(Space.TIGHT);
    }
  }
}
