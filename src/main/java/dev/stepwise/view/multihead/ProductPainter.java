package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.multihead.Focus.Stage;
import dev.stepwise.compute.multihead.MixFocus.TokenMixed;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.ProjectFocus.Projected;
import dev.stepwise.compute.multihead.ProjectFocus.Projecting;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.GridNames;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.matrices.ColourBars;
import dev.stepwise.view.matrices.Equations;
import dev.stepwise.view.matrices.Equations.Equation;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.ProductLayout;
import dev.stepwise.view.matrices.Scene;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;

/// Draws products of full width: the left matrix, the right ones above, the results where rows meet
/// columns. The columns of each head have its colour, and those of the tracked number's head are
/// framed: X · W_q = Q, and likewise K and V, before the heads; joined · W_o = output after them.
final class ProductPainter {
  /// A matrix, and what comes of it.
  private record Product(Whole right, Whole result) {}

  private static final List<Product> PROJECTIONS =
      List.of(
          new Product(Whole.W_Q, Whole.Q),
          new Product(Whole.W_K, Whole.K),
          new Product(Whole.W_V, Whole.V));
  private static final List<Product> MIXING = List.of(new Product(Whole.W_O, Whole.OUTPUT));

  private final Sheet<MultiHeadFrame> sheet;
  private final Pen pen;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final WholeScales scales;
  private final KeptPixels pixels;
  private final boolean mixing;
  private final Whole left;
  private final GridNames names;
  private final Map<Whole, CellGrid> grids = new EnumMap<>(Whole.class);

  ProductPainter(Sheet<MultiHeadFrame> sheet, WholeScales scales, KeptPixels pixels) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = sheet.frame();
    this.problem = frame.problem();
    this.scales = scales;
    this.pixels = pixels;
    this.mixing = frame.reaches(Stage.MIX);
    this.left = mixing ? Whole.JOINED : Whole.X;
    var tracked = frame.pass().tracked();
    int followed = mixing ? tracked.joinedPlace(problem)[0] : tracked.row();
    this.names =
        GridNames.of(mixing ? RowNames.joined(problem) : RowNames.whole(problem))
            .strong(row ->
                frame.focus() instanceof TokenMixed(int token) ? row == token : row == followed);
  }

  void paint(Box area) {
    var products = mixing ? MIXING : PROJECTIONS;
    equation().write(pen, area);
    layOut(pen.below(area), products);
    matrix(left);
    names.rows(sheet.spots(), grid(left), grid(left).box().x());
    if (mixing) {
      slices(left);
    } else {
      products.forEach(product -> {
        slices(product.right());
        slices(product.result());
      });
    }
    for (var product : products) {
      matrix(product.right());
      matrix(product.result());
    }
    if (!mixing) {
      slice(grid(Whole.W_Q));
      slice(grid(Whole.Q));
    }
    emphasise();
  }

  private CellGrid grid(Whole name) {
    return Objects.requireNonNull(grids.get(name));
  }

  /// Paler where the step is about another projection.
  private void matrix(Whole name) {
    var scale = scales.of(name);
    boolean aside =
        frame.focus() instanceof Projecting(var inner)
            && !(inner.focus() instanceof ProjectionFocus.Projected)
            && name != left
            && name != Whole.named(inner.focus().tensor().variable())
            && name != Whole.named(inner.focus().tensor().maker().variable());
    new WholePanel(sheet, name, pixels)
        .draw(grid(name), aside ? Scene.aside(scale, sheet.palette()) : scale);
  }

  private void slices(Whole name) {
    HeadColours.slices(pen, grid(name).box(), problem.heads());
  }

  private void layOut(Box area, List<Product> products) {
    int d = problem.modelWidth();
    var layout =
        ProductLayout.of(
            pen,
            area,
            names.width(pen),
            problem.length(),
            d,
            Collections.nCopies(products.size(), d));
    grids.put(left, layout.left());
    for (int i = 0; i < products.size(); i++) {
      grids.put(products.get(i).right(), layout.rights().get(i));
      grids.put(products.get(i).result(), layout.results().get(i));
    }
    layout.bars().ifPresent(this::bars);
  }

  private void bars(Box box) {
    if (mixing) {
      ColourBars.draw(
          pen,
          box,
          new ColourBar(scales.mixer(), "W_o"),
          new ColourBar(scales.results(), "joined"));
    } else {
      ColourBars.draw(
          pen,
          box,
          new ColourBar(scales.makers(), "W"),
          new ColourBar(scales.projections(), "X, Q, K, V"));
    }
  }

  private Equation equation() {
    if (frame.focus() instanceof Projecting(var inner)) {
      return Equations.of(inner);
    }
    int n = problem.length();
    int d = problem.modelWidth();
    var shapes = "%d×%d · %d×%d → %d×%d".formatted(n, d, d, d, n, d);
    if (!mixing) {
      return new Equation("Q, K, V = X · W, for all heads at once", shapes + " three times");
    }
    boolean mistaken = problem.mistake().changes(frame);
    return new Equation(mistaken ? "output" : "output = joined · W_o", shapes);
  }

  /// The columns of the tracked number's head.
  private void slice(CellGrid grid) {
    int head = frame.pass().tracked().rightPlace(problem).head();
    double from = grid.left(head * problem.headWidth());
    double to = grid.left((head + 1) * problem.headWidth());
    var box = new Box(from, grid.box().y(), to - from, grid.box().height());
    around(grid, box, HeadColours.of(sheet.palette(), head), Space.LINE);
  }

  private void emphasise() {
    var accent = sheet.palette().accent();
    switch (frame.focus()) {
      case Projected _ -> {
        var tracked = frame.pass().tracked();
        cell(Whole.Q, tracked.row(), tracked.column(), sheet.palette().text());
      }
      case TokenMixed(int token) -> {
        around(grid(left), grid(left).row(token), accent, Space.LINE);
        around(grid(Whole.OUTPUT), grid(Whole.OUTPUT).row(token), accent, Space.LINE);
      }
      case Projecting(var inner) -> projecting(inner, accent);
      default -> {}
    }
    sheet
        .shown()
        .pointed()
        .ifPresent(element -> {
          if (element instanceof OfWhole(var matrix, int row, int column)) {
            cross(matrix, row, column, sheet.palette().text(), Space.HAIR);
          }
        });
  }

  private void projecting(AttentionFrame step, Color accent) {
    switch (step.focus()) {
      case ProjectionFocus.CellProjected(var tensor, int row, int column) ->
          cross(Whole.named(tensor.variable()), row, column, accent, Space.LINE);
      case ProjectionFocus.TermProjected(var tensor, int row, int column, int term) -> {
        cross(Whole.named(tensor.variable()), row, column, accent, Space.LINE);
        cell(Whole.X, row, term, accent);
        cell(Whole.named(tensor.maker().variable()), term, column, accent);
      }
      default -> {}
    }
  }

  /// The row and the column that make a cell of a result.
  private void cross(Whole result, int row, int column, Color colour, Space width) {
    for (var product : mixing ? MIXING : PROJECTIONS) {
      if (product.result() == result) {
        around(grid(left), grid(left).row(row), colour, width);
        around(grid(product.right()), grid(product.right()).column(column), colour, width);
        cell(result, row, column, colour);
      }
    }
  }

  private void cell(Whole name, int row, int column, Color colour) {
    around(grid(name), grid(name).cell(row, column), colour, Space.LINE);
  }

  private void around(CellGrid grid, Box part, Color colour, Space width) {
    pen.around(grid, part, colour, width);
  }
}
