package dev.stepwise.shell.learning;

import dev.stepwise.lesson.Part;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What scrolls a page, and knows where one reads. Places are heights of the page in pixels.
final class Reader {
  private static final double ABOVE = 12;
  private static final double SHARE = 0.9;
  private static final double UNSEEN = 60;

  private final VBox sheet = new VBox();
  private final ScrollPane scroll = new ScrollPane(sheet);

  /// @param moved told when one reads elsewhere
  Reader(Runnable moved) {
    sheet.getStyleClass().add("lesson-sheet");
    sheet.setAlignment(Pos.TOP_CENTER);
    sheet.setMinWidth(0);
    scroll.setId("lesson-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("panel-body", "lesson-scroll");
    scroll.setAccessibleText("The lesson");
    scroll.vvalueProperty().subscribe(_ -> moved.run());
    scroll
        .sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            scene.focusOwnerProperty().subscribe(this::follow);
          }
        });
  }

  /// Whoever goes through the links with Tab sees where the keyboard is.
  @SuppressWarnings("ReferenceEquality") // a node is no other one
  private void follow(@Nullable Node owner) {
    if (owner == null || owner == scroll || !isInside(owner)) {
      return;
    }
    double top = top(owner);
    double from = place();
    double height = owner.getBoundsInLocal().getHeight();
    if (top < from || top + height > from + visible()) {
      goTo(top - visible() / 3);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a node is no other one
  private boolean isInside(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == sheet) {
        return true;
      }
    }
    return false;
  }

  void hold(Article article, double mostWidth) {
    article.setMaxWidth(mostWidth);
    sheet.getChildren().setAll(article);
  }

  ScrollPane node() {
    return scroll;
  }

  private double visible() {
    return scroll.getViewportBounds().getHeight();
  }

  private double hidden() {
    return Math.max(0, sheet.getHeight() - visible());
  }

  /// The height of the page at the top of what is seen.
  double place() {
    return scroll.getVvalue() * hidden();
  }

  void goTo(double place) {
    sheet.applyCss();
    scroll.layout();
    double hidden = hidden();
    scroll.setVvalue(hidden == 0 ? 0 : Math.clamp(place / hidden, 0, 1));
  }

  void scroll(double by) {
    goTo(place() + by);
  }

  double pageHeight() {
    return visible() * SHARE;
  }

  private double top(Node node) {
    var top = node.localToScene(node.getBoundsInLocal());
    return sheet.sceneToLocal(top.getMinX(), top.getMinY()).getY();
  }

  void show(Node node) {
    sheet.applyCss();
    scroll.layout();
    goTo(top(node) - ABOVE);
  }

  /// The section that is read; the last one at the end of the page.
  Optional<Part> at(Article article) {
    double place = place() + UNSEEN;
    boolean end = hidden() > 0 && scroll.getVvalue() >= 0.999;
    return article.outline().stream()
        .filter(entry -> entry.depth() == 1)
        .filter(entry -> end || top(entry.node()) <= place)
        .reduce((_, later) -> later)
        .map(Article.Entry::part);
  }
}
