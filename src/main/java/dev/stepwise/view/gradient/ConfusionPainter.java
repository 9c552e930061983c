package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Evaluation;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.MatrixPanel.Cells;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Spot;
import dev.stepwise.view.gradient.GradientElement.OfConfusion;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Draws how often each class is taken for each other one.
///
/// @param scene the step
record ConfusionPainter(NetworkScene scene) {
  /// The line that says what rows and columns are.
  private static final double NOTE = 20;

  void paint(Box area) {
    var pen = scene.pen();
    var problem = scene.frame().problem();
    var data = problem.data();
    int[] samples = scene.holdsOut() ? data.held() : data.training();
    var part = scene.holdsOut() ? "held-out" : "training";
    pen.heading(area, "Confusion", "%d %s samples".formatted(samples.length, part), part);
    var counts = Evaluation.of(problem, samples, scene.frame().moment().parameters()).confusion();
    var panel = panel(counts);
    var spots = scene.sheet().spots();
    var below = pen.below(area);
    var note = pen.type(Role.NOTE);
    var answer = data.names().answer("class");
    pen.write("%s ↓  taken for →".formatted(answer), below.x(), below.y() + note.size(), note);
    var grid = panel.grid(spots, pen.speaks() ? below.inset(pen.px(NOTE), 0, 0, 0) : below);
    panel.draw(spots, grid);
  }

  private static MatrixPanel panel(int[][] counts) {
    double[][] values =
        Arrays.stream(counts)
            .map(row -> Arrays.stream(row).asDoubleStream().toArray())
            .toArray(double[][]::new);
    double most = Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(1);
    var scale = new ColourScale(ColourMap.CIVIDIS, new LinearScale(0, Math.max(1, most)));
    var names = IntStream.range(0, counts.length).mapToObj(Integer::toString).toList();
    return MatrixPanel.of("", new MatrixMark(values, scale))
        .named(names, names)
        .asked(
            new Cells(
                cell -> spot(cell, counts[cell.row()][cell.column()]),
                element ->
                    element instanceof OfConfusion(int label, int taken)
                        ? Optional.of(new Cell(label, taken))
                        : Optional.empty()));
  }

  private static Spot spot(Cell cell, int count) {
    return new Spot(
        new OfConfusion(cell.row(), cell.column()),
        "class %d taken for %d: %d".formatted(cell.row(), cell.column(), count));
  }
}
