package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.testing.OneAtATime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OneAtATime
class ChartsTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final Box AREA = new Box(0, 0, 300, 200);

  private record Value(int index) implements Element {}

  private static LineChart chart(double... values) {
    var series = new LineChart.Series("", Palette.LIGHT.accent(), 0, values, -1, "");
    return new LineChart(new Axes("i", "v"), Scale.Kind.LINEAR, 0, List.of(series));
  }

  private static List<RecordingSurface.Line> trace(double... values) {
    var surface = new RecordingSurface();
    var frame = chart(values).frame(AREA, LOOK);
    new LineTrace(values, 0).draw(surface, frame, new Ink.Stroke(Palette.LIGHT.accent(), 1));
    return surface.lines;
  }

  @Test
  void a_million_values_are_thinned_but_keep_their_peaks() {
    var values = new Random(1).doubles(1_000_000).toArray();
    values[123_456] = 9;
    values[765_432] = -9;
    var lines = trace(values);
    var frame = chart(values).frame(AREA, LOOK);
    var ys = lines.getFirst().ys();
    assertThat(lines).hasSize(1);
    assertThat(ys.length).isLessThan(4 * 300);
    assertThat(Arrays.stream(ys).min().orElseThrow()).isEqualTo(frame.pixelY(9));
    assertThat(Arrays.stream(ys).max().orElseThrow()).isEqualTo(frame.pixelY(-9));
  }

  @Test
  void values_that_are_not_finite_are_gaps() {
    var lines = trace(1, 2, Double.NaN, 3, 4, Double.POSITIVE_INFINITY, 5);
    assertThat(lines).extracting(line -> line.xs().length).containsExactly(2, 2);
  }

  @Test
  void names_stand_in_the_corner_that_the_lines_leave_free() {
    double[] xs = {0, 300};
    var high = new Corner.Path(xs, new double[] {5, 5});
    var falling = new Corner.Path(xs, new double[] {5, 195});
    assertThat(Corner.free(AREA, 60, 40, Corner.TOP_RIGHT, List.of(high, falling)))
        .isEqualTo(Corner.BOTTOM_LEFT);
    assertThat(Corner.free(AREA, 60, 40, Corner.TOP_RIGHT, List.of(falling)))
        .isEqualTo(Corner.TOP_RIGHT);
  }

  @Test
  void no_value_at_all_draws_axes_alone() {
    var surface = new RecordingSurface();
    chart().draw(surface, AREA, LOOK);
    assertThat(surface.circles).isZero();
    assertThat(surface.texts).isNotEmpty();
  }

  @Test
  void the_nearest_value_is_hit_anywhere_in_the_plot() {
    var hits = new Hits();
    var chart = chart(5, 1, 3);
    chart.draw(
        new RecordingSurface(), AREA, LOOK, hits, i -> new Spot(new Value(i), "value " + (i + 1)));
    var frame = chart.frame(AREA, LOOK);
    var hit = hits.at(frame.pixelX(1) + 20, frame.box().y() + 5).orElseThrow();
    assertThat(hit.element()).isEqualTo(new Value(1));
    assertThat(hit.box().centreY()).isCloseTo(frame.pixelY(1), within(1e-9));
    assertThat(hits.of(new Value(2)).orElseThrow().description()).isEqualTo("value 3");
    assertThat(hits.at(AREA.x(), AREA.bottom())).isEmpty();
  }

  @Test
  void the_labels_of_an_axis_do_not_collide() {
    for (double width = 60; width < 700; width += 37) {
      var surface = new RecordingSurface();
      var frame =
          new PlotFrame(
              new Box(50, 10, width, 100),
              new LinearScale(100_000, 100_003),
              new LinearScale(0, 1));
      new Axes("", "").draw(surface, frame, LOOK);
      var below = surface.texts.stream().filter(t -> t.y() > 120).toList();
      for (int i = 1; i < below.size(); i++) {
        var type = below.get(i).type();
        double half = surface.textWidth(below.get(i).text(), type) / 2;
        double halfBefore = surface.textWidth(below.get(i - 1).text(), type) / 2;
        assertThat(below.get(i).x() - half).isGreaterThan(below.get(i - 1).x() + halfBefore);
      }
    }
  }

  @Test
  void bars_share_a_scale_and_odd_values_have_none() {
    var surface = new RecordingSurface();
    double[] values = {2, 4, Double.NaN, -1, 0};
    var bars =
        Arrays.stream(values)
            .mapToObj(v -> new BarsMark.Bar("", v, "", 0, "", BarsMark.Emphasis.PLAIN))
            .toList();
    new BarsMark(bars, 0).draw(surface, AREA, LOOK);
    assertThat(surface.rectangles).hasSize(2);
    assertThat(surface.rectangles.get(1).width())
        .isCloseTo(2 * surface.rectangles.get(0).width(), within(1e-9));
  }

  @Test
  void bars_that_do_not_fit_are_counted() {
    var surface = new RecordingSurface();
    var bars =
        IntStream.range(0, 64)
            .mapToObj(i -> new BarsMark.Bar("b" + i, 1, "1", 0, "", BarsMark.Emphasis.PLAIN))
            .toList();
    new BarsMark(bars, 0).draw(surface, AREA, LOOK);
    assertThat(surface.texts).extracting(RecordingSurface.Words::text).contains("and 51 more");
  }

  @Test
  void histograms_count_every_finite_value_once_in_shared_bins() {
    var one = new HistogramMark.Group("a", Palette.LIGHT.accent(), new double[] {0, 1, 2, 10});
    var other =
        new HistogramMark.Group("b", Palette.LIGHT.alarm(), new double[] {5, 5, Double.NaN});
    var mark = new HistogramMark("x", 5, List.of(one, other));
    assertThat(mark.counts(0)).containsExactly(2, 1, 0, 0, 1);
    assertThat(mark.counts(1)).containsExactly(0, 0, 2, 0, 0);
  }

  @Test
  void few_points_are_shapes_and_many_are_one_image() {
    for (int n : new int[] {100, 5_000}) {
      var xs = new Random(2).doubles(n).toArray();
      var scatter = new ScatterMark(xs, xs, new int[n]);
      var surface = new RecordingSurface();
      scatter.draw(surface, PlotFrame.equalAspect(AREA, xs, xs, 0.1), LOOK);
      assertThat(surface.circles).isEqualTo(n == 100 ? 100 : 0);
      assertThat(surface.images).isEqualTo(n == 100 ? 0 : 1);
    }
  }

  @Test
  void the_nearest_point_is_found_within_reach_only() {
    double[] xs = {0, 1, Double.NaN};
    var scatter = new ScatterMark(xs, new double[] {0, 1, 0}, new int[3]);
    var frame = new PlotFrame(AREA, new LinearScale(0, 1), new LinearScale(0, 1));
    assertThat(scatter.nearest(frame, 299, 1, 5)).isEqualTo(1);
    assertThat(scatter.nearest(frame, 150, 100, 5)).isEqualTo(-1);
  }

  @Test
  void one_unit_is_as_long_to_the_right_as_it_is_up() {
    var frame = PlotFrame.equalAspect(AREA, new double[] {0, 1}, new double[] {0, 100}, 0.05);
    assertThat(frame.pixelX(1) - frame.pixelX(0))
        .isCloseTo(frame.pixelY(0) - frame.pixelY(1), within(1e-9));
    assertThat(frame.dataX(frame.pixelX(0.3))).isCloseTo(0.3, within(1e-9));
    assertThat(frame.dataY(frame.pixelY(42))).isCloseTo(42, within(1e-9));
  }

  private static LineChart marked(int current, double... values) {
    var series = new LineChart.Series("", Palette.LIGHT.accent(), 1, values, current, "here");
    return new LineChart(new Axes("k", "v"), Scale.Kind.LINEAR, 0, List.of(series));
  }

  /// What is written, and where it begins and ends.
  private static final class Written extends WordsSurface {
    private final Map<String, Box> texts = new LinkedHashMap<>();

    @Override
    public void text(String text, double x, double y, Type type) {
      double width = textWidth(text, type);
      texts.put(text, new Box(x + start(type, width), y - type.size(), width, type.size()));
    }

    @Override
    public double textWidth(String text, Type type) {
      return text.length() * 0.6 * type.size();
    }
  }

  @Test
  void the_axis_numbers_the_value_that_is_marked_and_keeps_its_last_number_beside_its_name() {
    for (int current = 0; current < 10; current++) {
      var written = new Written();
      marked(current, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0).draw(written, AREA, LOOK);
      assertThat(written.texts).containsKeys(Integer.toString(current + 1), "k");
      var below =
          written.texts.values().stream().filter(box -> box.y() > AREA.bottom() - 40).toList();
      assertThat(below)
          .allSatisfy(one -> assertThat(below).filteredOn(one::overlaps).containsExactly(one));
    }
    var plain = new Written();
    chart(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).draw(plain, AREA, LOOK);
    assertThat(plain.texts).containsKeys("10", "i");
  }

  @Test
  void the_label_of_a_value_does_not_cover_its_line() {
    for (double[] values : new double[][] {{100, 1}, {1, 100}, {50, 1, 1, 1}, {1, 50, 1}}) {
      for (int current = 0; current < values.length; current++) {
        var written = new Written();
        var chart = marked(current, values);
        chart.draw(written, AREA, LOOK);
        var frame = chart.frame(AREA, LOOK);
        var label = Objects.requireNonNull(written.texts.get("here"));
        for (double at = 0; at <= values.length - 1; at += 0.01) {
          int before = Math.min((int) at, values.length - 2);
          double share = at - before;
          double value = values[before] + share * (values[before + 1] - values[before]);
          assertThat(label.contains(frame.pixelX(1 + at), frame.pixelY(value)))
              .as("%s, marked at %d, crossed at %s", Arrays.toString(values), current, at)
              .isFalse();
        }
      }
    }
  }

  @Test
  void where_no_value_is_finite_the_chart_says_that_there_is_no_axis() {
    var written = new Written();
    chart(Double.POSITIVE_INFINITY, Double.NaN).draw(written, AREA, LOOK);
    assertThat(written.texts).containsKey("No axis for v: no value is finite");
    var logarithmic = new Written();
    var series = new LineChart.Series("", Palette.LIGHT.accent(), 0, new double[] {0, -1}, -1, "");
    new LineChart(new Axes("i", ""), Scale.Kind.LOG, 0, List.of(series))
        .draw(logarithmic, AREA, LOOK);
    assertThat(logarithmic.texts).containsKey("No axis: no value is positive and finite");
  }
}
