package dev.stepwise.view.lab;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Lays out nodes in one column, or in two where each is wide enough. Those in a row are equally
/// high.
final class CardGrid extends Region {
  private static final double GAP = 16;

  private final double leastWidth;

  /// @param leastWidth of a column beside another one, in pixels
  CardGrid(List<Node> cards, double leastWidth) {
    this.leastWidth = leastWidth;
    getStyleClass().add("card-grid");
    getChildren().addAll(cards);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 2 * leastWidth + GAP + horizontalInsets();
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? 2 * leastWidth + GAP : width - horizontalInsets();
    int columns = columns(inner);
    double height = 0;
    for (int first = 0; first < getChildren().size(); first += columns) {
      height += rowHeight(first, columns, columnWidth(inner, columns)) + (first > 0 ? GAP : 0);
    }
    return height + getInsets().getTop() + getInsets().getBottom();
  }

  @Override
  protected void layoutChildren() {
    double inner = getWidth() - horizontalInsets();
    int columns = columns(inner);
    double width = columnWidth(inner, columns);
    double y = getInsets().getTop();
    for (int first = 0; first < getChildren().size(); first += columns) {
      double height = rowHeight(first, columns, width);
      for (int i = first; i < Math.min(first + columns, getChildren().size()); i++) {
        double x = getInsets().getLeft() + (i - first) * (width + GAP);
        getChildren().get(i).resizeRelocate(x, y, width, height);
      }
      y += height + GAP;
    }
  }

  private double rowHeight(int first, int columns, double width) {
    return getChildren().subList(first, Math.min(first + columns, getChildren().size())).stream()
        .mapToDouble(card -> card.prefHeight(width))
        .max()
        .orElse(0);
  }

  private int columns(double inner) {
    return inner >= 2 * leastWidth + GAP ? 2 : 1;
  }

  private static double columnWidth(double inner, int columns) {
    return Math.max(0, (inner - (columns - 1) * GAP) / columns);
  }

  private double horizontalInsets() {
    return getInsets().getLeft() + getInsets().getRight();
  }
}
