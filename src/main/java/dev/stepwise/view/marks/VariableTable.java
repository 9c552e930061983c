package dev.stepwise.view.marks;

import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.SequencedMap;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The variables of a listing: name, shape, value, and whether the current line read or wrote them.
/// Style classes: `variables`, `variable-name`, `-shape`, `-value`, `-use`; `written` and `read` on
/// all labels of a row.
public final class VariableTable extends GridPane {
  private Runnable again = () -> {};
  private double size = 12;

  /// An empty table.
  public VariableTable() {
    getStyleClass().add("variables");
    var value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    value.setMinWidth(0);
    var use = new ColumnConstraints();
    use.setHalignment(HPos.RIGHT);
    getColumnConstraints().setAll(fixed(), fixed(), value, use);
  }

  private static ColumnConstraints fixed() {
    var column = new ColumnConstraints();
    column.setMinWidth(Region.USE_PREF_SIZE);
    return column;
  }

  /// Sets the size of the font, in pixels.
  public void setSize(double pixels) {
    size = pixels;
    again.run();
  }

  /// Shows variables in their order.
  public void show(SequencedMap<String, Value> variables, List<String> reads, List<String> writes) {
    again = () -> show(variables, reads, writes);
    getChildren().clear();
    int row = 0;
    for (var variable : variables.entrySet()) {
      var name = variable.getKey();
      var use = writes.contains(name) ? "written" : reads.contains(name) ? "read" : "";
      var text = ValueText.of(variable.getValue());
      var value = label(text, "variable-value", use, Type.Face.MONO);
      value.setTextOverrun(OverrunStyle.ELLIPSIS);
      value.setMinWidth(0);
      value.setTooltip(new Tooltip(text));
      addRow(
          row++,
          label(name, "variable-name", use, Type.Face.MONO_BOLD),
          label(variable.getValue().shape(), "variable-shape", use, Type.Face.MONO),
          value,
          label(use, "variable-use", use, Type.Face.REGULAR));
    }
  }

  private Label label(String text, String style, String use, Type.Face face) {
    var label = new Label(text);
    Fonts.BUNDLED.set(label, face, size);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    if (!use.isEmpty()) {
      label.getStyleClass().add(use);
    }
    return label;
  }
}
