package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.CellHits;
import dev.stepwise.draw.CellText;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.GridLabels;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.Spot;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Viewport;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfTensor;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import java.util.Optional;

/// Draws the matrices of a head from the scores to the output. Keeps the pixels of matrices and the
/// colour scales while they don't change, since hovering repaints them all.
public final class HeadPainter {
  /// What zooming and dragging are remembered by.
  public static final String ZOOM = "attention";

  private final KeptPixels pixels = new KeptPixels();
  private final KeptSharpness sharpness = new KeptSharpness();
  private final Transposed transposed = new Transposed();
  private final KeptScales keptScales = new KeptScales();

  /// Draws a step.
  ///
  /// @param before the frame that the picture moves away from, if it moves
  /// @param progress how far it has moved, 0 to 1
  public void paint(
      Scene scene,
      Box area,
      AttentionFrame frame,
      Optional<AttentionFrame> before,
      double progress) {
    int width = frame.pass().q()[0].length;
    var seen = scene.viewport(ZOOM);
    var layout =
        HeadLayout.of(
            scene.surface(), scene.look(), area, Words.labels(frame.problem()), width, seen);
    var scales = keptScales.of(frame, scene.look().palette());
    var spotlight = Spotlight.of(frame.focus());
    var emphasis = HeadEmphasis.of(scene, frame, spotlight);

    var moving = progress < 1 ? before : Optional.<AttentionFrame>empty();
    matrix(scene, layout.queries(), frame, moving, progress, Tensor.Q, spotlight, scales);
    var lens = emphasis.lens();
    if (emphasis.shows(layout, Tensor.K)) {
      matrix(scene, layout.keys(), frame, moving, progress, Tensor.K, spotlight, scales);
    }
    middle(scene, layout.middle(), frame, moving, progress, scales);
    matrix(scene, layout.output(), frame, moving, progress, Tensor.OUTPUT, spotlight, scales);
    lens.ifPresent(shown -> new LensPainter(scene, layout, frame, scales).paint(shown));
    if (emphasis.shows(layout, Tensor.V)) {
      matrix(scene, layout.values(), frame, moving, progress, Tensor.V, spotlight, scales);
    }
    if (scene.speaks()) {
      heading(scene, layout, frame);
      names(scene, layout, frame, emphasis);
      labels(scene, layout, frame, emphasis);
      bars(scene, layout, spotlight, scales);
      layout
          .sharpness()
          .ifPresent(box ->
              new SharpnessPainter(scene, layout.middle(), box)
                  .paint(frame, sharpness.of(frame.pass().weights())));
    }
    emphasis.paint(scene, layout);
    if (!seen.equals(Viewport.WHOLE) || frame.problem().length() > 24) {
      scene.hits().zoomable(ZOOM, layout.middle().box());
    }
  }

  /// A block at a side; Kᵀ and Vᵀ lie on their sides.
  private void matrix(
      Scene scene,
      CellGrid grid,
      AttentionFrame frame,
      Optional<AttentionFrame> before,
      double progress,
      Tensor tensor,
      Spotlight spotlight,
      HeadScales scales) {
    boolean lying = tensor == Tensor.K || tensor == Tensor.V;
    boolean aside = !spotlight.involved().contains(tensor);
    var scale = aside ? Scene.aside(scales.of(tensor), scene.look()) : scales.of(tensor);
    before
        .filter(earlier -> earlier.known(tensor) != frame.known(tensor))
        .ifPresent(earlier -> drawn(scene, grid, earlier, tensor, lying, scale));
    scene
        .surface()
        .faded(
            before.isPresent() ? progress : 1,
            () -> drawn(scene, grid, frame, tensor, lying, scale));
    scene.hits().add(hits(scene, grid, frame, tensor, lying));
  }

  private void drawn(
      Scene scene,
      CellGrid grid,
      AttentionFrame frame,
      Tensor tensor,
      boolean lying,
      ColourScale scale) {
    double[][] values = frame.values(tensor);
    if (lying) {
      values = transposed.of(values);
    }
    draw(scene, grid, new MatrixMark(values, scale, frame.known(tensor)));
  }

  /// The middle: scores, and row by row the weights that they become.
  private void middle(
      Scene scene,
      CellGrid grid,
      AttentionFrame frame,
      Optional<AttentionFrame> before,
      double progress,
      HeadScales scales) {
    before.ifPresent(earlier -> middle(scene, grid, earlier, scales));
    scene
        .surface()
        .faded(before.isPresent() ? progress : 1, () -> middle(scene, grid, frame, scales));
    int weights = frame.known(Tensor.WEIGHTS);
    scene.hits().add(hits(scene, grid, frame, Tensor.SCORES, false));
    if (weights > 0) {
      scene.hits().add(hits(scene, grid, frame, Tensor.WEIGHTS, false));
    }
  }

