package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.SoftmaxFocus;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.Ink;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfEntropy;
import dev.stepwise.view.matrices.MatrixElement.OfGradient;
import dev.stepwise.view.matrices.MatrixElement.OfPart;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// What stands out in the picture of a head: the row and the cell that the step works on, the
/// pinned token, what is under the pointer, and what was lit.
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
        scene.speaks());
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
    var palette = scene.look().palette();
    var quiet = palette.text().deriveColor(0, 1, 1, 0.6);
    pinned.ifPresent(row -> band(scene, layout, row, palette.category(3), 2));
    pointed.query().ifPresent(row -> crossRow(scene, layout, row, quiet));
    pointed.key().ifPresent(column -> crossColumn(scene, layout, column, quiet));
    spotlight.query().ifPresent(row -> band(scene, layout, row, palette.accent(), 2));
    spotlight.key().ifPresent(key -> key(scene, layout, key, palette.accent()));
    for (var element : scene.lit()) {
      outline(scene, layout, element, palette.category(1));
    }
    scene.picked().ifPresent(element -> outline(scene, layout, element, palette.text()));
  }

  /// The row of a query through all that the step reads and writes in it.
  private void band(Scene scene, HeadLayout layout, int row, Color colour, double width) {
    if (spotlight.involved().contains(Tensor.Q)) {
      around(scene, layout.queries(), layout.queries().row(row), colour, width);
    }
    around(scene, layout.middle(), layout.middle().row(row), colour, width);
    if (spotlight.involved().contains(Tensor.OUTPUT)) {
      around(scene, layout.output(), layout.output().row(row), colour, width);
    }
  }

  private void key(Scene scene, HeadLayout layout, int key, Color colour) {
    boolean mixing = spotlight.involved().contains(Tensor.V);
    var block = mixing ? layout.values() : layout.keys();
    around(scene, block, block.column(key), colour, 2);
    spotlight
        .query()
        .ifPresent(
            query -> around(scene, layout.middle(), layout.middle().cell(query, key), colour, 3));
    spotlight
        .term()
        .ifPresent(term -> {
          spotlight
              .query()
              .ifPresent(query ->
                  around(scene, layout.queries(), layout.queries().cell(query, term), colour, 3));
          around(scene, block, block.cell(term, key), colour, 3);
        });
  }

  private static void crossRow(Scene scene, HeadLayout layout, int row, Color colour) {
    for (var grid : List.of(layout.queries(), layout.middle(), layout.output())) {
      cross(scene, grid, grid.row(row), colour);
    }
  }

  /// A thin frame in a halo, to be seen on light and on dark cells.
  private static void cross(Scene scene, CellGrid grid, Box part, Color colour) {
    around(scene, grid, part, scene.look().palette().background().deriveColor(0, 1, 1, 0.7), 3);
    around(scene, grid, part, colour, 1);
  }

  private void crossColumn(Scene scene, HeadLayout layout, int column, Color colour) {
    if (shows(layout, Tensor.K)) {
      cross(scene, layout.keys(), layout.keys().column(column), colour);
    }
    cross(scene, layout.middle(), layout.middle().column(column), colour);
    if (shows(layout, Tensor.V)) {
      cross(scene, layout.values(), layout.values().column(column), colour);
    }
  }

  private void outline(Scene scene, HeadLayout layout, MatrixElement element, Color colour) {
    if (!(element instanceof OfCell(var tensor, int row, int column))) {
      return;
    }
    switch (tensor) {
      case Q -> around(scene, layout.queries(), layout.queries().cell(row, column), colour, 2.5);
      case K -> {
        if (shows(layout, Tensor.K)) {
          around(scene, layout.keys(), layout.keys().cell(column, row), colour, 2.5);
        }
      }
      case V -> {
        if (shows(layout, Tensor.V)) {
          around(scene, layout.values(), layout.values().cell(column, row), colour, 2.5);
        }
      }
      case SCORES, WEIGHTS ->
          around(scene, layout.middle(), layout.middle().cell(row, column), colour, 2.5);
      case OUTPUT -> around(scene, layout.output(), layout.output().cell(row, column), colour, 2.5);
      case X, W_Q, W_K, W_V -> {}
    }
  }

  /// A frame around a part of a grid, as far as it is seen.
  static void around(Scene scene, CellGrid grid, Box part, Color colour, double width) {
    var box = grid.box();
    double left = Math.max(part.x(), box.x());
    double top = Math.max(part.y(), box.y());
    double right = Math.min(part.right(), box.right());
    double bottom = Math.min(part.bottom(), box.bottom());
    if (right <= left || bottom <= top) {
      return;
    }
    double half = scene.px(width) / 2;
    var outline = new Box(left - half, top - half, right - left + half, bottom - top + half);
    scene.surface().rectangle(outline, scene.px(2), Ink.stroked(colour, scene.px(width)));
  }
}
