package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.Focus.Stage;
import dev.stepwise.compute.multihead.MixFocus.TokenMixed;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.multihead.SplitFocus.Projected;
import dev.stepwise.compute.multihead.SplitFocus.Projecting;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellHits;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.GridLabels;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Spot;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.matrices.Equations;
import dev.stepwise.view.matrices.KeptPixels;
import dev.stepwise.view.matrices.Scene;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws products of full width: the left matrix, the right ones above, the results where rows meet
/// columns. The columns of each head have its colour, and those of the tracked number's head are
/// framed: X · W_q = Q, and likewise K and V, before the heads; joined · W_o = output after them.
final class ProductPainter {

  private final Surface surface;
  private final Shown<MultiHeadFrame> shown;
  private final MultiHeadFrame frame;
  private final MultiHeadProblem problem;
  private final Look look;
  private final Palette palette;
  private final WholeScales scales;
  private final KeptPixels pixels;
  private final Map<Whole, CellGrid> grids = new EnumMap<>(Whole.class);

  ProductPainter(
      Surface surface, Shown<MultiHeadFrame> shown, WholeScales scales, KeptPixels pixels) {
    this.surface = surface;
    this.shown = shown;
    this.frame = shown.step().frame();
    this.problem = frame.problem();
    this.look = shown.look();
    this.palette = look.palette();
    this.scales = scales;
    this.pixels = pixels;
  }

  /// A matrix, and what comes of it.
  private record Product(Whole right, Whole result) {}

  private static final List<Product> PROJECTIONS =
      List.of(
          new Product(Whole.W_Q, Whole.Q),
          new Product(Whole.W_K, Whole.K),
          new Product(Whole.W_V, Whole.V));
  private static final List<Product> MIXING = List.of(new Product(Whole.W_O, Whole.OUTPUT));

  private boolean isMixing() {
    return frame.reaches(Stage.MIX);
  }

  void paint(Box area) {
    var left = isMixing() ? Whole.JOINED : Whole.X;
    var products = isMixing() ? MIXING : PROJECTIONS;
    layOut(area, left, products);
    heading(area);
    var leftGrid = grid(left);
    matrix(left, colours(left, false));
    title(left, leftGrid.box(), look.px(isMixing() ? 12 : 6));
    tokens(leftGrid);
    if (isMixing()) {
      slices(leftGrid);
    }
    for (var product : products) {
      product(product);
    }
    emphasise(left);
  }

  private CellGrid grid(Whole name) {
    return Objects.requireNonNull(grids.get(name));
  }

  private void product(Product product) {
    var right = grid(product.right());
    var result = grid(product.result());
    boolean aside = isAside(product);
    matrix(product.right(), colours(product.right(), aside));
    matrix(product.result(), colours(product.result(), aside));
    if (!isMixing()) {
      slices(right);
      slices(result);
      if (product.result() == Whole.Q) {
        slice(right);
        slice(result);
      }
    }
    title(product.right(), right.box(), look.px(12));
    named(product.result(), result.box(), result.box().bottom() + look.px(15));
  }

  private void slices(CellGrid grid) {
    HeadColours.slices(surface, palette, grid.box(), problem.heads(), look.px(5));
  }

  /// The projection that the step is about; empty where it is about all.
  private Optional<Tensor> current() {
    return frame.focus() instanceof Projecting(var inner)
            && !(inner.focus() instanceof ProjectionFocus.Projected)
        ? Optional.of(inner.focus().tensor())
        : Optional.empty();
  }

  private boolean isAside(Product product) {
    return current()
        .filter(tensor -> Whole.named(tensor.variable()) != product.result())
        .isPresent();
  }