  private void middle(Scene scene, CellGrid grid, AttentionFrame frame, HeadScales scales) {
    int weights = frame.known(Tensor.WEIGHTS);
    int n = frame.problem().length();
    if (weights < n * n) {
      draw(
          scene,
          grid,
          new MatrixMark(frame.values(Tensor.SCORES), scales.scores(), frame.known(Tensor.SCORES)));
    }
    if (weights > 0) {
      var mark =
          new MatrixMark(frame.values(Tensor.WEIGHTS), scales.weights(), weights, masked(frame));
      // The rows that have weights by now lie over their scores.
      double bottom = weights >= n * n ? grid.box().bottom() : grid.top(weights / n);
      var box = grid.box();
      var done = new Box(box.x(), box.y(), box.width(), Math.max(0, bottom - box.y()));
      if (done.height() > 0) {
        scene
            .surface()
            .clipped(
                done,
                () -> {
                  var ground = Ink.filled(scene.look().palette().background());
                  scene.surface().rectangle(done, 0, ground);
                  draw(scene, grid, mark);
                });
      }
    }
  }

  /// Which weights are 0 because their keys are hidden.
  public static MatrixMark.Mask masked(AttentionFrame frame) {
    return frame.problem().settings().hidesTheFuture()
        ? MatrixMark.Mask.CAUSAL
        : MatrixMark.Mask.NONE;
  }

  private void draw(Scene scene, CellGrid grid, MatrixMark mark) {
    pixels.draw(scene.surface(), scene.look(), grid, mark);
    Frames.around(scene, grid);
  }

  private static CellHits hits(
      Scene scene, CellGrid grid, AttentionFrame frame, Tensor tensor, boolean lying) {
    int known = frame.known(tensor);
    double[][] values = frame.values(tensor);
    int columns = values[0].length;
    int seen =
        !lying
            ? known
            // A matrix that lies on its side is complete before it is drawn here.
            : known >= values.length * columns ? Integer.MAX_VALUE : 0;
    return new CellHits(
        grid,
        seen,
        cell -> {
          int row = lying ? cell.column() : cell.row();
          int column = lying ? cell.row() : cell.column();
          var element = new OfCell(tensor, row, column);
          return new Spot(
              scene.wrapping().apply(element),
              "%s[%d, %d] = %s%s"
                  .formatted(
                      tensor.variable(),
                      row,
                      column,
                      CellText.of(values[row][column]),
                      tensor == Tensor.WEIGHTS && masked(frame).hides(row, column)
                          ? ", hidden by the mask"
                          : ""));
        },
        element -> place(scene, element, tensor, lying));
  }

  private static Optional<Cell> place(Scene scene, Element element, Tensor tensor, boolean lying) {
    return scene
        .unwrapping()
        .apply(element)
        .flatMap(own ->
            own instanceof OfCell(var of, int row, int column) && of == tensor
                ? Optional.of(lying ? new Cell(column, row) : new Cell(row, column))
                : Optional.empty());
  }

  private static void heading(Scene scene, HeadLayout layout, AttentionFrame frame) {
    if (layout.heading().height() == 0) {
      return;
    }
    var equation = Equations.of(frame);
    var palette = scene.look().palette();
    var bold = new Type(Type.Face.BOLD, scene.px(14.5), palette.text());
    var mono = new Type(Type.Face.MONO, scene.px(12.5), palette.muted());
    double baseline = layout.heading().y() + scene.px(14);
    double x = layout.heading().x();
    scene.surface().text(equation.text(), x, baseline, bold);
    double after = x + scene.surface().textWidth(equation.text(), bold) + scene.px(16);
    if (after + scene.surface().textWidth(equation.shapes(), mono) <= layout.heading().right()) {
      scene.surface().text(equation.shapes(), after, baseline, mono);
    }
  }

  private static void names(
      Scene scene, HeadLayout layout, AttentionFrame frame, HeadEmphasis emphasis) {
    var spotlight = emphasis.spotlight();
    int n = frame.problem().length();
    int width = frame.pass().q()[0].length;
    boolean lensed = layout.turns() && emphasis.lens().isPresent();
    if (lensed) {
      return; // its lines have their names at both sides
    }
    var queries = layout.queries().box();
    above(scene, queries, Tensor.Q, "Q", n + "×" + width, spotlight);
    var output = layout.output().box();
    above(scene, output, Tensor.OUTPUT, "output", n + "×" + width, spotlight);
    // Not so low that it meets the name of Q.
    double lowest = queries.y() - scene.px(40);
    if (emphasis.shows(layout, Tensor.K)) {
      beside(scene, layout.keys().box(), lowest, Tensor.K, "Kᵀ", width + "×" + n, spotlight);
    }
    if (emphasis.shows(layout, Tensor.V)) {
      double bottom = layout.turns() ? lowest : Double.POSITIVE_INFINITY;
      beside(scene, layout.values().box(), bottom, Tensor.V, "Vᵀ", width + "×" + n, spotlight);
    }
  }

