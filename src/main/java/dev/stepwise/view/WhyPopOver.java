package dev.stepwise.view;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.formula.Formulas;
import dev.stepwise.panel.StepPanel;
import java.util.ArrayList;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// The answer to "why this number?", beside the element that was asked about.
final class WhyPopOver {
  private static final double WIDTH = 380;

  private final StepPanel content;
  private final Hyperlink copy = new Hyperlink("Copy the table");
  private final VBox box;
  private Narration.Table copied = Narration.Table.NONE;
  private final ObservableValue<Look> look;
  private @Nullable PopOver popOver;

  WhyPopOver(Formulas formulas, RowCategory categories, ObservableValue<Look> look) {
    this.content = new StepPanel(formulas, categories, look);
    this.look = look;
    this.box = new VBox(content, copy);
    box.getStyleClass().add("why-box");
    copy.setAccessibleText("Copy the whole table, its columns parted by tabs");
    copy.setOnAction(_ -> copy());
    copy.managedProperty().bind(copy.visibleProperty());
  }

  private void copy() {
    var text = new ClipboardContent();
    text.putString(tabbed(copied));
    Clipboard.getSystemClipboard().setContent(text);
    copy.setText("Copied");
  }

  /// A table as text that spreadsheets and NumPy's `loadtxt` read: tabs between columns.
  static String tabbed(Narration.Table table) {
    var lines = new ArrayList<String>();
    lines.add(String.join("\t", table.head()));
    table.rows().forEach(row -> lines.add(String.join("\t", row)));
    return String.join("\n", lines);
  }

  void show(Region owner, Box place, Explanation explanation, Runnable closed) {
    hide();
    if (owner.getScene() == null || owner.getScene().getWindow() == null) {
      return;
    }
    content.show(explanation.narration());
    copied = explanation.copied();
    copy.setText("Copy the table");
    copy.setVisible(!copied.rows().isEmpty());
    double width = WIDTH * look.getValue().scale();
    content.setPrefWidth(width);
    boolean onTheLeft = place.centreX() < owner.getWidth() / 2;
    Point2D at = owner.localToScreen(onTheLeft ? place.right() : place.x(), place.centreY());
    var window = owner.getScene().getWindow();
    var scroll = new ScrollPane(box);
    scroll.getStyleClass().add("panel-body");
    // Else the link at its end has the focus, and is scrolled to: the arithmetic comes first.
    scroll.setFocusTraversable(true);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // Its height is known once it has its fonts.
    new Scene(scroll).getStylesheets().setAll(owner.getScene().getStylesheets());
    scroll.applyCss();
    double wanted = box.prefHeight(width);
    var room = PopOverRoom.of(at.getY(), window.getY(), window.getY() + window.getHeight(), wanted);
    scroll.setMaxHeight(room.most());
    scroll.setPrefHeight(Math.min(wanted + 4, room.most()));
    boolean down = room.grows() == PopOverRoom.Grows.DOWN;
    var opened = new PopOver(scroll);
    opened.setTitle("Why this number?");
    opened.setDetachable(false);
    opened.setAnimated(false);
    opened.setHideOnEscape(true);
    opened.setArrowLocation(
        onTheLeft
            ? down ? PopOver.ArrowLocation.LEFT_TOP : PopOver.ArrowLocation.LEFT_BOTTOM
            : down ? PopOver.ArrowLocation.RIGHT_TOP : PopOver.ArrowLocation.RIGHT_BOTTOM);
    opened.setOnHidden(_ -> closed.run());
    popOver = opened;
    opened.show(owner, at.getX(), at.getY());
  }

  void hide() {
    if (popOver != null) {
      var closing = popOver;
      popOver = null;
      closing.setOnHidden(null);
      closing.hide();
    }
  }
}