  private void layOut(Box area, Whole left, List<Product> products) {
    int n = problem.length();
    int d = problem.modelWidth();
    int blocks = products.size() + 1;
    double gap = look.px(18);
    double labels = GridLabels.width(surface, names(), look);
    double bars = area.width() >= look.px(540) ? ColourBar.width(look) + look.px(14) : 0;
    double head = look.px(30);
    double names = look.px(40);
    double foot = look.px(20);
    double across = area.width() - labels - gap * (blocks - 1) - bars;
    double down = area.height() - head - names - gap - foot;
    double width = Math.min(look.px(44), across / ((double) blocks * d));
    double height = Math.min(look.px(26), Math.max(down * 0.32 / n, down / (n + (double) d)));
    double topHeight = Math.min(d * Math.min(height, width * 1.2), down - n * height);
    double total = labels + blocks * d * width + gap * (blocks - 1) + bars;
    double x = area.x() + Math.max(0, (area.width() - total) / 2) + labels;
    double y = area.y() + head + names;
    double rowsTop = y + topHeight + gap;
    grids.put(left, new CellGrid(new Box(x, rowsTop, d * width, n * height), n, d));
    for (var product : products) {
      x += d * width + gap;
      grids.put(product.right(), new CellGrid(new Box(x, y, d * width, topHeight), d, d));
      grids.put(product.result(), new CellGrid(new Box(x, rowsTop, d * width, n * height), n, d));
    }
    if (bars > 0) {
      double at = x + d * width + look.px(14);
      bars(new Box(at, y, ColourBar.width(look), rowsTop + n * height - y));
    }
  }

  private void bars(Box box) {
    double half = box.height() / 2 - look.px(8);
    var upper = new Box(box.x(), box.y(), box.width(), half);
    var lower = new Box(box.x(), box.bottom() - half, box.width(), half);
    new ColourBar(isMixing() ? scales.mixer() : scales.makers(), isMixing() ? "W_o" : "W")
        .draw(surface, upper, look);
    new ColourBar(
            isMixing() ? scales.results() : scales.projections(),
            isMixing() ? "joined" : "X, Q, K, V")
        .draw(surface, lower, look);
  }

  private String mixing() {
    return problem.mistake().changes(frame) ? "output" : "output = joined · W_o";
  }

  private void heading(Box area) {
    int n = problem.length();
    int d = problem.modelWidth();
    var equation =
        frame.focus() instanceof Projecting(var inner)
            ? Equations.of(inner)
            : new Equations.Equation(
                isMixing() ? mixing() : "Q, K, V = X · W, for all heads at once",
                "%d×%d · %d×%d → %d×%d%s"
                    .formatted(n, d, d, d, n, d, isMixing() ? "" : " three times"));
    var bold = new Type(Type.Face.BOLD, look.px(14.5), palette.text());
    var mono = new Type(Type.Face.MONO, look.px(12.5), palette.muted());
    double baseline = area.y() + look.px(14);
    surface.text(equation.text(), area.x(), baseline, bold);
    double after = area.x() + surface.textWidth(equation.text(), bold) + look.px(16);
    if (after + surface.textWidth(equation.shapes(), mono) <= area.right()) {
      surface.text(equation.shapes(), after, baseline, mono);
    }
  }

  private ColourScale colours(Whole name, boolean aside) {
    return aside ? Scene.aside(scales.of(name), look) : scales.of(name);
  }

  private void matrix(Whole name, ColourScale scale) {
    var grid = grid(name);
    double[][] values = name.values(frame);
    int known = name.known(frame);
    pixels.draw(surface, look, grid, new MatrixMark(values, scale, known));
    surface.rectangle(grid.box().inset(-0.5), 0, Ink.stroked(palette.faint(), 1));
    shown
        .hits()
        .add(
            new CellHits(
                grid,
                known,
                cell ->
                    new Spot(
                        new OfWhole(name, cell.row(), cell.column()),
                        "%s[%d, %d] = %s"
                            .formatted(
                                name.variable(),
                                cell.row(),
                                cell.column(),
                                CellText.of(values[cell.row()][cell.column()]))),
                element ->
                    element instanceof OfWhole(var matrix, int row, int column) && matrix == name
                        ? Optional.of(new Cell(row, column))
                        : Optional.empty()));
  }

  private void title(Whole name, Box box, double above) {
    named(name, box, box.y() - above);
  }

  /// A name, and the shape beside it where there is room.
  private void named(Whole name, Box box, double baseline) {
    var bold = new Type(Type.Face.BOLD, look.px(13), palette.text());
    var mono = new Type(Type.Face.MONO, look.px(11.5), palette.muted());
    var values = name.values(frame);
    surface.text(name.variable(), box.x(), baseline, bold);
    double after = box.x() + surface.textWidth(name.variable(), bold) + look.px(8);
    var shape = values.length + "×" + values[0].length;
    if (after + surface.textWidth(shape, mono) <= box.right() + look.px(16)) {
      surface.text(shape, after, baseline, mono);
    }
  }

  private List<String> names() {
    return isMixing() ? RowNames.joined(problem) : RowNames.whole(problem);
  }

