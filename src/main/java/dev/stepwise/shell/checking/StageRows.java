package dev.stepwise.shell.checking;

import dev.stepwise.check.Report;
import dev.stepwise.check.Report.StageReport;
import dev.stepwise.check.Report.Status;
import dev.stepwise.panel.Pieces;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The arrays of the run, and how each stands. Style classes: `stage-rows`, `stage-row` with
/// `equal`, `differs`, `not-found` or `follows`.
final class StageRows extends VBox {

  StageRows() {
    setId("check-stages");
    getStyleClass().add("stage-rows");
  }

  void show(Report report) {
    var rows = new ArrayList<Node>();
    for (var stage : report.stages()) {
      rows.add(row(stage, CheckWords.status(stage, report.difference())));
    }
    getChildren().setAll(rows);
    setVisible(!rows.isEmpty());
    setManaged(!rows.isEmpty());
  }

  private static HBox row(StageReport stage, String status) {
    var mark = new Label("", icon(stage.status()));
    mark.getStyleClass().add("stage-mark");
    var name = new Label(stage.name());
    name.getStyleClass().add("stage-name");
    name.setMinWidth(0);
    var yours = new Label(CheckWords.yours(stage));
    yours.getStyleClass().add("stage-yours");
    yours.setMinWidth(0);
    boolean isArray = stage.shape().contains("×") || stage.shape().matches("\\d+");
    var shape = Pieces.label(isArray ? stage.shape() : "", "stage-shape");
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var row = new HBox(6, mark, name, yours, spring, shape, Pieces.label(status, "stage-status"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("stage-row", stage.status().word());
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(
        "%s, %s%s: %s"
            .formatted(
                stage.name(),
                stage.shape(),
                yours.getText().isEmpty() ? "" : ", " + yours.getText(),
                status));
    return row;
  }

  private static Node icon(Status status) {
    return switch (status) {
      case EQUAL -> new FontIcon(Feather.CHECK);
      case DIFFERS -> new FontIcon(Feather.X);
      case NOT_FOUND, FOLLOWS -> new Region();
    };
  }
}
