package dev.stepwise.draw;

import dev.stepwise.formula.FormulaLayout;
import dev.stepwise.formula.Formulas;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the marks look like, against pictures that people have looked at.
@OneAtATime
class MarkPicturesTest {
  private static final Formulas FORMULAS = new Formulas();

  enum Setting {
    LIGHT(new Look(Palette.LIGHT, 1, Look.Density.WINDOW)),
    DARK(new Look(Palette.DARK, 1, Look.Density.WINDOW)),
    PRESENT(new Look(Palette.LIGHT, 1.6, Look.Density.PRESENT));

    @SuppressWarnings("ImmutableEnumChecker") // a record of constants
    private final Look look;

    Setting(Look look) {
      this.look = look;
    }

    void check(
        String mark, int width, int height, java.util.function.BiConsumer<Surface, Box> draw) {
      int w = (int) look.px(width);
      int h = (int) look.px(height);
      var area = new Box(0, 0, w, h).inset(look.px(12));
      var picture = Pictures.drawn(w, h, look, surface -> draw.accept(surface, area));
      Pictures.check(mark + "-" + name().toLowerCase(Locale.ROOT), picture);
    }
  }

  private static ScatterMark blobs(int points, int categories) {
    var random = new Random(7);
    var xs = new double[points];
    var ys = new double[points];
    var labels = new int[points];
    for (int i = 0; i < points; i++) {
      int blob = i % categories;
      xs[i] = 4 * Math.cos(2 * Math.PI * blob / categories) + random.nextGaussian() * 0.9;
      ys[i] = 4 * Math.sin(2 * Math.PI * blob / categories) + random.nextGaussian() * 0.9;
      labels[i] = i % 23 == 0 ? ScatterMark.NONE : blob;
    }
    return new ScatterMark(xs, ys, labels);
  }

  private static void scatter(Surface surface, Box area, Look look, int points) {
    var scatter = blobs(points, 8);
    var axes = new Axes("x₁", "x₂");
    var frame = PlotFrame.equalAspect(axes.inside(area, look), scatter.xs(), scatter.ys(), 0.05);
    var centres = IntStream.range(0, 8).mapToDouble(i -> 2 * Math.PI * i / 8).toArray();
    new RegionMark(
            DoubleStream.of(centres).map(a -> 4 * Math.cos(a)).toArray(),
            DoubleStream.of(centres).map(a -> 4 * Math.sin(a)).toArray())
        .draw(surface, frame, look);
    axes.draw(surface, frame, look);
    scatter.draw(surface, frame, look);
    scatter.ring(surface, frame, look, 5, look.palette().text(), ScatterMark.Ring.SOLID);
    scatter.ring(surface, frame, look, 9, look.palette().category(1), ScatterMark.Ring.DASHED);
  }

  @ParameterizedTest
  @EnumSource
  void a_scatter_with_regions(Setting setting) {
    setting.check("scatter", 520, 440, (s, area) -> scatter(s, area, setting.look, 160));
  }

  @ParameterizedTest
  @EnumSource
  void a_dense_scatter(Setting setting) {
    setting.check("dense", 520, 440, (s, area) -> scatter(s, area, setting.look, 5_000));
  }

  @ParameterizedTest
  @EnumSource
  void line_charts(Setting setting) {
    var look = setting.look;
    var palette = look.palette();
    var inertia = new double[] {812.4, 421.7, 203.9, Double.NaN, 138.2, 137.9};
    var loss =
        IntStream.range(0, 20_000)
            .mapToDouble(i -> 40 * Math.exp(-i / 3000.0) * (1 + (i % 997 == 0 ? 3 : 0)) + 1e-3)
            .toArray();
    setting.check(
        "lines",
        360,
        460,
        (surface, area) -> {
          double half = area.height() / 2;
          new LineChart(
                  new Axes("iteration", "inertia"),
                  Scale.Kind.LINEAR,
                  8,
                  List.of(
                      new LineChart.Series("random", palette.category(0), 1, inertia, 4, "138.2"),
                      new LineChart.Series(
                          "k-means++",
                          palette.category(4),
                          1,
                          new double[] {300, 140, 130},
                          -1,
                          "")))
              .draw(surface, new Box(area.x(), area.y(), area.width(), half), look);
          new LineChart(
                  new Axes("batch", "loss"),
                  Scale.Kind.LOG,
                  0,
                  List.of(new LineChart.Series("", palette.accent(), 0, loss, 12_000, "0.734")))
              .draw(surface, new Box(area.x(), area.y() + half, area.width(), half), look);
        });
  }