  private void tokens(CellGrid grid) {
    var tracked = frame.pass().tracked();
    int followed = isMixing() ? tracked.joinedPlace(problem)[0] : tracked.row();
    var names = names();
    GridLabels.rows(
        surface,
        grid,
        look,
        grid.box().x(),
        row -> {
          boolean strong =
              row == followed || (frame.focus() instanceof TokenMixed(int token) && token == row);
          var face = strong ? Type.Face.BOLD : Type.Face.REGULAR;
          double size = GridLabels.size(grid.cellHeight(), look);
          return new GridLabels.Label(names.get(row), new Type(face, size, palette.text()));
        });
  }

  /// The columns of the tracked number's head.
  private void slice(CellGrid grid) {
    var place = frame.pass().tracked().rightPlace(problem);
    double from = grid.left(place.head() * problem.headWidth());
    double to = grid.left((place.head() + 1) * problem.headWidth());
    var box = new Box(from, grid.box().y(), to - from, grid.box().height());
    surface.rectangle(
        box, look.px(2), Ink.stroked(HeadColours.of(palette, place.head()), look.px(2.5)));
  }

  private void emphasise(Whole left) {
    var focus = frame.focus();
    if (focus instanceof Projected) {
      var tracked = frame.pass().tracked();
      cell(Whole.Q, tracked.row(), tracked.column(), palette.text(), 2.5);
    }
    if (focus instanceof TokenMixed(int token)) {
      frame(grid(left), grid(left).row(token), palette.accent(), 2);
      frame(grid(Whole.OUTPUT), grid(Whole.OUTPUT).row(token), palette.accent(), 2);
    }
    if (focus instanceof Projecting(var inner)) {
      projecting(inner);
    }
    shown
        .pointed()
        .ifPresent(element -> {
          if (element instanceof OfWhole(var matrix, int row, int column)) {
            cross(matrix, row, column, palette.text(), 1);
          }
        });
    for (var element : shown.lit()) {
      if (element instanceof OfWhole(var matrix, int row, int column)) {
        cell(matrix, row, column, palette.category(1), 2);
      }
    }
    shown
        .picked()
        .ifPresent(element -> {
          if (element instanceof OfWhole(var matrix, int row, int column)) {
            cell(matrix, row, column, palette.text(), 2.5);
          }
        });
  }

  private void projecting(AttentionFrame step) {
    switch (step.focus()) {
      case ProjectionFocus.CellProjected(var tensor, int row, int column) ->
          cross(Whole.named(tensor.variable()), row, column, palette.accent(), 2);
      case ProjectionFocus.TermProjected(var tensor, int row, int column, int term) -> {
        cross(Whole.named(tensor.variable()), row, column, palette.accent(), 2);
        cell(Whole.X, row, term, palette.accent(), 3);
        cell(Whole.named(tensor.maker().variable()), term, column, palette.accent(), 3);
      }
      default -> {}
    }
  }

  /// The row and the column that make a cell of a result.
  private void cross(Whole result, int row, int column, Color colour, double width) {
    if (!grids.containsKey(result)) {
      return; // pointed at in another step's picture
    }
    var maker =
        switch (result) {
          case Q -> Optional.of(Whole.W_Q);
          case K -> Optional.of(Whole.W_K);
          case V -> Optional.of(Whole.W_V);
          case OUTPUT -> Optional.of(Whole.W_O);
          default -> Optional.<Whole>empty();
        };
    maker.ifPresent(right -> {
      var left = grid(result == Whole.OUTPUT ? Whole.JOINED : Whole.X);
      frame(left, left.row(row), colour, width);
      frame(grid(right), grid(right).column(column), colour, width);
    });
    cell(result, row, column, colour, width + 1);
  }

  private void cell(Whole name, int row, int column, Color colour, double width) {
    var grid = grids.get(name);
    if (grid != null) {
      frame(grid, grid.cell(row, column), colour, width);
    }
  }

  private void frame(CellGrid grid, Box part, Color colour, double width) {
    double least = look.px(5);
    var box =
        part.width() < least || part.height() < least
            ? new Box(
                part.centreX() - Math.max(least, part.width()) / 2,
                part.centreY() - Math.max(least, part.height()) / 2,
                Math.max(least, part.width()),
                Math.max(least, part.height()))
            : part;
    surface.clipped(
        grid.box().inset(-look.px(3)),
        () -> surface.rectangle(box, look.px(1.5), Ink.stroked(colour, look.px(width))));
  }
}
