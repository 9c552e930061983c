package dev.stepwise.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The one row above the stage. What does not fit leaves it, in an order that is fixed, and is
/// found in a menu instead; the row never wraps, and nothing in it is cut. Items stand at the left
/// or at the right; the first one at the left is never left out and gives up width before it is
/// cut.
final class HeaderRow extends Region {
  private static final double GAP = 8;

  private final Node first;
  private final double leastFirst;
  private final List<Node> left = new ArrayList<>();
  private final List<Node> right = new ArrayList<>();
  private final List<List<Node>> leaving = new ArrayList<>();
  private Node overflow = new Region();
  private Runnable changed = () -> {};

  /// @param first keeps its place always
  /// @param leastFirst how narrow it may become
  HeaderRow(Node first, double leastFirst) {
    this.first = first;
    this.leastFirst = leastFirst;
    getStyleClass().add("header");
    setMinWidth(0);
    getChildren().add(first);
  }

  /// Adds an item after those at the left.
  void addLeft(Node item) {
    left.add(item);
    getChildren().add(item);
  }

  /// Adds an item after those at the right.
  void addRight(Node item) {
    right.add(item);
    getChildren().add(item);
  }

  /// Sets the item that stands for those of the right that have left; it is one of the right.
  void setOverflow(Node item) {
    overflow = item;
    addRight(item);
  }

  /// Lets items leave the row together, after those that were named before.
  void leavesNext(Node... items) {
    leaving.add(List.of(items));
  }

  /// Sets who is told when items have left or come back.
  void setOnChange(Runnable listener) {
    changed = listener;
  }

  /// Whether an item has a place in the row now.
  boolean holds(Node item) {
    return item.getParent() == this && item.isVisible();
  }

  /// Takes an item back that stood elsewhere for a while.
  void takeBack(Node item) {
    if (item.getParent() != this) {
      getChildren().add(item);
      requestLayout();
    }
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double highest =
        getManagedChildren().stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
    return Math.ceil(highest) + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    boolean moved = choose(room);
    double height = getHeight() - snappedTopInset() - snappedBottomInset();
    double others = width(left) + width(right);
    double most = Math.max(leastFirst, room - others);
    double x = place(first, snappedLeftInset(), height, Math.min(first.prefWidth(-1), most));
    for (var item : shown(left)) {
      x = place(item, x, height, item.prefWidth(-1));
    }
    x = getWidth() - snappedRightInset() - width(right) + GAP;
    for (var item : shown(right)) {
      x = place(item, x, height, item.prefWidth(-1));
    }
    if (moved) {
      changed.run();
    }
  }

  private double place(Node item, double x, double height, double width) {
    double high = Math.min(height, item.prefHeight(width));
    item.resizeRelocate(
        snapPositionX(x),
        snapPositionY(snappedTopInset() + (height - high) / 2),
        snapSizeX(width),
        snapSizeY(high));
    return x + snapSizeX(width) + GAP;
  }

  /// Decides what has a place; tells whether that is another choice than before.
  private boolean choose(double room) {
    var before = shown(getChildren());
    var gone = new HashSet<Node>();
    gone.add(overflow);
    int next = 0;
    while (next < leaving.size() && needed(gone) > room) {
      var leavers = leaving.get(next++);
      gone.addAll(leavers);
      if (leavers.stream().anyMatch(right::contains)) {
        gone.remove(overflow);
      }
    }
    for (int last = next - 1; last >= 0; last--) {
      comeBack(leaving.get(last), gone, room);
    }
    getChildren().forEach(item -> item.setVisible(!gone.contains(item)));
    return !before.equals(shown(getChildren()));
  }

  /// What left late may be wide enough to make room for something that left before it.
  private void comeBack(List<Node> leavers, Set<Node> gone, double room) {
    var without = new HashSet<>(gone);
    leavers.forEach(without::remove);
    if (needed(without) <= room) {
      gone.removeAll(leavers);
    }
  }

  private double needed(Set<Node> gone) {
    return Stream.concat(left.stream(), right.stream())
            .filter(item -> item.getParent() == this && !gone.contains(item))
            .mapToDouble(item -> snapSizeX(item.prefWidth(-1)) + GAP)
            .sum()
        + Math.max(leastFirst, first.prefWidth(-1));
  }

  private double width(List<Node> items) {
    return shown(items).stream().mapToDouble(item -> snapSizeX(item.prefWidth(-1)) + GAP).sum();
  }

  private List<Node> shown(List<Node> items) {
    return items.stream().filter(this::holds).toList();
  }
}
