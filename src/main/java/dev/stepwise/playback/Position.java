package dev.stepwise.playback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a run stands: the index of the step at each level, the top level first, each from 0. Shown
/// and written from 1, with dots: `3.2` is the second step inside the third.
public record Position(List<Integer> indices) implements Comparable<Position> {

  /// The first step of a run.
  public static final Position START = new Position(List.of(0));

  /// Copies the indices.
  ///
  /// @throws IllegalArgumentException where there are none or one is negative
  public Position {
    indices = List.copyOf(indices);
    if (indices.isEmpty() || indices.stream().anyMatch(index -> index < 0)) {
      throw new IllegalArgumentException("not a position: " + indices);
    }
  }

  /// A step of the top level, from 0.
  public static Position top(int index) {
    return new Position(List.of(index));
  }

  /// Reads `3.2`; empty where the text is not of that form or a number is not from 1 up.
  public static Optional<Position> parse(String text) {
    if (!text.strip().matches("[1-9]\\d{0,8}(\\.[1-9]\\d{0,8})*")) {
      return Optional.empty();
    }
    return Optional.of(
        new Position(
            Arrays.stream(text.strip().split("\\."))
                .map(number -> Integer.parseInt(number) - 1)
                .toList()));
  }

  /// The level it is at, from 1.
  public int depth() {
    return indices.size();
  }

  /// The index at its own level.
  public int last() {
    return indices.getLast();
  }

  /// The index at the top level.
  public int first() {
    return indices.getFirst();
  }

  /// The step that this one is inside of, if any.
  public Optional<Position> parent() {
    return depth() == 1
        ? Optional.empty()
        : Optional.of(new Position(indices.subList(0, depth() - 1)));
  }

  /// Another step of the same smaller run.
  public Position sibling(int index) {
    var changed = new ArrayList<>(indices);
    changed.set(depth() - 1, index);
    return new Position(changed);
  }

  /// A step inside this one.
  public Position child(int index) {
    var longer = new ArrayList<>(indices);
    longer.add(index);
    return new Position(longer);
  }

  /// In the order in which the steps happen; a step comes after the steps inside it, for it shows
  /// what they led to.
  @Override
  public int compareTo(Position other) {
    int common = Math.min(depth(), other.depth());
    for (int level = 0; level < common; level++) {
      int order = Integer.compare(indices.get(level), other.indices.get(level));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(other.depth(), depth());
  }

  @Override
  public String toString() {
    return indices.stream()
        .map(index -> Integer.toString(index + 1))
        .collect(Collectors.joining("."));
  }
}
