package dev.stepwise.view.bpe;

import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Surface;
import java.util.ArrayList;
import java.util.List;

/// Where the chips of a word are in its row.
///
/// @param chips from left to right
/// @param boxes where each one is
record Strip(List<Chip> chips, List<Box> boxes) {
  private static final double GAP = 0.25;
  private static final double HEIGHT = 1.8;

  /// Lays tokens out from a place to the right.
  ///
  /// @param centre of the row, up and down
  /// @param size of the text in pixels
  static Strip of(
      Surface surface, List<String> tokens, String marker, double x, double centre, double size) {
    var chips = new ArrayList<Chip>();
    var boxes = new ArrayList<Box>();
    double left = x;
    for (var token : tokens) {
      var chip = new Chip(token, marker, size);
      double width = chip.width(surface);
      chips.add(chip);
      boxes.add(new Box(left, centre - size * HEIGHT / 2, width, size * HEIGHT));
      left += width + GAP * size;
    }
    return new Strip(chips, boxes);
  }

  /// How wide tokens would be.
  static double width(Surface surface, List<String> tokens, String marker, double size) {
    double width = 0;
    for (var token : tokens) {
      width += new Chip(token, marker, size).width(surface) + GAP * size;
    }
    return Math.max(0, width - GAP * size);
  }

  /// The height of a row of chips.
  static double height(double size) {
    return size * HEIGHT;
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
    if (progress >= 1) {
      return this;
    }
    var moved = new ArrayList<Box>();
    int part = 0;
    for (int i = 0; i < boxes.size(); i++) {
      int from = Math.min(part, before.boxes.size() - 1);
      int letters = 0;
      while (part < before.chips.size() && letters < chips.get(i).text().length()) {
        letters += before.chips.get(part++).text().length();
      }
      int to = Math.clamp(part - 1, from, before.boxes.size() - 1);
      moved.add(between(before.around(from, to), boxes.get(i), progress));
    }
    return new Strip(chips, moved);
  }

  private static Box between(Box from, Box to, double progress) {
    return new Box(
        from.x() + progress * (to.x() - from.x()),
        to.y(),
        from.width() + progress * (to.width() - from.width()),
        to.height());
  }
}