  @ParameterizedTest
  @EnumSource
  void bars(Setting setting) {
    var bars =
        List.of(
            bar("cluster 1", 5.23, "5.23", 0, "", BarsMark.Emphasis.PLAIN),
            bar("cluster 2", 4.72, "4.72", 1, "", BarsMark.Emphasis.FADED),
            bar("cluster 3", 2.77, "2.77", 2, "nearest", BarsMark.Emphasis.TELLING),
            bar("cluster 12", 0, "0.00", 11, "", BarsMark.Emphasis.PLAIN),
            bar("no marker", 3, "3", BarsMark.NONE, "tie", BarsMark.Emphasis.PLAIN));
    setting.check(
        "bars",
        340,
        170,
        (surface, area) -> new BarsMark(bars, 6).draw(surface, area, setting.look));
  }

  private static BarsMark.Bar bar(
      String label, double value, String text, int category, String note, BarsMark.Emphasis how) {
    return new BarsMark.Bar(label, value, text, category, note, how);
  }

  @ParameterizedTest
  @EnumSource
  void heatmaps(Setting setting) {
    var look = setting.look;
    var signed = new double[][] {{-1.5, 0, 0.75, 12}, {2.25, -8.125, 1e-9, Double.NaN}};
    var wide = new double[40][60];
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 60; j++) {
        wide[i][j] = Math.sin(i / 6.0) * Math.cos(j / 9.0);
      }
    }
    setting.check(
        "heatmaps",
        460,
        380,
        (surface, area) -> {
          double split = area.height() * 0.38;
          var diverging = ColourScale.centred(ColourMap.diverging(look.palette()), signed);
          var bar = ColourBar.width(look);
          var top = new Box(area.x(), area.y(), area.width() - bar - look.px(10), split);
          new HeatmapMark(signed, diverging, List.of("the", "cat"), List.of("q₁", "q₂", "q₃", "q₄"))
              .draw(surface, top, look);
          new ColourBar(diverging, "score")
              .draw(surface, new Box(area.right() - bar, area.y(), bar, split), look);
          var scale = ColourScale.over(ColourMap.CIVIDIS, wide);
          var bottom =
              new Box(
                  area.x(),
                  area.y() + split + look.px(16),
                  top.width(),
                  area.height() - split - look.px(16));
          new HeatmapMark(wide, scale, List.of(), List.of()).draw(surface, bottom, look);
          new ColourBar(scale, "")
              .draw(surface, new Box(area.right() - bar, bottom.y(), bar, bottom.height()), look);
        });
  }

  @ParameterizedTest
  @EnumSource
  void histograms(Setting setting) {
    var palette = setting.look.palette();
    var random = new Random(3);
    var plain = random.doubles(50, 130, 400).toArray();
    var better = random.doubles(50, 130, 190).toArray();
    var groups =
        List.of(
            new HistogramMark.Group("random", palette.category(0), plain),
            new HistogramMark.Group("k-means++", palette.category(4), better));
    setting.check(
        "histograms",
        420,
        280,
        (surface, area) ->
            new HistogramMark("inertia", 16, groups).draw(surface, area, setting.look));
  }

  @ParameterizedTest
  @EnumSource
  void formulas_and_grey_images(Setting setting) {
    var look = setting.look;
    var lines =
        List.of(
            "d_3 = \\lVert \\mathbf{x}_{97} - \\boldsymbol{\\mu}_3 \\rVert"
                + " = \\sqrt{(8.09 - 9.82)^2 + (1.64 - 3.80)^2} = \\mathbf{2.77}",
            "J = \\sum_{i=1}^{n} \\min_j \\lVert \\mathbf{x}_i - \\boldsymbol{\\mu}_j \\rVert^2"
                + " = 5.1 + \\cdots + 0.3 \\approx 138.2",
            "\\frac{\\partial L}{\\partial W} \\le \\textcolor{red}{0.5}",
            "\\frac{1");
    setting.check(
        "formulas",
        420,
        330,
        (surface, area) -> {
          var layout = FormulaLayout.of(FORMULAS, lines, area.width(), look.px(17));
          for (var line : layout.lines()) {
            line.formula()
                .draw(
                    surface,
                    area.x() + line.x(),
                    area.y() + line.baseline(),
                    line.size(),
                    look.palette().text());
          }
          var grey = IntStream.range(0, 64).mapToDouble(i -> i % 8 + i / 8).toArray();
          double side = look.px(64);
          new GreyImageMark(grey, 8, 14)
              .draw(surface, new Box(area.x(), area.bottom() - side, side, side), look);
        });
  }
}
