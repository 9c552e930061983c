package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellHits;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.GridLabels;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Spot;
import dev.stepwise.draw.Type;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfTensor;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
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
  private static final double GAP = 14;
  private static final double BETWEEN = 20;
  private static final double LARGEST_CELL = 52;
  private static final double STRETCH = 1.5;

  private final Scene scene;
  private final AttentionFrame frame;
  private final HeadScales scales;
  private final KeptPixels pixels;
  private final Map<Tensor, CellGrid> grids = new EnumMap<>(Tensor.class);
  private double labels;
  private Box bar = new Box(0, 0, 0, 0);
  private Box heading = new Box(0, 0, 0, 0);

  /// For a step in a scene.
  ///
  /// @param scales of the frame
  /// @param pixels of earlier drawings
  public ProjectionPainter(
      Scene scene, AttentionFrame frame, HeadScales scales, KeptPixels pixels) {
    this.scene = scene;
    this.frame = frame;
    this.scales = scales;
    this.pixels = pixels;
  }

  /// Draws it.
  ///
  /// @param before the frame that the picture moves away from, if it moves
  /// @param progress how far it has moved, 0 to 1
  public void paint(Box area, Optional<AttentionFrame> before, double progress) {
    layOut(area);
    var current = current();
    grids.forEach((tensor, grid) -> {
      boolean aside =
          current.isPresent()
              && tensor != Tensor.X
              && tensor != current.get()
              && tensor != current.get().maker();
      var scale = aside ? Scene.aside(scales.of(tensor), scene.look()) : scales.of(tensor);
      draw(tensor, scale, grid, before, progress);
      Frames.around(scene, grid);
      scene.hits().add(hits(tensor, grid));
    });
    if (scene.speaks()) {
      heading();
      names(current);
      labels();
      if (bar.width() > 0) {
        new ColourBar(scales.makers(), "W").draw(scene.surface(), upper(), scene.look());
        new ColourBar(scales.values(), "X, Q, K, V").draw(scene.surface(), lower(), scene.look());
      }
    }
    emphasise();
  }

  private Box upper() {
    return new Box(bar.x(), bar.y(), bar.width(), bar.height() / 2 - scene.px(8));
  }

  private Box lower() {
    double top = bar.centreY() + scene.px(8);
    return new Box(bar.x(), top, bar.width(), bar.bottom() - top);
  }

  private void layOut(Box area) {
    int n = frame.problem().length();
    int model = frame.problem().modelWidth();
    int width = frame.problem().keyWidth();
    boolean extras = scene.speaks() && area.width() >= scene.px(540);
    double gap = scene.speaks() ? scene.px(GAP) : 3;
    double left =
        scene.speaks()
            ? GridLabels.width(scene.surface(), Words.labels(frame.problem()), scene.look())
            : 0;
    double bars = extras ? ColourBar.width(scene.look()) + gap : 0;
    double across = area.width() - left - bars - 3 * gap;
    double head = scene.speaks() ? scene.px(26) : 0;
    double names = scene.speaks() ? scene.px(34) : 0;
    double between = scene.speaks() ? scene.px(BETWEEN) : 3;
    double down = area.height() - head - names - between - (scene.speaks() ? scene.px(4) : 0);
    double cellHeight = Math.min(scene.px(LARGEST_CELL) * 0.7, down / (n + model));
    double cellWidth =
        Math.min(
            Math.min(scene.px(LARGEST_CELL), across / (model + 3.0 * width)),
            Math.max(cellHeight * STRETCH, across / (model + 3.0 * width) * 0.5));
    double total = left + (model + 3 * width) * cellWidth + 3 * gap + bars;
    double x = area.x() + Math.max(0, (area.width() - total) / 2) + left;
    double tall = head + names + (n + model) * cellHeight + between;
    double y = area.y() + Math.max(0, (area.height() - tall) / 3) + head + names;
    labels = x;
    heading = new Box(area.x(), y - names - head, area.width(), head);
    double top = y;
    double rows = y + model * cellHeight + between;
    grids.put(
        Tensor.X, new CellGrid(new Box(x, rows, model * cellWidth, n * cellHeight), n, model));
    double at = x + model * cellWidth + gap;
    for (var result : RESULTS) {
      var maker = Objects.requireNonNull(result.maker());
      grids.put(
          maker,
          new CellGrid(new Box(at, top, width * cellWidth, model * cellHeight), model, width));
      grids.put(
          result, new CellGrid(new Box(at, rows, width * cellWidth, n * cellHeight), n, width));
      at += width * cellWidth + gap;
    }
    if (extras) {
      bar = new Box(at, top, ColourBar.width(scene.look()), rows + n * cellHeight - top);
    }
  }

  private Optional<Tensor> current() {
    return frame.focus() instanceof ProjectionFocus.Projected
        ? Optional.empty()
        : Optional.of(frame.focus().tensor());
  }

  private void draw(
      Tensor tensor,
      ColourScale scale,
      CellGrid grid,
      Optional<AttentionFrame> before,
      double progress) {
    boolean moves = progress < 1 && before.isPresent();
    if (moves) {
      pixels.draw(scene.surface(), scene.look(), grid, mark(tensor, scale, before.get()));
    }
    scene
        .surface()
        .faded(
            moves ? progress : 1,
            () -> pixels.draw(scene.surface(), scene.look(), grid, mark(tensor, scale, frame)));
  }

  private MatrixMark mark(Tensor tensor, ColourScale scale, AttentionFrame of) {
    return new MatrixMark(of.values(tensor), scale, of.known(tensor));
  }

  private CellHits hits(Tensor tensor, CellGrid grid) {
    double[][] values = frame.values(tensor);
    return new CellHits(
        grid,
        frame.known(tensor),
        cell ->
            new Spot(
                scene.wrapping().apply(new OfCell(tensor, cell.row(), cell.column())),
                "%s[%d, %d] = %s"
                    .formatted(
                        tensor.variable(),
                        cell.row(),
                        cell.column(),
                        CellText.of(values[cell.row()][cell.column()]))),
        element ->
            scene
                .unwrapping()
                .apply(element)
                .flatMap(own ->
                    own instanceof OfCell(var of, int row, int column) && of == tensor
                        ? Optional.of(new Cell(row, column))
                        : Optional.empty()));
  }

  private void heading() {
    var equation = Equations.of(frame);
    var palette = scene.look().palette();
    double baseline = heading.y() + scene.px(14);
    var bold = new Type(Type.Face.BOLD, scene.px(14.5), palette.text());
    var mono = new Type(Type.Face.MONO, scene.px(12.5), palette.muted());
    scene.surface().text(equation.text(), heading.x(), baseline, bold);
    double after = heading.x() + scene.surface().textWidth(equation.text(), bold) + scene.px(16);
    if (after + scene.surface().textWidth(equation.shapes(), mono) <= heading.right()) {
      scene.surface().text(equation.shapes(), after, baseline, mono);
    }
  }

  private void names(Optional<Tensor> current) {
    var palette = scene.look().palette();
    for (var tensor : List.of(Tensor.W_Q, Tensor.W_K, Tensor.W_V, Tensor.X)) {
      var box = Objects.requireNonNull(grids.get(tensor)).box();
      double room = box.width() + scene.px(GAP);
      double bottom = box.y() - scene.px(6);
      double[][] values = frame.values(tensor);
      var shape = values.length + "×" + values[0].length;
      scene.centred(
          name(tensor),
          box.centreX(),
          bottom - scene.px(15),
          13,
          Type.Face.BOLD,
          palette.text(),
          room);
      scene.centred(shape, box.centreX(), bottom, 11.5, Type.Face.MONO, palette.muted(), room);
      scene.hit(
          new OfTensor(tensor),
          new Box(box.x(), bottom - scene.px(28), box.width(), scene.px(32)),
          tensor.variable() + ", " + shape);
    }
    for (var tensor : RESULTS) {
      var box = Objects.requireNonNull(grids.get(tensor)).box();
      boolean strong = current.isEmpty() || current.get() == tensor;
      var bold = new Type(Type.Face.BOLD, scene.px(13), strong ? palette.text() : palette.muted());
      var mono = new Type(Type.Face.MONO, scene.px(11.5), palette.muted());
      double[][] values = frame.values(tensor);
      var shape = values.length + "×" + values[0].length;
      double name = scene.surface().textWidth(tensor.symbol(), bold) + scene.px(6);
      double both = name + scene.surface().textWidth(shape, mono);
      double baseline = box.y() - scene.px(5);
      if (both > box.width() + scene.px(GAP)) {
        scene
            .surface()
            .text(tensor.symbol(), box.centreX(), baseline, bold.aligned(Type.Align.CENTRE));
      } else {
        scene.surface().text(tensor.symbol(), box.centreX() - both / 2, baseline, bold);
        scene.surface().text(shape, box.centreX() - both / 2 + name, baseline, mono);
      }
    }
  }

  private static String name(Tensor tensor) {
    return switch (tensor) {
      case W_Q -> "W_q";
      case W_K -> "W_k";
      case W_V -> "W_v";
      default -> tensor.symbol();
    };
  }

  private void labels() {
    var tokens = Words.labels(frame.problem());
    var x = Objects.requireNonNull(grids.get(Tensor.X));
    GridLabels.rows(
        scene.surface(),
        x,
        scene.look(),
        labels,
        row -> {
          var box = x.row(row);
          scene.hit(
              new OfToken(row),
              new Box(labels - scene.px(70), box.y(), scene.px(66), box.height()),
              "token " + tokens.get(row) + ": click to pin");
          return label(
              tokens.get(row), x.cellHeight(), scene.pinnedToken().equals(Optional.of(row)));
        });
  }

  private GridLabels.Label label(String token, double pitch, boolean strong) {
    Look look = scene.look();
    var colour = strong ? look.palette().accent() : look.palette().text();
    var face = strong ? Type.Face.BOLD : Type.Face.REGULAR;
    return new GridLabels.Label(token, new Type(face, GridLabels.size(pitch, look), colour));
  }

  private void emphasise() {
    var palette = scene.look().palette();
    scene.pinnedToken().ifPresent(this::pin);
    scene
        .pointed()
        .ifPresent(element -> {
          if (element instanceof OfCell(var tensor, int row, int column)) {
            cross(tensor, row, column, palette.text().deriveColor(0, 1, 1, 0.6), 1);
          }
        });
    switch (frame.focus()) {
      case ProjectionFocus.CellProjected(var matrix, int row, int column) ->
          cross(matrix, row, column, palette.accent(), 2);
      case ProjectionFocus.TermProjected(var matrix, int row, int column, int term) -> {
        cross(matrix, row, column, palette.accent(), 2);
        cell(Tensor.X, row, term, palette.accent(), 3);
        cell(matrix.maker(), term, column, palette.accent(), 3);
      }
      default -> {}
    }
    for (var element : scene.lit()) {
      if (element instanceof OfCell(var tensor, int row, int column)) {
        cell(tensor, row, column, palette.category(1), 2.5);
      }
    }
    scene
        .picked()
        .ifPresent(element -> {
          if (element instanceof OfCell(var tensor, int row, int column)) {
            cell(tensor, row, column, palette.text(), 2.5);
          }
        });
  }

  private void pin(int token) {
    for (var tensor : List.of(Tensor.X, Tensor.Q, Tensor.K, Tensor.V)) {
      var grid = Objects.requireNonNull(grids.get(tensor));
      if (token < grid.rows()) {
        HeadEmphasis.around(scene, grid, grid.row(token), scene.look().palette().category(3), 2);
      }
    }
  }

  /// The row of X and the column of the matrix that make a cell.
  private void cross(Tensor tensor, int row, int column, Color colour, double width) {
    if (tensor.isProjection()) {
      var x = Objects.requireNonNull(grids.get(Tensor.X));
      var w = Objects.requireNonNull(grids.get(tensor.maker()));
      HeadEmphasis.around(scene, x, x.row(row), colour, width);
      HeadEmphasis.around(scene, w, w.column(column), colour, width);
    }
    cell(tensor, row, column, colour, width + 1);
  }

  private void cell(Tensor tensor, int row, int column, Color colour, double width) {
    var grid = grids.get(tensor);
    if (grid != null) {
      HeadEmphasis.around(scene, grid, grid.cell(row, column), colour, width);
    }
  }
}
