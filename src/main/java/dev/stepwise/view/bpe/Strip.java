package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Where the chips of a word are in its row.
///
/// @param chips from left to right, as far as there is room
/// @param boxes where each one is
/// @param isCut whether there are more
record Strip(List<Chip> chips, List<Box> boxes, boolean isCut) {
  private static final double GAP = 0.25;
  private static final double HEIGHT = 1.8;

  /// Of what was fitted by the same measures.
  private static final double TOLERANCE = 0.01;

  /// Lays tokens out from a place to the right, as far as another one; what lies beyond it costs
  /// nothing. The last one is shortened where it does not fit.
  ///
  /// @param centre of the row, up and down
  /// @param size of the text in pixels
  static Strip of(
      Surface surface, List<Symbol> tokens, double x, double centre, double size, double end) {
    var chips = new ArrayList<Chip>();
    var boxes = new ArrayList<Box>();
    double left = x;
    for (int i = 0; i < tokens.size(); i++) {
      var chip = new Chip(tokens.get(i), size).within(surface, end + TOLERANCE - left);
      if (chip.isEmpty()) {
        return new Strip(chips, boxes, true);
      }
      double width = chip.get().width(surface);
      chips.add(chip.get());
      boxes.add(new Box(left, centre - size * HEIGHT / 2, width, size * HEIGHT));
      left += width + GAP * size;
    }
    return new Strip(chips, boxes, false);
  }

  /// How wide tokens would be.
  ///
  /// @param most no wider one is measured to its end
  static double width(Surface surface, List<Symbol> tokens, double size, double most) {
    double width = 0;
    for (int i = 0; i < tokens.size() && width <= most; i++) {
      width += new Chip(tokens.get(i), size).width(surface) + GAP * size;
    }
    return Math.max(0, width - GAP * size);
  }

  /// The height of a row of chips.
  static double height(double size) {
    return size * HEIGHT;
  }

  /// Draws the chips.
  ///
  /// @param styles how each one looks, by its index
  void draw(Surface surface, IntFunction<Chip.Style> styles) {
    for (int i = 0; i < chips.size(); i++) {
      chips.get(i).draw(surface, boxes.get(i), styles.apply(i));
    }
  }

  double right() {
    return boxes.isEmpty() ? 0 : boxes.getLast().right();
  }

  /// The box around some neighbours.
  Box around(int from, int to) {
    var first = boxes.get(from);
    return new Box(first.x(), first.y(), boxes.get(to).right() - first.x(), first.height());
  }

  /// On the way from where the same text was before: each chip starts where its first letter was
  /// and is as wide as its letters and the gaps between them were.
  Strip movedFrom(Strip before, double progress) {
    if (progress >= 1 || before.boxes.isEmpty()) {
      return this;
    }
    var moved = new ArrayList<Box>();
    int part = 0;
    for (int i = 0; i < boxes.size(); i++) {
      int from = Math.min(part, before.boxes.size() - 1);
      int letters = 0;
      while (part < before.chips.size() && letters < length(chips.get(i))) {
        letters += length(before.chips.get(part++));
      }
      int to = Math.clamp(part - 1, from, before.boxes.size() - 1);
      moved.add(between(before.around(from, to), boxes.get(i), progress));
    }
    return new Strip(chips, moved, isCut);
  }

  private static int length(Chip chip) {
    return chip.symbol().letters().length() + (chip.symbol().endsWord() ? 1 : 0);
  }

  private static Box between(Box from, Box to, double progress) {
    return new Box(
        from.x() + progress * (to.x() - from.x()),
        to.y(),
        from.width() + progress * (to.width() - from.width()),
        to.height());
  }
}
