package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.SoftmaxTrouble;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellHits;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Spot;
import dev.stepwise.draw.Type;
import dev.stepwise.view.matrices.HeadEmphasis.Lens;
import dev.stepwise.view.matrices.MatrixElement.OfPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Draws the way of one row through softmax below its columns: scores, shifted, exponentials,
/// weights, each line with the number that the next one needs.
final class LensPainter {
  /// How much smaller a name is set before its number is left out.
  private static final double SMALLEST = 0.75;

  private final Scene scene;
  private final HeadLayout layout;
  private final AttentionFrame frame;
  private final HeadScales scales;

  LensPainter(Scene scene, HeadLayout layout, AttentionFrame frame, HeadScales scales) {
    this.scene = scene;
    this.layout = layout;
    this.frame = frame;
    this.scales = scales;
  }

  /// A line of the lens.
  ///
  /// @param part where in softmax it comes to be
  /// @param note the number at its end
  @SuppressWarnings("ArrayRecordComponent") // never written to
  private record Line(String name, double[] values, ColourScale scale, Part part, String note) {}

  void paint(Lens lens) {
    int query = lens.query();
    double[] scores = frame.pass().scores()[query];
    double shift = frame.shift(query);
    boolean stable = frame.problem().settings().isStable();
    double[] exponentials = Softmax.exponentials(scores, shift);
    double sum = Softmax.sum(exponentials);
    var lines = new ArrayList<Line>();
    boolean maximumKnown = stable && lens.last().compareTo(Part.MAX) >= 0;
    lines.add(
        new Line(
            "scores",
            scores,
            scales.scores(),
            Part.MAX,
            maximumKnown ? "max " + Numbers.text(shift) : ""));
    if (stable) {
      var shifted = Arrays.stream(scores).map(score -> score - shift).toArray();
      lines.add(new Line("− max", shifted, scales.scores(), Part.SHIFT, ""));
    }
    boolean summed = lens.last().compareTo(Part.SUM) >= 0;
    lines.add(
        new Line(
            "exp",
            exponentials,
            sequential(exponentials),
            Part.EXP,
            summed ? "sum " + Numbers.text(sum) : ""));
    lines.add(
        new Line(
            "÷ sum", frame.pass().weights()[query], scales.weights(), Part.DIVIDE, total(query)));
    draw(lens, lines);
  }

  /// What the weights sum to.
  private String total(int query) {
    return switch (SoftmaxTrouble.of(frame, query)) {
      case NONE -> "sums to 1";
      case INFINITE_SUM -> "sums to 0";
      case OVERFLOW, UNDERFLOW -> "NaN";
    };
  }

  private static ColourScale sequential(double[] values) {
    double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    return new ColourScale(ColourMap.CIVIDIS, new LinearScale(0, most > 0 ? most : 1));
  }

  private void draw(Lens lens, List<Line> lines) {
    var palette = scene.look().palette();
    double gap = scene.px(3);
    double height = Math.min(scene.px(26), (layout.lens().height() + gap) / lines.size() - gap);
    double y = layout.lens().y();
    for (var line : lines) {
      boolean reached = line.name().equals("scores") || line.part().compareTo(lens.last()) <= 0;
      var part = layout.values().part();
      var grid =
          new CellGrid(
              new Box(layout.lens().x(), y, layout.lens().width(), height),
              1,
              line.values().length,
              new Box(part.x(), 0, part.width(), 1));
      int known = reached ? Integer.MAX_VALUE : 0;
      new MatrixMark(new double[][] {line.values()}, line.scale(), known, mask(line, lens))
          .draw(scene.surface(), grid, scene.look());
      Frames.around(scene, grid);
      var face = reached && line.part() == lens.last() ? Type.Face.BOLD : Type.Face.REGULAR;
      double baseline = y + height / 2 + scene.px(4.3);
      var name =
          new Type(face, scene.px(12), reached ? palette.text() : palette.muted())
              .aligned(Type.Align.RIGHT);
      var note = reached ? line.note() : "";
      // Above the middle other names stand at the right.
      boolean besideName = layout.turns() && !note.isEmpty() && line.part() != Part.DIVIDE;
      var words = besideName ? line.name() + ", " + note : line.name();
      double right = layout.lens().x() - scene.px(8);
      double room = right - layout.heading().x();
      double share = room / scene.surface().textWidth(words, name);
      if (share < SMALLEST) {
        words = line.name();
        share = room / scene.surface().textWidth(words, name);
      }
      scene.surface().text(words, right, baseline, name.sized(Math.min(1, share)));
      if (!note.isEmpty() && !layout.turns()) {
        double x = layout.lens().right() + scene.px(8);
        scene.text(note, x, baseline, 12, Type.Face.MONO, palette.text());
      }
      if (reached) {
        scene.hits().add(hits(grid, lens.query(), line));
        light(grid, lens.query(), line);
      }
      y += height + gap;
    }
  }

  /// Which cells of a line are hidden: weights of keys that come after the query.
  private MatrixMark.Mask mask(Line line, Lens lens) {
    return line.part() == Part.DIVIDE && HeadPainter.masked(frame).equals(MatrixMark.Mask.CAUSAL)
        ? new MatrixMark.Mask(lens.query() + 1)
        : MatrixMark.Mask.NONE;
  }

  private CellHits hits(CellGrid grid, int query, Line line) {
    return new CellHits(
        grid,
        Integer.MAX_VALUE,
        cell ->
            new Spot(
                scene.wrapping().apply(new OfPart(query, cell.column(), line.part())),
                line.name() + " " + CellText.of(line.values()[cell.column()])),
        element -> scene.unwrapping().apply(element).flatMap(own -> cell(own, query, line)));
  }

  private static Optional<CellGrid.Cell> cell(MatrixElement element, int query, Line line) {
    return element instanceof OfPart(int of, int key, var part)
            && of == query
            && part == line.part()
        ? Optional.of(new CellGrid.Cell(0, key))
        : Optional.empty();
  }

  /// Frames the numbers of a line that another came from, and the one that is explained.
  private void light(CellGrid grid, int query, Line line) {
    var palette = scene.look().palette();
    for (var element : scene.lit()) {
      cell(element, query, line)
          .ifPresent(at ->
              HeadEmphasis.around(
                  scene, grid, grid.cell(0, at.column()), palette.category(1), 2.5));
    }
    scene
        .picked()
        .flatMap(element -> cell(element, query, line))
        .ifPresent(
            at -> HeadEmphasis.around(scene, grid, grid.cell(0, at.column()), palette.text(), 2.5));
  }
}
