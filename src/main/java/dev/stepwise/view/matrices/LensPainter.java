package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.SoftmaxTrouble;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Spot;
import dev.stepwise.view.matrices.HeadEmphasis.Lens;
import dev.stepwise.view.matrices.MatrixElement.OfPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Draws the way of one row through softmax below its columns: scores, shifted, exponentials,
/// weights, each line with the number that the next one needs.
final class LensPainter {
  /// How high a line is at most.
  private static final double LINE = 26;

  private final Scene scene;
  private final Pen pen;
  private final HeadLayout layout;
  private final AttentionFrame frame;
  private final HeadScales scales;

  LensPainter(Scene scene, HeadLayout layout, AttentionFrame frame, HeadScales scales) {
    this.scene = scene;
    this.pen = scene.pen();
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
    var room = layout.lens();
    double gap = pen.px(Space.LINE);
    double height = Math.min(pen.px(LINE), (room.height() + gap) / lines.size() - gap);
    var columns = new Box(layout.keys().part().x(), 0, layout.keys().part().width(), 1);
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var box = new Box(room.x(), room.y() + i * (height + gap), room.width(), height);
      var grid = new CellGrid(box, 1, line.values().length, columns);
      boolean reached = line.name().equals("scores") || line.part().compareTo(lens.last()) <= 0;
      int known = reached ? Integer.MAX_VALUE : 0;
      var mark =
          new MatrixMark(
              new double[][] {line.values()}, line.scale(), known, mask(line, lens.query()));
      MatrixPanel.of("", mark).asked(cells(lens.query(), line)).draw(scene.spots(), grid);
      words(line, box, reached, line.part() == lens.last());
    }
  }

  /// The name of a line at its left, and the number at its end, at its right or beside the name.
  private void words(Line line, Box box, boolean reached, boolean current) {
    var body = pen.type(Role.BODY).right();
    var type = !reached ? body.coloured(pen.palette().muted()) : current ? body.bold() : body;
    double from = layout.heading().x();
    var left = new Box(from, box.y(), box.x() - pen.px(Space.SMALL) - from, box.height());
    var note = reached ? line.note() : "";
    // Above the middle other names stand at the right.
    boolean besideName = layout.turns() && !note.isEmpty() && line.part() != Part.DIVIDE;
    var words = besideName ? line.name() + ", " + note : line.name();
    pen.write(pen.brief(left.width(), type, words, line.name()), left, type);
    if (!layout.turns()) {
      double x = box.right() + pen.px(Space.SMALL);
      pen.write(note, x, box.centreY() + type.drop(), pen.type(Role.VALUE));
    }
  }

  /// Which cells of a line are hidden: weights of keys that come after the query.
  private MatrixMark.Mask mask(Line line, int query) {
    return line.part() == Part.DIVIDE && HeadPainter.masked(frame).equals(MatrixMark.Mask.CAUSAL)
        ? new MatrixMark.Mask(query + 1)
        : MatrixMark.Mask.NONE;
  }

  private MatrixPanel.Cells cells(int query, Line line) {
    return new MatrixPanel.Cells(
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
}