  private static void above(
      Scene scene, Box box, Tensor tensor, String name, String shape, Spotlight spotlight) {
    var palette = scene.look().palette();
    boolean involved = spotlight.involved().contains(tensor);
    boolean presents = scene.look().density() == Look.Density.PRESENT;
    double room = Math.max(box.width(), scene.px(presents ? 38 : 52));
    double bottom = box.y() - scene.px(6);
    scene.centred(
        name,
        box.centreX(),
        bottom - scene.px(15),
        13,
        Type.Face.BOLD,
        involved ? palette.text() : palette.muted(),
        // Beside it stand the names of entropy and gradient.
        presents ? box.width() + scene.px(2) : room);
    scene.centred(shape, box.centreX(), bottom, 11.5, Type.Face.MONO, palette.muted(), room);
    var place = new Box(box.x(), bottom - scene.px(28), box.width(), scene.px(32));
    scene.hit(new OfTensor(tensor), place, name + ", " + shape);
  }

  private static void beside(
      Scene scene,
      Box box,
      double lowest,
      Tensor tensor,
      String name,
      String shape,
      Spotlight spotlight) {
    var palette = scene.look().palette();
    boolean involved = spotlight.involved().contains(tensor);
    double x = box.x() - scene.px(9);
    var bold =
        new Type(Type.Face.BOLD, scene.px(13), involved ? palette.text() : palette.muted())
            .aligned(Type.Align.RIGHT);
    var mono = new Type(Type.Face.MONO, scene.px(11.5), palette.muted()).aligned(Type.Align.RIGHT);
    double baseline = Math.min(box.centreY() + scene.px(14), lowest);
    scene.surface().text(name, x, baseline - scene.px(15), bold);
    scene.surface().text(shape, x, baseline, mono);
    var place = new Box(x - scene.px(44), baseline - scene.px(28), scene.px(44), scene.px(30));
    scene.hit(new OfTensor(tensor), place, name + ", " + shape);
  }

  private static void labels(
      Scene scene, HeadLayout layout, AttentionFrame frame, HeadEmphasis emphasis) {
    var tokens = Words.labels(frame.problem());
    var look = scene.look();
    GridLabels.rows(
        scene.surface(),
        layout.queries(),
        look,
        layout.labels(),
        row -> {
          var box = layout.queries().row(row);
          var place = new Box(layout.labels() - scene.px(70), box.y(), scene.px(66), box.height());
          scene.hit(new OfToken(row), place, "token " + tokens.get(row) + ": click to pin");
          return label(tokens.get(row), layout.middle().cellHeight(), look, emphasis.isQuery(row));
        });
    GridLabels.columns(
        scene.surface(),
        layout.keys(),
        look,
        layout.keys().box().y(),
        layout.widest(),
        column -> {
          var box = layout.keys().column(column);
          var place =
              new Box(box.x(), layout.keys().box().y() - scene.px(22), box.width(), scene.px(22));
          scene.hit(new OfToken(column), place, "token " + tokens.get(column) + ": click to pin");
          return label(
              tokens.get(column), layout.middle().cellWidth(), look, emphasis.isKey(column));
        });
  }

  private static GridLabels.Label label(String token, double pitch, Look look, boolean strong) {
    var palette = look.palette();
    var face = strong ? Type.Face.BOLD : Type.Face.REGULAR;
    var colour = strong ? palette.accent() : palette.text();
    return new GridLabels.Label(token, new Type(face, GridLabels.size(pitch, look), colour));
  }

  private static void bars(Scene scene, HeadLayout layout, Spotlight spotlight, HeadScales scales) {
    layout
        .bars()
        .ifPresent(box -> {
          double half = (box.height() - scene.px(14)) / 2;
          var upper = new Box(box.x(), box.y(), box.width(), half);
          var lower = new Box(box.x(), box.bottom() - half, box.width(), half);
          boolean weighing = spotlight.middle() == Tensor.WEIGHTS;
          var bar = weighing ? scales.weightBar() : new ColourBar(scales.scores(), "score");
          bar.draw(scene.surface(), upper, scene.look());
          new ColourBar(scales.values(), "Q, K, V").draw(scene.surface(), lower, scene.look());
        });
  }
}
