package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.SoftmaxFocus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfEntropy;
import dev.stepwise.view.matrices.MatrixElement.OfGradient;
import dev.stepwise.view.matrices.MatrixElement.OfPart;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// What stands out in the picture of a head: the row and the cell that the step works on, the
/// pinned token, and what is under the pointer.
///
/// @param frame the step
/// @param spotlight what the step is about
/// @param pointed the row and the column under the pointer, if any
/// @param pinned the pinned token
/// @param speaks whether there are words in the picture; without them there is no lens
record HeadEmphasis(
    AttentionFrame frame,
    Spotlight spotlight,
    Pointed pointed,
    Optional<Integer> pinned,
    boolean speaks) {

  /// Tokens under the pointer, as query and as key.
  record Pointed(Optional<Integer> query, Optional<Integer> key) {
    static final Pointed NOTHING = new Pointed(Optional.empty(), Optional.empty());

    static Pointed of(MatrixElement element) {
      return switch (element) {
        case OfCell(var tensor, int row, int column) ->
            switch (tensor) {
              case Q, OUTPUT -> new Pointed(Optional.of(row), Optional.empty());
              case K, V -> new Pointed(Optional.empty(), Optional.of(row));
              case SCORES, WEIGHTS -> new Pointed(Optional.of(row), Optional.of(column));
              case X, W_Q, W_K, W_V -> NOTHING;
            };
        case OfToken(int token) -> new Pointed(Optional.of(token), Optional.of(token));
        case OfPart(int query, int key, _) -> new Pointed(Optional.of(query), Optional.of(key));
        case OfEntropy(int query) -> new Pointed(Optional.of(query), Optional.empty());
        case OfGradient(int query) -> new Pointed(Optional.of(query), Optional.empty());
        default -> NOTHING;
      };
    }
  }

  static HeadEmphasis of(Scene scene, AttentionFrame frame, Spotlight spotlight) {
    int n = frame.problem().length();
    return new HeadEmphasis(
        frame,
        spotlight,
        scene.pointed().map(Pointed::of).orElse(Pointed.NOTHING),
        scene.pinnedToken().filter(token -> token < n),
        scene.pen().speaks());
  }

  /// Whether a token is the query of the step, pinned or pointed at.
  boolean isQuery(int row) {
    var wanted = Optional.of(row);
    return spotlight.query().equals(wanted)
        || pinned.equals(wanted)
        || pointed.query().equals(wanted);
  }

  /// Whether a token is the key of the step or pointed at.
  boolean isKey(int column) {
    var wanted = Optional.of(column);
    return spotlight.key().equals(wanted) || pointed.key().equals(wanted);
  }

  /// The row whose way through softmax is shown below, and how far.
  record Lens(int query, Part last) {}

  /// That of the step, or of the pinned token while the step is about softmax.
  Optional<Lens> lens() {
    if (!speaks || frame.problem().settings().mistake().inSoftmax()) {
      return Optional.empty(); // such a row has not gone through the parts
    }
    return switch (frame.focus()) {
      case SoftmaxFocus.PartWeighed(int query, var part) -> Optional.of(new Lens(query, part));
      case SoftmaxFocus.RowWeighed(int query) -> Optional.of(new Lens(query, Part.DIVIDE));
      case SoftmaxFocus.Weighed _ -> pinned.map(query -> new Lens(query, Part.DIVIDE));
      default -> Optional.empty();
    };
  }

  /// Whether Kᵀ or Vᵀ is seen: the lens may stand in the place of one, and where they take turns
  /// one stands in the place of the other.
  boolean shows(HeadLayout layout, Tensor tensor) {
    boolean lensed = lens().isPresent();
    if (!layout.turns()) {
      return tensor == Tensor.K || !lensed;
    }
    boolean mixes = spotlight.involved().contains(Tensor.V);
    return !lensed && (tensor == Tensor.V) == mixes;
  }

  void paint(Scene scene, HeadLayout layout) {
    var palette = scene.palette();
    var quiet = Pen.faded(palette.text(), 0.6);
    pinned.ifPresent(row -> band(scene.pen(), layout, row, palette.category(3)));
    pointed.query().ifPresent(row -> crossRow(scene.pen(), layout, row, quiet));
    pointed.key().ifPresent(column -> crossColumn(scene.pen(), layout, column, quiet));
    spotlight.query().ifPresent(row -> band(scene.pen(), layout, row, palette.accent()));
    spotlight.key().ifPresent(key -> key(scene.pen(), layout, key, palette.accent()));
  }

  /// The row of a query through all that the step reads and writes in it.
  private void band(Pen pen, HeadLayout layout, int row, Color colour) {
    if (spotlight.involved().contains(Tensor.Q)) {
      row(pen, layout.queries(), row, colour);
    }
    row(pen, layout.middle(), row, colour);
    if (spotlight.involved().contains(Tensor.OUTPUT)) {
      row(pen, layout.output(), row, colour);
    }
  }

  private static void row(Pen pen, CellGrid grid, int row, Color colour) {
    pen.around(grid, grid.row(row), colour, Space.LINE);
  }

  private static void cell(Pen pen, CellGrid grid, int row, int column, Color colour) {
    pen.around(grid, grid.cell(row, column), colour, Space.LINE);
  }

  private void key(Pen pen, HeadLayout layout, int key, Color colour) {
    boolean mixing = spotlight.involved().contains(Tensor.V);
    var block = mixing ? layout.values() : layout.keys();
    pen.around(block, block.column(key), colour, Space.LINE);
    spotlight.query().ifPresent(query -> cell(pen, layout.middle(), query, key, colour));
    spotlight
        .term()
        .ifPresent(term -> {
          spotlight.query().ifPresent(query -> cell(pen, layout.queries(), query, term, colour));
          cell(pen, block, term, key, colour);
        });
  }

  private static void crossRow(Pen pen, HeadLayout layout, int row, Color colour) {
    for (var grid : List.of(layout.queries(), layout.middle(), layout.output())) {
      cross(pen, grid, grid.row(row), colour);
    }
  }

  /// A thin frame in a halo, to be seen on light and on dark cells.
  private static void cross(Pen pen, CellGrid grid, Box part, Color colour) {
    pen.around(grid, part, Pen.faded(pen.palette().background(), 0.7), Space.TIGHT);
    pen.around(grid, part, colour, Space.HAIR);
  }

  private void crossColumn(Pen pen, HeadLayout layout, int column, Color colour) {
    if (shows(layout, Tensor.K)) {
      cross(pen, layout.keys(), layout.keys().column(column), colour);
    }
    cross(pen, layout.middle(), layout.middle().column(column), colour);
    if (shows(layout, Tensor.V)) {
      cross(pen, layout.values(), layout.values().column(column), colour);
    }
  }
}
