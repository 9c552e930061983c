package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfTensor;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws the projection: X at the left, W_q, W_k and W_v above, Q, K and V where X's rows meet
/// their columns. A cell is the product of the row at its left and the column above it.
public final class ProjectionPainter {
  private static final List<Tensor> RESULTS = List.of(Tensor.Q, Tensor.K, Tensor.V);

  private final Scene scene;
  private final Pen pen;
  private final AttentionFrame frame;
  private final HeadScales scales;
  private final KeptPixels pixels;
  private final Map<Tensor, CellGrid> grids = new EnumMap<>(Tensor.class);

  /// For a step in a scene.
  ///
  /// @param scales of the frame
  /// @param pixels of earlier drawings
  public ProjectionPainter(
      Scene scene, AttentionFrame frame, HeadScales scales, KeptPixels pixels) {
    this.scene = scene;
    this.pen = scene.pen();
    this.frame = frame;
    this.scales = scales;
    this.pixels = pixels;
  }

  /// Draws it.
  ///
  /// @param before the frame that the picture moves away from, if it moves
  public void paint(Box area, Optional<AttentionFrame> before) {
    Equations.of(frame).write(pen, area);
    var names = scene.tokens(frame).strong(row -> scene.pinnedToken().equals(Optional.of(row)));
    var problem = frame.problem();
    var layout =
        ProductLayout.of(
            pen,
            pen.below(area),
            names.width(pen),
            problem.length(),
            problem.modelWidth(),
            Collections.nCopies(RESULTS.size(), problem.keyWidth()));
    grids.put(Tensor.X, layout.left());
    for (int i = 0; i < RESULTS.size(); i++) {
      grids.put(RESULTS.get(i).maker(), layout.rights().get(i));
      grids.put(RESULTS.get(i), layout.results().get(i));
    }
    grids.forEach((tensor, grid) -> matrix(tensor, grid, before));
    names.rows(scene.spots(), layout.left(), layout.left().box().x());
    layout
        .bars()
        .ifPresent(box ->
            ColourBars.draw(
                pen,
                box,
                new ColourBar(scales.makers(), "W"),
                new ColourBar(scales.values(), "X, Q, K, V")));
    emphasise();
  }

  private void matrix(Tensor tensor, CellGrid grid, Optional<AttentionFrame> before) {
    var colours = scales.of(tensor);
    var scale = isAside(tensor) ? Scene.aside(colours, scene.palette()) : colours;
    double progress = scene.sheet().shown().progress();
    var earlier = progress < 1 ? before : Optional.<AttentionFrame>empty();
    earlier.ifPresent(from -> pixels.draw(pen, grid, mark(tensor, scale, from)));
    var mark = mark(tensor, scale, frame);
    pen.surface().faded(earlier.isPresent() ? progress : 1, () -> pixels.draw(pen, grid, mark));
    var shape = mark.values().length + "×" + mark.values()[0].length;
    MatrixPanel.of(tensor.variable(), mark)
        .noted(shape)
        .brief(pen, grid.box().width() + pen.px(Space.GAP))
        .asked(scene.cells(tensor, mark))
        .surround(scene.spots(), grid);
    double name = pen.px(Space.WIDE);
    var above = new Box(grid.box().x(), grid.box().y() - name, grid.box().width(), name);
    scene.add(new OfTensor(tensor), above, tensor.variable() + ", " + shape);
  }

  private static MatrixMark mark(Tensor tensor, ColourScale scale, AttentionFrame of) {
    return new MatrixMark(of.values(tensor), scale, of.known(tensor));
  }

  /// Whether the step is about another projection.
  private boolean isAside(Tensor tensor) {
    if (tensor == Tensor.X || frame.focus() instanceof ProjectionFocus.Projected) {
      return false;
    }
    var current = frame.focus().tensor();
    return tensor != current && tensor != current.maker();
  }

  private void emphasise() {
    var palette = scene.palette();
    scene.pinnedToken().ifPresent(this::pin);
    scene
        .pointed()
        .ifPresent(element -> {
          if (element instanceof OfCell(var tensor, int row, int column)) {
            cross(tensor, row, column, Pen.faded(palette.text(), 0.6), Space.HAIR);
          }
        });
    switch (frame.focus()) {
      case ProjectionFocus.CellProjected(var matrix, int row, int column) ->
          cross(matrix, row, column, palette.accent(), Space.LINE);
      case ProjectionFocus.TermProjected(var matrix, int row, int column, int term) -> {
        cross(matrix, row, column, palette.accent(), Space.LINE);
        cell(Tensor.X, row, term, palette.accent());
        cell(matrix.maker(), term, column, palette.accent());
      }
      default -> {}
    }
  }

  private void pin(int token) {
    for (var tensor : List.of(Tensor.X, Tensor.Q, Tensor.K, Tensor.V)) {
      var grid = grid(tensor);
      if (token < grid.rows()) {
        pen.around(grid, grid.row(token), scene.palette().category(3), Space.LINE);
      }
    }
  }

  private CellGrid grid(Tensor tensor) {
    return Objects.requireNonNull(grids.get(tensor));
  }

  /// The row of X and the column of the matrix that make a cell.
  private void cross(Tensor tensor, int row, int column, Color colour, Space width) {
    if (tensor.isProjection()) {
      pen.around(grid(Tensor.X), grid(Tensor.X).row(row), colour, width);
      pen.around(grid(tensor.maker()), grid(tensor.maker()).column(column), colour, width);
      cell(tensor, row, column, colour);
    }
  }

  private void cell(Tensor tensor, int row, int column, Color colour) {
    pen.around(grid(tensor), grid(tensor).cell(row, column), colour, Space.LINE);
  }
}
